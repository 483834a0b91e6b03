import { type MouseEvent, memo, useMemo } from 'react';
import { useWords } from '../../words/words.ts';
import styles from './paper.module.css';
import { type Mark, nearestMark } from './pieces.ts';

type Props = { marks: Mark[]; length: number; chosen: string | undefined; onPick: (id: string) => void };

const height = 1000;

/** A thin strip that shows where findings and notes stand. For eye and mouse only: the lists say the same. */
export const EdgeMap = memo(function EdgeMap({ marks, length, chosen, onPick }: Props) {
  const words = useWords();
  const shown = useMemo(() => marks.filter(({ kind }) => kind !== 'fact' && kind !== 'reference'), [marks]);
  const pick = (event: MouseEvent<HTMLButtonElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const mark = nearestMark(shown, ((event.clientY - box.top) / box.height) * length);
    if (mark) onPick(mark.id);
  };
  const place = (mark: Mark) => ({
    y: (mark.span.start / length) * height,
    height: Math.max(2.5, ((mark.span.end - mark.span.start) / length) * height),
  });
  const lanes = { target: 0, task: 4, note: 8, fact: 0, reference: 0 };
  return (
    <button type="button" className={styles.map} tabIndex={-1} aria-hidden title={words.document.map} onClick={pick}>
      <svg viewBox={`0 0 12 ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {shown.map((mark) => (
          <rect
            key={`${mark.id}-${mark.span.start}`}
            data-kind={mark.kind}
            x={lanes[mark.kind]}
            width={3.4}
            {...place(mark)}
          />
        ))}
        {marks
          .filter(({ id }) => id === chosen)
          .map((mark) => (
            <rect key={mark.span.start} className={styles.mapChosen} x={0} width={12} {...place(mark)} />
          ))}
      </svg>
    </button>
  );
});
