import { IconCircleCheck, IconCircleDashed, IconCircleHalf2 } from '@tabler/icons-react';
import type { ReorganisationState } from '../../../src/registry/reorganisation.ts';
import { useWords } from '../../words/words.ts';
import styles from './reorganisations.module.css';

/** Icon and word: not carried out, carried out, or carried out with new work since. */
export function StateMark({ state, waiting }: { state: ReorganisationState; waiting: number }) {
  const { reorganisations: words } = useWords();
  const again = state === 'applied' && waiting > 0;
  const Mark = again ? IconCircleHalf2 : state === 'applied' ? IconCircleCheck : IconCircleDashed;
  return (
    <span className={styles.state} data-state={again ? 'more' : state}>
      <Mark size={18} stroke={1.7} aria-hidden />
      {again ? words.more : words.states[state]}
    </span>
  );
}
