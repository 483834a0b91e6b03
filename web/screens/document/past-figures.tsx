import type { MouseEvent } from 'react';
import type { PastFigure } from '../../../src/values/finding.ts';
import { formatBasis, formatPastFigure, formatPeriod, formatTargetValue } from '../../../src/values/format.ts';
import { ChangeMark } from '../../parts/change-mark.tsx';
import { useWording } from '../../words/words.ts';
import { Card } from './card.tsx';
import styles from './findings.module.css';

type Common = { chosen: string | undefined; onPick: (id: string) => void };

/** "Thực hiện năm 2023: 5,2%", each a link to its sentence. */
export function PastFigures({ figures, chosen, onPick }: Common & { figures: PastFigure[] }) {
  const { words, language } = useWording();
  if (figures.length === 0) return null;
  const open = (event: MouseEvent, id: string) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onPick(id);
  };
  return (
    <ul className={styles.past} aria-label={words.document.figures}>
      {figures.map((figure) => (
        <li key={figure.id}>
          <a
            href={`?muc=${figure.id}`}
            aria-current={figure.id === chosen ? 'true' : undefined}
            onClick={(event) => open(event, figure.id)}
          >
            {formatPastFigure(figure, language)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** A past figure that stands beside no target: a row whose cell of the plan is empty. */
export function FigureCard({ figure, chosen, onPick }: Common & { figure: PastFigure }) {
  const { language } = useWording();
  return (
    <Card
      id={figure.id}
      kind="figure"
      chosen={figure.id === chosen}
      onPick={onPick}
      title={figure.variant ? `${figure.name}, ${figure.variant}` : figure.name}
      value={
        <>
          <span className={styles.figure}>
            <ChangeMark change={figure.change} />
            {formatTargetValue(figure, language)}
          </span>
          <span className={styles.year}>
            {formatBasis(figure.basis, language)} {formatPeriod(figure.period, language)}
          </span>
        </>
      }
    />
  );
}
