import type { Rehearsal, RehearsedChoice } from '../../../src/registry/rehearsal.ts';
import { useWording } from '../../words/words.ts';
import { AgencyChoices } from './agency-choices.tsx';
import styles from './reorganisations.module.css';
import type { Deciding as Decisions } from './use-reorganisation.ts';

/** Each body whose work falls to several, or that hands a part over: its work, one piece after the other. */
export function Deciding({ rehearsal, deciding }: { rehearsal: Rehearsal; deciding: Decisions }) {
  const { reorganisations: words } = useWording().words;
  const choices = rehearsal.choices.map(
    (choice): RehearsedChoice => ({
      ...choice,
      heirs: deciding.heirsOf(choice.assignmentId, choice.heirs),
    }),
  );
  const agencies = [...new Set(choices.map(({ from }) => from))];
  return (
    <section className={styles.section} aria-labelledby="chon-don-vi">
      <h2 id="chon-don-vi">{words.deciding}</h2>
      <p className={styles.keys}>{words.keys}</p>
      {agencies.map((from) => (
        <AgencyChoices
          key={from}
          from={from}
          rehearsal={rehearsal}
          choices={choices.filter((choice) => choice.from === from)}
          onDecide={deciding.decide}
        />
      ))}
      <p className={styles.saving} role="status">
        {deciding.saving ? words.saving : ''}
      </p>
    </section>
  );
}
