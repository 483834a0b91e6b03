import { Link } from '@tanstack/react-router';
import { dutyStates } from '../../../src/registry/duty-state.ts';
import { type StandingState, standingStates } from '../../../src/registry/standing.ts';
import { stateWord } from '../../../src/registry/standing-words.ts';
import { formatNumber } from '../../../src/values/format.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { StateIcon } from '../../parts/duty-state-mark.tsx';
import { StandingIcon } from '../../parts/standing-mark.tsx';
import { useWording } from '../../words/words.ts';
import { dutySearch } from './numbers.tsx';
import styles from './overview.module.css';
import type { PlanSearch } from './search.ts';

type Counts = Record<string, number>;

/** Lengths for the eye; the words below say the same and lead on. */
export function Lengths({ counts, states }: { counts: Counts; states: readonly string[] }) {
  return (
    <div className={styles.bar} aria-hidden>
      {states
        .filter((state) => (counts[state] ?? 0) > 0)
        .map((state) => (
          <span key={state} className={styles.length} data-state={state} style={{ flexGrow: counts[state] }} />
        ))}
    </div>
  );
}

export const standingIcon = (state: StandingState) => (
  <StandingIcon standing={{ state, degree: state === 'behind' ? 'slight' : null }} />
);

export function TargetBar({ counts, plan }: { counts: Counts; plan: PlanSearch }) {
  const { words, language } = useWording();
  return (
    <section className={styles.part} aria-labelledby="overview-targets">
      <h2 id="overview-targets">{words.overview.targets}</h2>
      <Lengths counts={counts} states={standingStates} />
      <ul className={styles.legend}>
        {standingStates.map((state) => (
          <li key={state}>
            <Link to="/tong-quan/chi-tieu" search={{ ...plan, state: [state] }} preload={false}>
              {standingIcon(state)}
              <span>{stateWord(state, language)}</span>
              <strong className="numbers">{formatNumber(counts[state] ?? 0, language)}</strong>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function DutyBar({ counts, plan, day }: { counts: Counts; plan: PlanSearch; day: PlainDate }) {
  const { words, language } = useWording();
  return (
    <section className={styles.part} aria-labelledby="overview-duties">
      <h2 id="overview-duties">{words.overview.duties}</h2>
      <Lengths counts={counts} states={dutyStates} />
      <ul className={styles.legend}>
        {dutyStates.map((state) => (
          <li key={state}>
            <Link to="/theo-doi" search={dutySearch(plan, day, [state])} preload={false}>
              <StateIcon state={state} share={50} />
              <span>{words.states.names[state]}</span>
              <strong className="numbers">{formatNumber(counts[state] ?? 0, language)}</strong>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
