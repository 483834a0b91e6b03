import type { SignInEntry } from '../../../src/registry/sign-in.ts';
import { meansOf } from '../../../src/registry/sign-in-words.ts';
import { deviceName } from '../../parts/device-name.ts';
import { HeadRow } from '../../parts/head-row.tsx';
import { formatMoment } from '../../parts/measures.ts';
import { SignInOutcome } from '../../parts/sign-in-outcome.tsx';
import { useWording } from '../../words/words.ts';
import styles from './audit.module.css';

/** On a phone each row is a block of its own with the names of its cells. */
export function SignInTable({ entries }: { entries: readonly SignInEntry[] }) {
  const { columns, table } = useWording().words.audit.signIns;
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

function Row({ entry }: { entry: SignInEntry }) {
  const { words, language } = useWording();
  const { columns, nobody, unknownDevice } = words.audit.signIns;
  const means = meansOf(entry, language);
  return (
    <tr>
      <td data-name={columns.at}>
        <time dateTime={entry.at}>{formatMoment(entry.at, language)}</time>
      </td>
      <td data-name={columns.outcome}>
        <SignInOutcome outcome={entry.outcome} />
      </td>
      <td data-name={columns.account}>
        <span>
          {entry.account}
          <span className={styles.person}>{entry.person?.name ?? nobody}</span>
        </span>
      </td>
      <td data-name={columns.means}>{entry.outcome === 'denied' ? <code>{means}</code> : <span>{means}</span>}</td>
      <td data-name={columns.address}>
        <span>{entry.address}</span>
      </td>
      <td data-name={columns.device}>
        <span title={entry.device}>{deviceName(entry.device) ?? unknownDevice}</span>
      </td>
    </tr>
  );
}
