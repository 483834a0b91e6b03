import type { PastFigure, Target } from '../../../src/values/finding.ts';
import { formatTargetValue } from '../../../src/values/format.ts';
import { heaviest, type Note } from '../../../src/values/note.ts';
import { ChangeMark } from '../../parts/change-mark.tsx';
import { FindingNotes } from '../../parts/finding-notes.tsx';
import { useWording } from '../../words/words.ts';
import { Card, Field } from './card.tsx';
import styles from './findings.module.css';
import { PastFigures } from './past-figures.tsx';

type Props = {
  target: Target;
  /** What the document states beside it of years gone by. */
  past: PastFigure[];
  chosen: string | undefined;
  notes: Note[];
  onPick: (id: string) => void;
};

export function TargetCard({ target, past, chosen, notes, onPick }: Props) {
  const { words, language } = useWording();
  const years =
    target.yearFrom !== null && target.yearFrom !== target.year ? `${target.yearFrom} – ${target.year}` : target.year;
  return (
    <Card
      id={target.id}
      kind="target"
      ordinal={target.ordinal}
      chosen={target.id === chosen || past.some(({ id }) => id === chosen)}
      severity={heaviest(notes)}
      part={target.parentId !== null}
      onPick={onPick}
      title={target.variant ? `${target.name}, ${target.variant}` : target.name}
      below={
        <>
          <PastFigures figures={past} chosen={chosen} onPick={onPick} />
          <FindingNotes notes={notes} confidence={target.confidence} />
        </>
      }
      value={
        <>
          <span className={styles.figure} data-condition={target.op === 'text' || undefined}>
            <ChangeMark change={target.change} />
            {formatTargetValue(target, language)}
          </span>
          <span className={styles.year}>
            {years}
            {target.tier === 'national' && ` · ${words.tiers.national}`}
          </span>
        </>
      }
    >
      <Field name={words.document.base} value={target.base} />
      <Field name={words.document.agencies} value={target.agencies.join('; ')} />
    </Card>
  );
}
