import { IconCheck } from '@tabler/icons-react';
import type { Rehearsal } from '../../../src/registry/rehearsal.ts';
import type { HeirChoice } from '../../../src/registry/reorganisation.ts';
import { useWording } from '../../words/words.ts';
import { AgencyPicker } from './agency-picker.tsx';
import styles from './deciding.module.css';

type Props = {
  rehearsal: Rehearsal;
  options: HeirChoice[];
  mayStay: boolean;
  chosen: HeirChoice[] | null;
  suggested?: HeirChoice[];
  onChoose: (heirs: HeirChoice[]) => void;
};

const same = (a: HeirChoice, b: HeirChoice): boolean => a.agencyId === b.agencyId && a.field === b.field;

/** Who can take a piece of work over, each with its key. */
export function HeirButtons({ rehearsal, options, mayStay, chosen, suggested = [], onChoose }: Props) {
  const { reorganisations: words } = useWording().words;
  const nameOf = ({ agencyId }: HeirChoice): string => rehearsal.names[agencyId] ?? agencyId;
  const isChosen = (heirs: HeirChoice[]): boolean =>
    chosen !== null && chosen.length === heirs.length && heirs.every((heir) => chosen.some((one) => same(one, heir)));
  const others = chosen?.filter((one) => ![...options, ...suggested].some((option) => same(option, one))) ?? [];
  return (
    <span className={styles.heirs}>
      {options.length === 0 && suggested.length > 0 && (
        <button type="button" data-suggested aria-pressed={isChosen(suggested)} onClick={() => onChoose(suggested)}>
          <kbd>G</kbd>
          {isChosen(suggested) && <IconCheck size={15} aria-hidden />}
          {suggested.map(nameOf).join('; ')}
        </button>
      )}
      {others.map((heir) => (
        <button key={heir.agencyId} type="button" aria-pressed onClick={() => onChoose([heir])}>
          <IconCheck size={15} aria-hidden />
          {nameOf(heir)}
        </button>
      ))}
      {options.map((option, at) => {
        const here = chosen?.some((one) => same(one, option)) ?? false;
        return (
          <button
            key={`${option.agencyId} ${option.field}`}
            type="button"
            aria-pressed={here}
            data-suggested={suggested.some((one) => same(one, option)) || undefined}
            title={option.field ?? words.rest}
            onClick={() => onChoose([option])}
          >
            <kbd>{at < 9 ? at + 1 : '·'}</kbd>
            {here && <IconCheck size={15} aria-hidden />}
            {nameOf(option)}
          </button>
        );
      })}
      {options.length === 0 && (
        <AgencyPicker
          day={rehearsal.event.effectiveOn}
          onPick={({ id }) => onChoose([{ agencyId: id, field: null }])}
        />
      )}
      <button
        type="button"
        aria-pressed={chosen?.length === 0}
        title={mayStay ? undefined : words.dropHint}
        onClick={() => onChoose([])}
      >
        <kbd>0</kbd>
        {chosen?.length === 0 && <IconCheck size={15} aria-hidden />}
        {mayStay ? words.stay : words.drop}
      </button>
    </span>
  );
}
