import { SegmentedControl } from '@mantine/core';
import { memo, useEffect, useRef } from 'react';
import type { ReviewItem } from '../../../src/registry/review.ts';
import { formatDue, formatNumber, formatTargetValue } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import { nameOf } from './name-of.ts';
import { standingOf } from './queue.ts';
import styles from './queue-list.module.css';
import { StandingMark } from './standing-mark.tsx';

const Line = memo(function Line({
  item,
  here,
  onPick,
}: {
  item: ReviewItem;
  here: boolean;
  onPick: (id: string) => void;
}) {
  const { language } = useWording();
  const side =
    item.kind === 'target'
      ? [formatTargetValue(item.record, language), item.record.year].filter(Boolean).join(' · ')
      : item.mentions
          .filter(({ role }) => role === 'lead')
          .map(({ name }) => name)
          .join('; ');
  const due = item.kind === 'task' && item.record.time.kind !== 'none' && formatDue(item.record.time, language);
  return (
    <li>
      <button
        type="button"
        className={styles.line}
        data-item={item.id}
        aria-current={here ? 'true' : undefined}
        data-decided={item.review !== 'proposed' || undefined}
        onClick={() => onPick(item.id)}
      >
        <StandingMark standing={standingOf(item)} />
        <span className={styles.name} lang="vi">
          {nameOf(item)}
        </span>
        <span className={styles.side} data-kind={item.kind} lang="vi">
          {side}
          {due && <span className={styles.due}>{due}</span>}
        </span>
      </button>
    </li>
  );
});

export type ListScope = 'group' | 'all';

type Props = {
  scope: ListScope;
  onScope: (scope: ListScope) => void;
  group: ReviewItem[];
  queue: ReviewItem[];
  current: string;
  onPick: (id: string) => void;
};

/** What stands under the same heading, to be seen before it is accepted at once; or the whole queue. */
export function QueueList({ scope, onScope, group, queue, current, onPick }: Props) {
  const { words, language } = useWording();
  const { list } = words.review;
  const pane = useRef<HTMLUListElement>(null);
  const shown = scope === 'group' ? group : queue;
  const count = (items: ReviewItem[]) => formatNumber(items.length, language);
  useEffect(() => {
    const list = pane.current;
    const line = list?.querySelector(`[data-item="${CSS.escape(current)}"]`);
    if (!list || !line) return;
    // Only this list is moved: on a phone it stands in the page, which stays where the finding is.
    const box = list.getBoundingClientRect();
    const { top, bottom } = line.getBoundingClientRect();
    if (top < box.top) list.scrollTop += top - box.top;
    else if (bottom > box.bottom) list.scrollTop += bottom - box.bottom;
  }, [current]);
  // What scrolls must be reachable by keyboard; its lines are.
  return (
    <nav className={styles.pane} aria-label={list.label}>
      <SegmentedControl
        size="xs"
        value={scope}
        onChange={(value) => onScope(value === 'all' ? 'all' : 'group')}
        aria-label={list.label}
        data={[
          { value: 'group', label: `${list.group} (${count(group)})` },
          { value: 'all', label: `${list.all} (${count(queue)})` },
        ]}
      />
      <ul className={styles.lines} ref={pane}>
        {shown.map((item) => (
          <Line key={item.id} item={item} here={item.id === current} onPick={onPick} />
        ))}
      </ul>
    </nav>
  );
}
