import { formatNumber } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import styles from './progress.module.css';
import { type Counts, type Standing, standings } from './queue.ts';
import { standingIcons } from './standing-mark.tsx';

const drawn: Standing[] = ['accepted', 'rejected', 'clear', 'doubtful', 'blocked'];

type Props = { counts: Counts; onGoTo: (standing: Standing) => void };

/** How far the review is, as a bar and in numbers; each number leads to the first of its findings. */
export function Progress({ counts, onGoTo }: Props) {
  const { words, language } = useWording();
  const { review } = words;
  const number = (value: number) => formatNumber(value, language);
  const done = review.done(number(counts.decided), number(counts.total));
  return (
    <div className={styles.progress}>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label={review.progress}
        aria-valuemin={0}
        aria-valuemax={counts.total}
        aria-valuenow={counts.decided}
        aria-valuetext={done}
      >
        {drawn.map((standing) => (
          <span key={standing} data-standing={standing} style={{ flexGrow: counts[standing] }} />
        ))}
      </div>
      <p className={styles.done}>{done}</p>
      <ul className={styles.counts}>
        {standings.map((standing) => {
          const Mark = standingIcons[standing];
          return (
            <li key={standing}>
              <button
                type="button"
                data-standing={standing}
                disabled={counts[standing] === 0}
                title={review.goTo}
                onClick={() => onGoTo(standing)}
              >
                <Mark size={16} aria-hidden />
                <span className={styles.word}>{review.standings[standing]}</span>
                <strong>{number(counts[standing])}</strong>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
