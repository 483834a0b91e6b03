import { Link } from '@tanstack/react-router';
import type { AuditEntry } from '../../../src/registry/audit.ts';
import { deedWord, subjectWord } from '../../parts/deed-words.ts';
import { HeadRow } from '../../parts/head-row.tsx';
import { formatMoment } from '../../parts/measures.ts';
import { useWording } from '../../words/words.ts';
import styles from './audit.module.css';

/** On a phone each row is a block of its own with the names of its cells. */
export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const { words } = useWording();
  const { columns, table } = words.audit;
  return (
    <table className={styles.table}>
      <caption className="hidden-visually">{table}</caption>
      <HeadRow columns={columns} />
      <tbody>
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ entry }: { entry: AuditEntry }) {
  const { words, language } = useWording();
  const own = words.audit;
  return (
    <tr data-undone={entry.undone || undefined}>
      <td data-name={own.columns.at}>
        <time dateTime={entry.at}>{formatMoment(entry.at, language)}</time>
      </td>
      <td data-name={own.columns.by}>{entry.by.name}</td>
      <td data-name={own.columns.what}>
        {deedWord(entry.verb, words)}
        {entry.undone && <em> ({own.undone})</em>}
        <Change before={entry.before} after={entry.after} />
      </td>
      <td data-name={own.columns.on}>
        {subjectWord(entry.subjectKind, words)}{' '}
        {entry.subjectKind === 'duty' ? (
          <Link to="/viec/$id" params={{ id: entry.subjectId }} preload={false}>
            {entry.subjectId.slice(0, 8)}
          </Link>
        ) : (
          <code>{entry.subjectId}</code>
        )}
        {entry.document && (
          <div>
            <Link to="/van-ban/$id" params={{ id: entry.document.id }} preload={false}>
              {entry.document.name}
            </Link>
          </div>
        )}
      </td>
      <td data-name={own.columns.why}>{entry.reason && <q lang="vi">{entry.reason}</q>}</td>
      <td data-name={own.columns.address}>{entry.address ?? <span className="soft">{own.byProgram}</span>}</td>
    </tr>
  );
}

function Change({ before, after }: Pick<AuditEntry, 'before' | 'after'>) {
  const { words } = useWording();
  const own = words.audit;
  if (!before && !after) return null;
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const shown = (value: unknown): string =>
    value === undefined || value === null ? own.nothing : typeof value === 'string' ? value : JSON.stringify(value);
  return (
    <details className={styles.change}>
      <summary>{own.details}</summary>
      <dl>
        {fields.map((field) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>
              <span>
                {own.before}: {shown(before?.[field])}
              </span>
              <span>
                {own.after}: {shown(after?.[field])}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
