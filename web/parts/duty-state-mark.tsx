import { IconCircleCheckFilled, IconCircleDot, IconClockCheck, IconMinus, IconSquareFilled } from '@tabler/icons-react';
import type { DutyState } from '../../src/registry/duty-state.ts';
import { formatNumber } from '../../src/values/format.ts';
import { useWording } from '../words/words.ts';
import styles from './duty-state-mark.module.css';

const marks = {
  doneOnTime: IconCircleCheckFilled,
  doneLate: IconClockCheck,
  dueSoon: IconCircleDot,
  openOverdue: IconSquareFilled,
  noDue: IconMinus,
};

type Props = {
  state: DutyState;
  /** Working days that are left; negative: by which the deadline has passed. */
  daysLeft?: number | null;
  /** How much is said to be done, in percent: fills the ring of one in time. */
  share?: number | null;
};

/** Where a duty stands: a shape and a word of its own for each state, not colour alone. */
export function DutyStateMark({ state, daysLeft, share }: Props) {
  const { words, language } = useWording();
  const { names, dueToday, soon, overdue } = words.states;
  const days = formatNumber(Math.abs(daysLeft ?? 0), language);
  const saying =
    state === 'dueSoon' && daysLeft != null
      ? daysLeft === 0
        ? dueToday
        : soon(days)
      : state === 'openOverdue' && daysLeft
        ? overdue(days)
        : names[state];
  return (
    <span className={styles.state} data-state={state}>
      <StateIcon state={state} share={share ?? 0} />
      <span>{saying}</span>
    </span>
  );
}

/** The shape alone, for whoever has the word beside it. */
export function StateIcon({ state, share = 0 }: { state: DutyState; share?: number }) {
  if (state === 'openInTime') return <Ring share={share} />;
  const Mark = marks[state];
  return <Mark className={styles.icon} data-state={state} size={16} stroke={2} aria-hidden />;
}

const around = 2 * Math.PI * 3.5;

/** An open ring, filled clockwise by the share that is done. */
function Ring({ share }: { share: number }) {
  return (
    <svg className={styles.icon} data-state="openInTime" width={16} height={16} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx={8} cy={8} r={6.6} fill="none" stroke="currentColor" strokeWidth={1.8} />
      <circle
        cx={8}
        cy={8}
        r={3.5}
        fill="none"
        stroke="currentColor"
        strokeWidth={7}
        strokeDasharray={`${(around * Math.min(Math.max(share, 0), 100)) / 100} ${around}`}
        transform="rotate(-90 8 8)"
      />
    </svg>
  );
}
