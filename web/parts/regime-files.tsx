import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { addressOf, call } from '../../src/api/client.ts';
import { listRoundFiles, readRegimeFile } from '../../src/api/regime-files.ts';
import { type RegimeFile, RegimeFilePart } from '../../src/registry/regime-file.ts';
import { useWording } from '../words/words.ts';
import { Failure } from './fault.tsx';
import { formatMoment, formatSize } from './measures.ts';
import styles from './regime-files.module.css';

type ItemProps = { file: RegimeFile; note?: string | undefined; children?: ReactNode };

/** A form or a guide to take away, and since when it counts. */
export function RegimeFileItem({ file: { id, name, size, added }, note, children }: ItemProps) {
  const { words, language } = useWording();
  const own = words.regimes.files;
  return (
    <li className={styles.item}>
      <span className={styles.name}>
        <a href={addressOf(readRegimeFile, { params: { id } })} download={name}>
          {name}
        </a>{' '}
        <span className="soft numbers">
          {formatSize(size, language)}, {own.added(added.by.name, formatMoment(added.at, language))}
          {note !== undefined && `. ${note}`}
        </span>
      </span>
      {children}
    </li>
  );
}

/** What whoever reports in a round fills in, and how. Nothing where the regime has no files. */
export function RoundFiles({ roundId }: { roundId: string }) {
  const own = useWording().words.regimes.files;
  const found = useQuery({
    queryKey: ['round-files', roundId],
    queryFn: ({ signal }) => call(listRoundFiles, { params: { id: roundId }, signal }),
  });
  if (found.isLoadingError) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  const files = found.data?.files ?? [];
  if (files.length === 0) return null;
  return (
    <section className={styles.files} aria-label={own.title}>
      {RegimeFilePart.options.map((part) => {
        const some = files.filter((file) => file.part === part);
        return (
          some.length > 0 && (
            <div key={part}>
              <strong>{own.parts[part]}</strong>
              <ul className={styles.list} aria-label={own.parts[part]}>
                {some.map((file) => (
                  <RegimeFileItem key={file.id} file={file} note={file.sinceOpening ? own.sinceOpening : undefined} />
                ))}
              </ul>
            </div>
          )
        );
      })}
    </section>
  );
}
