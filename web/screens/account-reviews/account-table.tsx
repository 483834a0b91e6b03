import { Checkbox } from '@mantine/core';
import type { ReviewedAccount } from '../../../src/registry/account-review.ts';
import { formatNumber } from '../../../src/values/format.ts';
import table from '../../parts/folding-table.module.css';
import { formatMoment } from '../../parts/measures.ts';
import { useWording } from '../../words/words.ts';
import styles from './account-reviews.module.css';

type Props = {
  accounts: readonly ReviewedAccount[];
  open: boolean;
  marked: ReadonlySet<string>;
  onMark: (ids: readonly string[], on: boolean) => void;
};

/** On a phone each account is a block. */
export function AccountTable({ accounts, open, marked, onMark }: Props) {
  const { accountReviews: own } = useWording().words;
  const { mark, ...columns } = own.accountColumns;
  const decidable = accounts.filter(({ may }) => may.length > 0).map(({ userId }) => userId);
  const all = decidable.length > 0 && decidable.every((id) => marked.has(id));
  return (
    <>
      {open && (
        <Checkbox
          className={styles.mark}
          label={own.markAll}
          checked={all}
          onChange={(event) => onMark(decidable, event.currentTarget.checked)}
        />
      )}
      <table className={table.table}>
        <caption className="hidden-visually">{own.table}</caption>
        <thead>
          <tr>
            {open && (
              <th scope="col" className={styles.mark}>
                {mark}
              </th>
            )}
            {Object.entries(columns).map(([key, name]) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <Row
              key={account.userId}
              account={account}
              open={open}
              marked={marked.has(account.userId)}
              onMark={(on) => onMark([account.userId], on)}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

type RowProps = { account: ReviewedAccount; open: boolean; marked: boolean; onMark: (on: boolean) => void };

function Row({ account: { facts, may }, account, open, marked, onMark }: RowProps) {
  const { words, language } = useWording();
  const own = words.accountReviews;
  const columns = own.accountColumns;
  return (
    <tr>
      {open && (
        <td className={styles.mark}>
          <Checkbox
            aria-label={own.mark(facts.name)}
            checked={marked}
            disabled={may.length === 0}
            onChange={(event) => onMark(event.currentTarget.checked)}
          />
        </td>
      )}
      <td data-name={columns.name}>
        <div>
          <strong>{facts.name}</strong>
          <div className="soft">{facts.email}</div>
        </div>
      </td>
      <td data-name={columns.posts}>
        <ul className={styles.posts}>
          {facts.posts.map(({ role, agencyId, agencyName }) => (
            <li key={`${role} ${agencyId}`}>
              {words.people.roles[role]}, {agencyName}
            </li>
          ))}
        </ul>
      </td>
      <td data-name={columns.seen}>
        {facts.seenAt === null ? (
          own.neverSeen
        ) : (
          <div>
            {formatMoment(facts.seenAt, language)}
            <div className="soft">{idleWords(facts.seenAt)}</div>
          </div>
        )}
      </td>
      <td data-name={columns.factor}>{facts.secondFactor ? own.factorOn : own.factorOff}</td>
      <td data-name={columns.remarks}>
        <ul className={styles.remarks}>
          {facts.remarks.map((remark) => (
            <li key={remark}>{own.remarks[remark]}</li>
          ))}
        </ul>
      </td>
      <td data-name={columns.decision}>
        <Decided account={account} />
      </td>
    </tr>
  );

  function idleWords(seenAt: string): string {
    const days = Math.floor(
      (Date.parse(account.decidedAt ?? new Date().toISOString()) - Date.parse(seenAt)) / 86_400_000,
    );
    return days < 1 ? own.today : own.idle(formatNumber(days, language));
  }
}

function Decided({ account: { decision, facts, reason, decidedAt, decidedBy } }: { account: ReviewedAccount }) {
  const { words, language } = useWording();
  const own = words.accountReviews;
  if (decision === null) return facts.state === 'left' ? own.left : <span className="soft">{own.undecided}</span>;
  return (
    <div>
      <strong>{own.decisions[decision]}</strong>
      {reason && <div>{reason}</div>}
      {decidedAt && decidedBy && (
        <span className={styles.decided}>{own.by(formatMoment(decidedAt, language), decidedBy.name)}</span>
      )}
    </div>
  );
}
