import { Checkbox, Progress } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { SubmissionRecord } from '../../../src/registry/submission.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { formatDate } from '../../../src/values/plain-date.ts';
import { formatMoment } from '../../parts/measures.ts';
import { useWording } from '../../words/words.ts';
import styles from './rounds.module.css';

type Chosen = ReadonlyMap<string, SubmissionRecord>;
type Props = {
  rows: readonly SubmissionRecord[];
  /** Absent for those who urge nobody. */
  chosen?: Chosen;
  onChoose?: (chosen: Chosen) => void;
};

/** One row an agency: how far it is, how it was sent, and how much of it is there, as a bar and as numbers. */
export function AgencyTable({ rows, chosen, onChoose }: Props) {
  const own = useWording().words.rounds;
  const late = rows.filter(({ sending }) => sending === 'overdue');
  const all = late.length > 0 && late.every(({ id }) => chosen?.has(id));
  return (
    <table className={styles.table} aria-label={own.agencies}>
      <thead>
        <tr>
          {onChoose && (
            <th scope="col">
              <Checkbox
                aria-label={own.chooseAll}
                checked={all}
                disabled={late.length === 0}
                onChange={() => onChoose(all ? new Map() : new Map(late.map((one) => [one.id, one])))}
              />
            </th>
          )}
          {[own.agency, own.stage, own.sending, own.figures, own.sections, own.sentAt].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <AgencyRow
            key={row.id}
            row={row}
            {...(onChoose && {
              isChosen: chosen?.has(row.id) ?? false,
              onToggle: () => {
                const next = new Map(chosen);
                if (!next.delete(row.id)) next.set(row.id, row);
                onChoose(next);
              },
            })}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { row: SubmissionRecord; isChosen?: boolean; onToggle?: () => void };

function AgencyRow({ row, isChosen, onToggle }: RowProps) {
  const { words, language } = useWording();
  const own = words.rounds;
  return (
    <tr>
      {onToggle && (
        <td>
          <Checkbox
            aria-label={own.choose(row.agency.name)}
            checked={isChosen ?? false}
            disabled={row.sending !== 'overdue'}
            onChange={onToggle}
          />
        </td>
      )}
      <th scope="row">
        <Link to="/bao-cao/$id" params={{ id: row.id }}>
          {row.agency.name}
        </Link>
      </th>
      <td data-name={own.stage}>{own.stages[row.stage]}</td>
      <td data-name={own.sending}>
        {own.sendings[row.sending]}
        {row.due && <div className="soft">{own.dueOn(formatDate(row.due))}</div>}
      </td>
      <td data-name={own.figures}>
        <Filled name={own.figures} count={row.filled} of={row.cells} />
      </td>
      <td data-name={own.sections}>
        <Filled name={own.sections} count={row.written} of={row.sections.length} />
      </td>
      <td data-name={own.sentAt}>{row.firstSentAt ? formatMoment(row.firstSentAt, language) : own.notSent}</td>
    </tr>
  );
}

function Filled({ name, count, of }: { name: string; count: number; of: number }) {
  const { words, language } = useWording();
  if (of === 0) return '–';
  return (
    <div className={styles.bar}>
      <span className="numbers">{words.rounds.of(formatNumber(count, language), formatNumber(of, language))}</span>
      <Progress value={(count / of) * 100} aria-label={name} />
    </div>
  );
}
