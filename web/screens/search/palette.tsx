import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowRight, IconBookmark, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import type { SearchHit } from '../../../src/registry/search.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { fold } from '../../../src/values/vietnamese.ts';
import { parseSearch } from '../../parts/address.ts';
import { useAsOf } from '../../parts/as-of.ts';
import { useWording } from '../../words/words.ts';
import { hitIcons } from './hit.tsx';
import { HitLink } from './hit-link.tsx';
import { documentName, nameOfHit, Pieces } from './hit-words.tsx';
import styles from './palette.module.css';
import { usePlaces } from './places.ts';
import { useRecent } from './recent.ts';
import { useFirstHits, useSavedSearches } from './use-search.ts';

type Choice =
  | { kind: 'place'; to: string; name: string }
  | { kind: 'saved'; name: string; query: string }
  | { kind: 'hit'; hit: SearchHit; recent: boolean }
  | { kind: 'all' };

/** All that can be chosen: as nothing is typed places, kept searches and what was opened lately; then what fits, and what is found. */
function useChoices(typed: string): Choice[] {
  const asOf = useAsOf();
  const [settled] = useDebouncedValue(typed.trim(), 120);
  const found = useFirstHits(typed.trim() === '' ? '' : settled, asOf);
  const saved = useSavedSearches();
  const { recent } = useRecent();
  const places = usePlaces();
  const wanted = fold(typed.trim());
  const fits = (name: string) => fold(name).includes(wanted);
  const shown = wanted === '' ? recent() : (found.data?.hits ?? []);
  return [
    ...(saved.data?.searches ?? []).filter(({ name }) => fits(name)).map((one) => ({ kind: 'saved', ...one }) as const),
    ...places
      .filter(({ name }) => fits(name))
      .slice(0, wanted === '' ? undefined : 3)
      .map((place) => ({ kind: 'place', ...place }) as const),
    ...shown.map((hit) => ({ kind: 'hit', hit, recent: wanted === '' }) as const),
    ...(wanted === '' ? [] : [{ kind: 'all' } as const]),
  ];
}

type Props = { opened: boolean; onClose: () => void };

/** Ctrl+K: everywhere to go and everything to find, by keyboard. */
export function Palette({ opened, onClose }: Props) {
  const { words } = useWording();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      closeOnClickOutside
      title={words.search.palette.title}
      size={640}
      yOffset="8dvh"
      transitionProps={{ duration: 100 }}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <Body onClose={onClose} />
    </Modal>
  );
}

function Body({ onClose }: { onClose: () => void }) {
  const { words, language } = useWording();
  const own = words.search;
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const choices = useChoices(typed);
  const id = useId();
  const optionId = (at: number) => `${id}-${at}`;
  const at = Math.min(chosen, choices.length - 1);
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      document.getElementById(optionId(at))?.click();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const next = (at + (event.key === 'ArrowDown' ? 1 : choices.length - 1)) % Math.max(choices.length, 1);
    setChosen(next);
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-label={own.label}
        aria-expanded={choices.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={choices.length > 0 ? optionId(at) : undefined}
        aria-autocomplete="list"
        placeholder={own.open}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        maxLength={300}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={walk}
      />
      <div className={styles.list} id={`${id}-list`} role="listbox" aria-label={own.palette.title}>
        {choices.map((choice, index) => (
          <Option
            key={keyOf(choice)}
            choice={choice}
            typed={typed.trim()}
            heading={headingOf(choice) !== headingOf(choices[index - 1]) ? headingOf(choice) : undefined}
            id={optionId(index)}
            chosen={index === at}
            onChoose={onClose}
          />
        ))}
      </div>
      <p className="hidden-visually" aria-live="polite">
        {own.palette.results(formatNumber(choices.length, language))}
      </p>
      <p className={styles.keys} aria-hidden>
        {own.palette.keys}
      </p>
    </>
  );
}

type Heading = 'places' | 'saved' | 'recent' | 'found';

function headingOf(choice: Choice | undefined): Heading | undefined {
  if (choice === undefined) return undefined;
  if (choice.kind === 'place') return 'places';
  if (choice.kind === 'saved') return 'saved';
  return choice.kind === 'hit' && choice.recent ? 'recent' : 'found';
}

const keyOf = (choice: Choice): string =>
  choice.kind === 'hit'
    ? `${choice.hit.kind} ${choice.hit.document?.id ?? ''} ${choice.hit.id}`
    : choice.kind === 'place'
      ? choice.to
      : choice.kind === 'saved'
        ? `saved ${choice.name}`
        : 'all';

type OptionProps = {
  choice: Choice;
  typed: string;
  heading: Heading | undefined;
  id: string;
  chosen: boolean;
  onChoose: () => void;
};

function Option({ choice, typed, heading, id, chosen, onChoose }: OptionProps) {
  const { words } = useWording();
  const own = words.search;
  const { remember } = useRecent();
  const part = { id, role: 'option', 'aria-selected': chosen, tabIndex: -1, className: styles.option } as const;
  const headings: Record<Heading, string> = { ...own.palette, saved: own.saved };
  return (
    <>
      {heading && (
        <div className={styles.group} role="presentation">
          {headings[heading]}
        </div>
      )}
      {choice.kind === 'place' && (
        <Link to={choice.to} {...part} onClick={onChoose}>
          <IconArrowRight size={18} aria-hidden />
          <span className={styles.name}>{choice.name}</span>
        </Link>
      )}
      {choice.kind === 'saved' && (
        <Link to="/tim-kiem" search={parseSearch(choice.query)} {...part} onClick={onChoose}>
          <IconBookmark size={18} aria-hidden />
          <span className={styles.name}>{choice.name}</span>
        </Link>
      )}
      {choice.kind === 'all' && (
        <Link to="/tim-kiem" search={{ q: typed }} {...part} onClick={onChoose}>
          <IconSearch size={18} aria-hidden />
          <span className={styles.name}>{own.palette.all(typed)}</span>
        </Link>
      )}
      {choice.kind === 'hit' && (
        <HitLink
          hit={choice.hit}
          {...part}
          onClick={() => {
            remember(choice.hit);
            onChoose();
          }}
        >
          <HitWords hit={choice.hit} />
        </HitLink>
      )}
    </>
  );
}

function HitWords({ hit }: { hit: SearchHit }) {
  const { words } = useWording();
  const Mark = hitIcons[hit.kind];
  const whole = hit.kind === 'document' || hit.title !== null;
  const side = [words.search.kinds[hit.kind], hit.kind !== 'document' && documentName(hit, words), hit.agency?.name];
  return (
    <>
      <Mark size={18} stroke={1.7} aria-hidden />
      <span>
        <span className={styles.name}>{whole ? nameOfHit(hit, words) : <Pieces pieces={hit.pieces} />}</span>
        <span className={styles.side}>{side.filter((one) => typeof one === 'string').join(' · ')}</span>
      </span>
    </>
  );
}
