import { Button, CloseButton, Progress } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCopyCheck, IconLoader, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { call } from '../../../src/api/client.ts';
import { endImport } from '../../../src/api/imports.ts';
import { type ImportRecord, type ImportStage, importStages } from '../../../src/registry/import.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { refusalSentence } from '../../../src/values/refusal-words.ts';
import { formatSize } from '../../parts/measures.ts';
import { dropSend, type Send } from '../../parts/sends/sends.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import styles from './documents.module.css';
import { importsKey } from './use-imports.ts';

type LineProps = {
  name: string;
  size: number | null;
  tone: 'running' | 'good' | 'bad';
  icon: ReactNode;
  state: ReactNode;
  action: ReactNode;
};

function Line({ name, size, tone, icon, state, action }: LineProps) {
  const { language } = useWording();
  return (
    <li className={styles.line} data-tone={tone}>
      <span className={styles.lineMark}>{icon}</span>
      <span className={styles.lineName}>
        {name} {size !== null && <span className="soft numbers">({formatSize(size, language)})</span>}
      </span>
      <div className={styles.lineState}>{state}</div>
      <div className={styles.lineAction}>{action}</div>
    </li>
  );
}

const running = <IconLoader size={20} aria-hidden />;

type StagesProps = { stage: ImportStage; share?: number; pages?: { done: number; total: number }; name: string };

/** The stages as a bar of five parts; receiving fills as the file arrives, opening with each page that is recognised. */
function Stages({ stage, share, pages, name }: StagesProps) {
  const { words, language } = useWording();
  const at = importStages.indexOf(stage);
  const percent = share === undefined ? null : `${formatNumber(Math.floor(share * 100), language)}%`;
  const filled = pages && stage === 'opening' ? pages.done / pages.total : (share ?? 0.5);
  const value = ((at + filled) / importStages.length) * 100;
  return (
    <>
      <span role="status">
        {words.documents.stages[stage]}
        {percent && <span className="numbers"> {percent}</span>}
        {pages && stage === 'opening' && (
          <span className="numbers"> · {words.documents.pageOf(pages.done, pages.total)}</span>
        )}
        <span className="soft"> · {words.documents.stageOf(at + 1, importStages.length)}</span>
      </span>
      <Progress
        value={value}
        size="sm"
        aria-label={`${name}: ${words.documents.stages[stage]}`}
        className={styles.bar}
      />
    </>
  );
}

export function UploadLine({ send }: { send: Send }) {
  const { words, language } = useWording();
  const { key, fileName, fileSize, sent, waiting, error, cancel } = send;
  if (error) {
    return (
      <Line
        name={fileName}
        size={fileSize}
        tone="bad"
        icon={<IconAlertTriangle size={20} aria-hidden />}
        state={
          <span role="alert">
            <strong>{words.documents.refused}.</strong> {sentenceOf(error, words, language)}
          </span>
        }
        action={<CloseButton aria-label={words.documents.dismissNamed(fileName)} onClick={() => dropSend(key)} />}
      />
    );
  }
  return (
    <Line
      name={fileName}
      size={fileSize}
      tone="running"
      icon={running}
      state={
        <>
          <Stages stage={sent < 1 ? 'receiving' : 'opening'} {...(sent < 1 ? { share: sent } : {})} name={fileName} />
          {waiting && <span role="status">{words.sends.waiting}</span>}
        </>
      }
      action={<CancelButton name={fileName} onClick={cancel} />}
    />
  );
}

function CancelButton({ name, onClick }: { name: string; onClick: () => void }) {
  const { words } = useWording();
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      leftSection={<IconX size={16} aria-hidden />}
      aria-label={words.documents.cancelNamed(name)}
      onClick={onClick}
    >
      {words.documents.cancel}
    </Button>
  );
}

export function ImportLine({ record }: { record: ImportRecord }) {
  const { words, language } = useWording();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => call(endImport, { params: { id: record.id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: importsKey }),
  });
  const { fileName: name, fileSize: size, state, documentId, pagesDone, pagesTotal } = record;
  const pages = pagesDone === null || pagesTotal === null ? null : { done: pagesDone, total: pagesTotal };
  const dismiss = <CloseButton aria-label={words.documents.dismissNamed(name)} onClick={() => end.mutate()} />;
  const open = documentId && (
    <Link to="/van-ban/$id" params={{ id: documentId }} search={{}}>
      {words.documents.open}
    </Link>
  );
  switch (state) {
    case 'running':
      return (
        <Line
          name={name}
          size={size}
          tone="running"
          icon={running}
          state={<Stages stage={record.stage} name={name} {...(pages && { pages })} />}
          action={<CancelButton name={name} onClick={() => end.mutate()} />}
        />
      );
    case 'done':
    case 'alreadyThere': {
      const Mark = state === 'done' ? IconCircleCheck : IconCopyCheck;
      return (
        <Line
          name={name}
          size={size}
          tone="good"
          icon={<Mark size={20} aria-hidden />}
          state={
            <span role="status">
              {words.documents[state]}. {open}
            </span>
          }
          action={dismiss}
        />
      );
    }
    case 'refused':
      return (
        <Line
          name={name}
          size={size}
          tone="bad"
          icon={<IconAlertTriangle size={20} aria-hidden />}
          state={
            <span role="alert">
              <strong>{words.documents.refused}.</strong>{' '}
              {record.refusal && refusalSentence(record.refusal.code, record.refusal.detail, language)}
            </span>
          }
          action={dismiss}
        />
      );
  }
}
