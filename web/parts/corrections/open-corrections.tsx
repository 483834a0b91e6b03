import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../../src/api/client.ts';
import { listCorrections } from '../../../src/api/figures.ts';
import type { CorrectionItem } from '../../../src/registry/correction.ts';
import { periodWords } from '../../../src/values/period-words.ts';
import { useWording } from '../../words/words.ts';
import { lineName } from '../figure-text.ts';
import { useMay } from '../session.ts';
import { AskedCorrection } from './asked-correction.tsx';
import styles from './corrections.module.css';

/** Corrections that wait to be decided, of one round or all that concern whoever looks; nothing where there are none. */
export function OpenCorrections({ roundId }: { roundId?: string }) {
  const { words } = useWording();
  const own = words.figures.correction;
  const may = useMay();
  const found = useInfiniteQuery({
    queryKey: ['corrections', 'open', roundId],
    queryFn: ({ pageParam, signal }) =>
      call(listCorrections, { query: { open: 'true', page: pageParam, ...(roundId && { roundId }) }, signal }),
    initialPageParam: 1,
    getNextPageParam: ({ more }, pages) => (more ? pages.length + 1 : undefined),
    enabled: may('seeReporting'),
  });
  const open = (found.data?.pages ?? []).flatMap(({ corrections }) => corrections).filter((one) => one.may.length > 0);
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="open-corrections">
      <h2 id="open-corrections">{own.open}</h2>
      <ul className={styles.list}>
        {open.map((one) => (
          <li key={one.id}>
            <Whose correction={one} />
            <AskedCorrection correction={one} />
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {own.more}
        </Button>
      )}
    </section>
  );
}

function Whose({ correction: { figure, indicatorName, unit } }: { correction: CorrectionItem }) {
  const { words, language } = useWording();
  const { spans, bases } = words.figures;
  const name = `${lineName({ name: indicatorName, line: figure.line })}, ${periodWords(figure.period, language)}`;
  return (
    <p className={styles.name}>
      {figure.submissionId === null ? (
        name
      ) : (
        <Link to="/bao-cao/$id" params={{ id: figure.submissionId }} search={{ phan: 'so-lieu' }}>
          {name}
        </Link>
      )}{' '}
      <span className="soft">
        {figure.agency.name} · {spans[figure.span]}, {bases[figure.basis].toLowerCase()}
        {unit && ` · ${unit}`}
      </span>
    </p>
  );
}
