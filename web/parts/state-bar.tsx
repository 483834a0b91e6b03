import { type DutyState, dutyStates, type StateCounts } from '../../src/registry/duty-state.ts';
import { formatNumber } from '../../src/values/format.ts';
import { useWording } from '../words/words.ts';
import { StateIcon } from './duty-state-mark.tsx';
import styles from './state-bar.module.css';

type Props = {
  counts: StateCounts;
  chosen: readonly DutyState[];
  /** One was pressed; pressed again, it is left. */
  onToggle: (state: DutyState) => void;
};

/** How many stand where, as lengths and in words. The words are buttons for every way of pointing; the lengths only for a mouse. */
export function StateBar({ counts, chosen, onToggle }: Props) {
  const { words, language } = useWording();
  const { names, counted, bar } = words.states;
  const there = dutyStates.filter((state) => counts[state] > 0 || chosen.includes(state));
  const saying = (state: DutyState) => counted(names[state], formatNumber(counts[state], language));
  const faded = (state: DutyState) => chosen.length > 0 && !chosen.includes(state);
  return (
    <section className={styles.states} aria-label={bar}>
      <div className={styles.bar} aria-hidden>
        {there
          .filter((state) => counts[state] > 0)
          .map((state) => (
            <button
              key={state}
              type="button"
              tabIndex={-1}
              className={styles.length}
              data-state={state}
              data-faded={faded(state) || undefined}
              style={{ flexGrow: counts[state] }}
              title={saying(state)}
              onClick={() => onToggle(state)}
            />
          ))}
      </div>
      <ul className={styles.legend}>
        {there.map((state) => (
          <li key={state}>
            <button
              type="button"
              className={styles.choice}
              aria-pressed={chosen.includes(state)}
              onClick={() => onToggle(state)}
            >
              <StateIcon state={state} share={50} />
              <span>{names[state]}</span>
              <strong className="numbers">{formatNumber(counts[state], language)}</strong>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
