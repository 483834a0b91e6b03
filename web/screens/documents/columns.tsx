import {
  IconArrowsExchange,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconListCheck,
  type IconProps,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import type { DocumentSummary } from '../../../src/registry/plan-document.ts';
import { formatDay, formatNumber, type Language } from '../../../src/values/format.ts';
import { RecordCard } from '../../parts/record-card.tsx';
import type { Column } from '../../parts/record-table.tsx';
import { SecrecyMark } from '../../parts/secrecy-mark.tsx';
import { useMay } from '../../parts/session.ts';
import type { Words } from '../../words/vi.ts';
import { useWording } from '../../words/words.ts';
import styles from './documents.module.css';

const stateMarks: Record<DocumentSummary['state'], ComponentType<IconProps>> = {
  read: IconCircleDashed,
  inReview: IconListCheck,
  issued: IconCircleCheck,
  superseded: IconArrowsExchange,
  withdrawn: IconCircleX,
};

/** How far a document is; where it is not issued yet, the way to its review, and how much there is to look at. */
function State({ row }: { row: DocumentSummary }) {
  const { words, language } = useWording();
  const may = useMay();
  const { state, noteCount } = row;
  const Mark = stateMarks[state];
  const word = (
    <span className={styles.state} data-state={state}>
      <Mark size={16} aria-hidden />
      {words.review.states[state]}
    </span>
  );
  if (!may('readReview') || (state !== 'read' && state !== 'inReview')) return word;
  return (
    <>
      <Link to="/van-ban/$id/ra-soat" params={{ id: row.id }} search={{}} preload={false} title={words.review.open}>
        {word}
      </Link>
      {noteCount > 0 && (
        <span className={styles.noteCount}>{words.documents.withNotes(formatNumber(noteCount, language))}</span>
      )}
    </>
  );
}

export function DocumentLink({ row, children }: { row: DocumentSummary; children: ReactNode }) {
  return (
    <Link to="/van-ban/$id" params={{ id: row.id }} search={{}} preload={false}>
      {children}
    </Link>
  );
}

/** The documents behind the first in its file; a row has room for their number only. */
function Further({ row }: { row: DocumentSummary }) {
  const { words, language } = useWording();
  if (row.further.length === 0) return null;
  const names = row.further.map(({ number, title, kind }) => number ?? title ?? words.kinds[kind]).join('; ');
  return (
    <span className={styles.further} title={names}>
      {words.documents.withFurther(formatNumber(row.further.length, language))}
    </span>
  );
}

export function documentTable(words: Words, language: Language): Column<DocumentSummary>[] {
  const number = (value: number) => formatNumber(value, language);
  return [
    {
      id: 'number',
      name: words.documents.number,
      width: 138,
      sort: 'number',
      show: (row) => (
        <>
          {row.number ?? words.documents.noNumber} <SecrecyMark secrecy={row.secrecy} /> <Further row={row} />
        </>
      ),
    },
    { id: 'kind', name: words.documents.kind, width: 112, sort: 'kind', show: (row) => words.kinds[row.kind] },
    {
      id: 'title',
      name: words.documents.name,
      width: 200,
      grow: 3,
      sort: 'title',
      show: (row) => row.title ?? row.fileName,
    },
    { id: 'issuer', name: words.documents.issuer, width: 150, grow: 1, sort: 'issuer', show: (row) => row.issuer },
    {
      id: 'issuedOn',
      name: words.documents.issuedOn,
      width: 132,
      sort: 'issuedOn',
      numeric: true,
      show: (row) => row.issuedOn && formatDay(row.issuedOn, language),
    },
    {
      id: 'targets',
      name: words.documents.targets,
      width: 82,
      sort: 'targetCount',
      numeric: true,
      show: (row) => number(row.targetCount),
    },
    {
      id: 'tasks',
      name: words.documents.tasks,
      width: 92,
      sort: 'taskCount',
      numeric: true,
      show: (row) => number(row.taskCount),
    },
    { id: 'state', name: words.documents.state, width: 148, sort: 'noteCount', show: (row) => <State row={row} /> },
  ];
}

export function DocumentCard({ row }: { row: DocumentSummary }) {
  const { words, language } = useWording();
  const facts = [words.kinds[row.kind], row.issuedOn && formatDay(row.issuedOn, language), row.issuer]
    .filter(Boolean)
    .join(' · ');
  return (
    <RecordCard title={<DocumentLink row={row}>{row.number ?? row.fileName}</DocumentLink>}>
      <SecrecyMark secrecy={row.secrecy} />
      <div>{row.title}</div>
      <Further row={row} />
      <div>{facts}</div>
      <div className={styles.counts}>
        {words.count.targets(formatNumber(row.targetCount, language))} ·{' '}
        {words.count.tasks(formatNumber(row.taskCount, language))}
        <State row={row} />
      </div>
    </RecordCard>
  );
}
