import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Rehearsal, RehearsedChoice } from '../../../src/registry/rehearsal.ts';
import type { HeirChoice } from '../../../src/registry/reorganisation.ts';
import type { Words } from '../../words/vi.ts';
import { useWording } from '../../words/words.ts';
import styles from './deciding.module.css';
import { HeirButtons } from './heir-buttons.tsx';

type Suggestion = NonNullable<RehearsedChoice['suggestion']>;

type Props = {
  choice: RehearsedChoice;
  rehearsal: Rehearsal;
  options: HeirChoice[];
  marked: boolean;
  onMark: (on: boolean) => void;
  onChoose: (heirs: HeirChoice[]) => void;
};

/** One piece of work: what its document says, what speaks for which heir, and the heirs with their keys. */
export function ChoiceRow({ choice, rehearsal, options, marked, onMark, onChoose }: Props) {
  const { words } = useWording();
  const names = words.reorganisations;
  const { suggestion, heirs, role, mayStay } = choice;
  const work = rehearsal.works[choice.work];
  const quote = work?.quote ?? choice.work;
  const nameOf = (id: string): string => rehearsal.names[id] ?? id;
  return (
    <li data-open={heirs === null || undefined}>
      <Checkbox
        checked={marked}
        aria-label={names.mark(quote)}
        onChange={(event) => onMark(event.currentTarget.checked)}
      />
      <div className={styles.choice}>
        <p className={styles.quote}>{quote}</p>
        <p className={styles.where}>
          {role === 'named' ? names.named : words.roles[role]}
          {work && (
            <>
              {' · '}
              <Link to="/van-ban/$id" params={{ id: work.documentId }} search={{ muc: work.findingId }} preload={false}>
                {work.documentNumber}
              </Link>
            </>
          )}
          {work?.section.at(-1) && ` · ${work.section.at(-1)}`}
        </p>
        {suggestion && heirs === null && (
          <p className={styles.where}>
            <strong>
              {names.suggested}: {suggestion.heirs.map(({ agencyId }) => nameOf(agencyId)).join('; ')}
            </strong>{' '}
            ({because(suggestion, names)})
          </p>
        )}
        <fieldset className={styles.group}>
          <legend className="hidden-visually">{names.heirsOf(quote)}</legend>
          <HeirButtons
            rehearsal={rehearsal}
            options={options}
            mayStay={mayStay}
            chosen={heirs}
            suggested={suggestion?.heirs ?? []}
            onChoose={onChoose}
          />
        </fieldset>
      </div>
    </li>
  );
}

function because({ how, because: words }: Suggestion, names: Words['reorganisations']): string {
  const said = words.join(', ');
  const reasons: Record<Suggestion['how'], string> = {
    words: names.suggestedWords(said),
    headings: names.suggestedHeadings(said),
    indicator: names.suggestedIndicator,
    already: names.suggestedAlready,
    land: names.suggestedLand,
  };
  return reasons[how];
}
