import { type MouseEvent, memo } from 'react';
import { useWords } from '../../words/words.ts';
import styles from './paper.module.css';
import { nearestSpot, type Spot } from './spots.ts';

type Props = { spots: Spot[]; severe: ReadonlySet<string>; chosen: string | undefined; onPick: (id: string) => void };

const height = 1000;
const lanes = { target: 0, task: 4, note: 8 };

const isShown = (spot: Spot): spot is Spot & { kind: keyof typeof lanes } => spot.kind in lanes;

/** A thin strip that shows where findings and notes stand. For eye and mouse only: the lists say the same. */
export const EdgeMap = memo(function EdgeMap({ spots, severe, chosen, onPick }: Props) {
  const words = useWords();
  const shown = spots.filter(isShown);
  const pick = (event: MouseEvent<HTMLButtonElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const spot = nearestSpot(shown, (event.clientY - box.top) / box.height);
    if (spot) onPick(spot.id);
  };
  const place = ({ from, to }: Spot) => ({ y: from * height, height: Math.max(2.5, (to - from) * height) });
  // What is probably wrong reaches over into the next lane: a shape of its own.
  const lane = ({ id, kind }: Spot & { kind: keyof typeof lanes }) =>
    severe.has(id) ? { x: lanes[kind] - 4, width: 7.4 } : { x: lanes[kind], width: 3.4 };
  return (
    <button type="button" className={styles.map} tabIndex={-1} aria-hidden title={words.document.map} onClick={pick}>
      <svg viewBox={`0 0 12 ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {shown.map((spot) => (
          <rect key={`${spot.id}-${spot.from}`} data-kind={spot.kind} {...lane(spot)} {...place(spot)} />
        ))}
        {spots
          .filter(({ id }) => id === chosen)
          .map((spot) => (
            <rect key={spot.from} className={styles.mapChosen} x={0} width={12} {...place(spot)} />
          ))}
      </svg>
    </button>
  );
});
