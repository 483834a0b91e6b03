import type { RoundRecord } from '../../../src/registry/round.ts';
import { SubmissionStage } from '../../../src/registry/submission-stage.ts';
import { useWords } from '../../words/words.ts';
import styles from './rounds.module.css';

/** How many submissions are at each stage, in the order of the stages. */
export function StageCounts({ round, number }: { round: RoundRecord; number: (value: number) => string }) {
  const own = useWords().rounds;
  return (
    <ul className={styles.stages}>
      {SubmissionStage.options.flatMap((stage) => {
        const count = round.stages[stage] ?? 0;
        return count === 0
          ? []
          : [
              <li key={stage}>
                <strong>{number(count)}</strong> {own.stages[stage].toLowerCase()}
              </li>,
            ];
      })}
    </ul>
  );
}
