import { Button } from '@mantine/core';
import type { CallError } from '../../../src/api/client.ts';
import type { ReviewAction, ReviewItem } from '../../../src/registry/review.ts';
import { formatDue, formatTargetValue, type Language } from '../../../src/values/format.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { formatMoment } from '../../parts/measures.ts';
import type { Words } from '../../words/vi.ts';
import { useWording } from '../../words/words.ts';
import styles from './conflict-dialog.module.css';
import { rebased, withPending } from './pending.ts';
import type { Plan } from './plans.ts';
import { standingOf } from './queue.ts';

/** What can be told of a finding in a line each; the same lines of two versions are set beside each other. */
function linesOf(item: ReviewItem, words: Words, language: Language): [string, string][] {
  const { fields, standings } = words.review;
  const bodies = (role: string) =>
    item.mentions
      .filter((mention) => mention.role === role)
      .map(({ name, agency, group }) =>
        agency && agency.name !== name ? `${name} (${agency.name})` : (group?.name ?? name),
      )
      .join('; ');
  const state: [string, string] = [words.documents.state, standings[standingOf(item)]];
  if (item.kind === 'target') {
    const { name, variant, year, base } = item.record;
    return [
      state,
      [fields.name, name],
      [fields.value, formatTargetValue(item.record, language)],
      [fields.year, String(year ?? '')],
      [fields.variant, variant ?? ''],
      [fields.base, base ?? ''],
      [fields.named, bodies('named')],
      [fields.indicator, item.indicator?.name ?? ''],
    ];
  }
  return [
    state,
    [fields.lead, bodies('lead')],
    [fields.coord, bodies('coord')],
    [fields.monitor, bodies('monitor')],
    [fields.time, formatDue(item.record.time, language)],
    [fields.product, item.record.productRaw ?? ''],
  ];
}

export type Conflict = { plan: Plan; error: CallError };

type Props = {
  conflict: Conflict;
  /** The finding as it is now; undefined where it is no more. */
  theirs: ReviewItem | undefined;
  onKeepMine: (action: ReviewAction) => void;
  onClose: () => void;
};

/** Somebody changed the finding meanwhile: who, when, both values, and whose is to stay. */
export function ConflictDialog({ conflict, theirs, onKeepMine, onClose }: Props) {
  const { words, language } = useWording();
  const text = words.review.conflict;
  const { plan, error } = conflict;
  const { about } = plan;
  const who = error.detail.name ?? theirs?.last?.by.name;
  const at = error.detail.at ?? theirs?.last?.at;
  const [mine] = about ? withPending([about], [{ number: 0, action: plan.action }]) : [];
  const [before, after] = [theirs && linesOf(theirs, words, language), mine && linesOf(mine, words, language)];
  return (
    <Dialog size="lg" title={text.title}>
      <p>{who && at ? text.told(String(who), formatMoment(String(at), language)) : text.unknown}</p>
      {!theirs && <p>{text.gone}</p>}
      {before && after && (
        <table className={styles.table} aria-label={text.title}>
          <thead>
            <tr>
              <td />
              <th scope="col">{text.theirs}</th>
              <th scope="col">{text.mine}</th>
            </tr>
          </thead>
          <tbody>
            {before.map(([name, value], index) => {
              const own = after[index]?.[1] ?? '';
              if (value === '' && own === '') return null;
              return (
                <tr key={name} data-different={value !== own || undefined}>
                  <th scope="row">{name}</th>
                  <td lang="vi">{value}</td>
                  <td lang="vi">{own}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <div className={styles.buttons}>
        <Button onClick={onClose} data-autofocus>
          {text.keepTheirs}
        </Button>
        {theirs && theirs.review !== 'replaced' && (
          <Button variant="default" onClick={() => onKeepMine(rebased(plan.action, [theirs]))}>
            {text.keepMine}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
