import { Alert, Button, FileButton, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconReplace, IconTrash, IconUpload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../src/api/client.ts';
import { addRegimeFile, listRegimeFiles, takeAwayRegimeFile } from '../../../src/api/regime-files.ts';
import { evidenceExtensions } from '../../../src/registry/evidence.ts';
import {
  type RegimeFile,
  RegimeFilePart,
  regimeFileKinds,
  regimeFileLimits,
} from '../../../src/registry/regime-file.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { Failure } from '../../parts/fault.tsx';
import { formatMoment, formatSize } from '../../parts/measures.ts';
import { RegimeFileItem } from '../../parts/regime-files.tsx';
import { sendForm } from '../../parts/send-form.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import styles from './regimes.module.css';

const accept = [...new Set(regimeFileKinds.flatMap((kind) => evidenceExtensions[kind]))]
  .map((extension) => `.${extension}`)
  .join(',');

type Sent = { file: File; part: RegimeFilePart; replaces?: string };

function useFiles(regimeId: string) {
  const { words, language } = useWording();
  const own = words.regimes.files;
  const queries = useQueryClient();
  const found = useQuery({
    queryKey: ['regime-files', regimeId],
    queryFn: ({ signal }) => call(listRegimeFiles, { params: { id: regimeId }, signal }),
  });
  const renew = () => queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => /-files$/.test(String(name)) });
  const send = useMutation({
    mutationFn: ({ file, ...query }: Sent) => sendForm(addRegimeFile, { params: { id: regimeId }, query }, { file }),
    onSuccess: ({ name }) => notifications.show({ message: own.kept(name) }),
    onSettled: renew,
  });
  const take = useMutation({
    mutationFn: ({ id }: RegimeFile) => call(takeAwayRegimeFile, { params: { id } }),
    onSuccess: (_, { name }) => notifications.show({ message: own.taken(name) }),
    onSettled: renew,
  });
  const failed = send.error ?? take.error;
  return { found, send, take, refused: failed && sentenceOf(failed, words, language) };
}

type Desk = ReturnType<typeof useFiles>;

/** Forms and guides as files: what counts today, and under it what counted before. */
export function RegimeFiles({ regimeId }: { regimeId: string }) {
  const { words, language } = useWording();
  const own = words.regimes.files;
  const desk = useFiles(regimeId);
  const { found, refused } = desk;
  if (found.isLoadingError) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  const files = found.data?.files ?? [];
  const past = files.filter(({ ended }) => ended !== null);
  return (
    <section className={styles.files} aria-labelledby="regime-files">
      <h2 id="regime-files" className={styles.heading}>
        {own.title}
      </h2>
      <p className="soft">{own.lead(formatSize(regimeFileLimits.bytes, language), accept.replaceAll(',', ' '))}</p>
      {RegimeFilePart.options.map((part) => (
        <Part key={part} part={part} desk={desk} files={files.filter((file) => file.part === part && !file.ended)} />
      ))}
      <div aria-live="polite">{refused && <Alert color="red">{refused}</Alert>}</div>
      {past.length > 0 && (
        <details>
          <summary>{own.past(formatNumber(past.length, language))}</summary>
          <ul className={styles.fileList}>
            {past.map((file) => (
              <RegimeFileItem key={file.id} file={file} note={endOf(file, files, own, language)} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Who ended it and when, and what came in its place. */
function endOf(
  { id, ended }: RegimeFile,
  files: readonly RegimeFile[],
  own: ReturnType<typeof useWording>['words']['regimes']['files'],
  language: ReturnType<typeof useWording>['language'],
): string | undefined {
  if (!ended) return undefined;
  const next = files.find(({ replaces }) => replaces === id);
  const at = formatMoment(ended.at, language);
  return next ? own.replaced(ended.by.name, at, next.name) : own.takenBy(ended.by.name, at);
}

function Part({ part, desk, files }: { part: RegimeFilePart; desk: Desk; files: readonly RegimeFile[] }) {
  const own = useWording().words.regimes.files;
  const writes = useMay()('changeRegimes');
  const { send, take } = desk;
  const busy = send.isPending || take.isPending;
  return (
    <div>
      <h3 className={styles.fileHead}>{own.parts[part]}</h3>
      {files.length === 0 && <p className="soft">{own.none[part]}</p>}
      <ul className={styles.fileList} aria-label={own.parts[part]}>
        {files.map((file) => (
          <RegimeFileItem key={file.id} file={file}>
            {writes && (
              <Group gap={8}>
                <FileButton
                  accept={accept}
                  onChange={(chosen) => chosen && send.mutate({ file: chosen, part, replaces: file.id })}
                >
                  {(props) => (
                    <Button
                      {...props}
                      size="compact-sm"
                      variant="default"
                      disabled={busy}
                      aria-label={`${own.replace}: ${file.name}`}
                      leftSection={<IconReplace size={14} aria-hidden />}
                    >
                      {own.replace}
                    </Button>
                  )}
                </FileButton>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={busy}
                  aria-label={`${own.take}: ${file.name}`}
                  leftSection={<IconTrash size={14} aria-hidden />}
                  onClick={() => take.mutate(file)}
                >
                  {own.take}
                </Button>
              </Group>
            )}
          </RegimeFileItem>
        ))}
      </ul>
      {writes && (
        <FileButton accept={accept} onChange={(file) => file && send.mutate({ file, part })}>
          {(props) => (
            <Button
              {...props}
              mt={8}
              variant="default"
              loading={send.isPending && send.variables.part === part && send.variables.replaces === undefined}
              leftSection={<IconUpload size={18} aria-hidden />}
            >
              {own.add[part]}
            </Button>
          )}
        </FileButton>
      )}
    </div>
  );
}
