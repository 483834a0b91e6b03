import { Button, Checkbox } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Rehearsal, RehearsedChoice } from '../../../src/registry/rehearsal.ts';
import type { HeirChoice } from '../../../src/registry/reorganisation.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { searchQuery, searchText } from '../../../src/values/search-text.ts';
import { SearchField } from '../../parts/search-field.tsx';
import { useWording } from '../../words/words.ts';
import { ChoiceRow } from './choice-row.tsx';
import styles from './deciding.module.css';
import { HeirButtons } from './heir-buttons.tsx';

type Props = {
  from: string;
  rehearsal: Rehearsal;
  choices: RehearsedChoice[];
  onDecide: (assignmentIds: readonly number[], heirs: HeirChoice[]) => void;
};

/** More than this are shown when asked for. */
const atOnce = 200;

const isOpen = ({ heirs }: RehearsedChoice): boolean => heirs === null;

/** Rows in which every typed word begins some word. */
function says(choice: RehearsedChoice, works: Rehearsal['works'], typed: string): boolean {
  const query = searchQuery(typed);
  const work = works[choice.work];
  if (!query) return true;
  const text = searchText([work?.quote ?? '', ...(work?.section ?? []), work?.group ?? null])[query.form];
  return query.terms.every((term) => text.includes(` ${term}`));
}

/** The work of one body: chosen one by one, as suggested, or many at once. */
export function AgencyChoices({ from, rehearsal, choices, onDecide }: Props) {
  const { words, language } = useWording();
  const names = words.reorganisations;
  const [typed, setTyped] = useState('');
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [marked, setMarked] = useState<ReadonlySet<number>>(new Set());
  const [most, setMost] = useState(atOnce);
  const list = useRef<HTMLUListElement>(null);
  const options = rehearsal.options[from] ?? [];
  const agency = rehearsal.names[from] ?? from;
  const mayStay = choices.some((choice) => choice.mayStay);
  const found = choices.filter((choice) => (!onlyOpen || isOpen(choice)) && says(choice, rehearsal.works, typed));
  const suggested = choices.filter((choice) => isOpen(choice) && choice.suggestion !== null);
  const open = choices.filter(isOpen).length;
  const number = (value: number): string => formatNumber(value, language);

  const mark = (ids: readonly number[], on: boolean) =>
    setMarked((now) => new Set(on ? [...now, ...ids] : [...now].filter((id) => !ids.includes(id))));
  const decideMarked = (heirs: HeirChoice[]) => {
    onDecide([...marked], heirs);
    setMarked(new Set());
  };
  const takeAll = () => {
    for (const { assignmentId, suggestion } of suggested) if (suggestion) onDecide([assignmentId], suggestion.heirs);
  };

  const boxes = (): HTMLInputElement[] => [
    ...(list.current?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? []),
  ];
  /** The next row still open, or the next row. */
  const goOn = (at: number) => {
    const next = found.findIndex((choice, place) => place > at && isOpen(choice));
    boxes()[next === -1 ? Math.min(at + 1, found.length - 1) : next]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = event.target instanceof Element ? event.target.closest('li') : null;
    const at = row ? [...(list.current?.children ?? [])].indexOf(row) : -1;
    const choice = found[at];
    if (!choice || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const heirs = heirsByKey(event.key, choice, options);
    if (!step && !heirs) return;
    event.preventDefault();
    if (step) boxes()[at + step]?.focus();
    if (!heirs) return;
    if (marked.has(choice.assignmentId)) decideMarked(heirs);
    else onDecide([choice.assignmentId], heirs);
    goOn(at);
  };

  const head = mayStay
    ? names.stayLead(agency, number(open))
    : names.decidingLead(agency, number(open), number(choices.length));
  return (
    <section className={styles.agency} aria-label={agency}>
      <h3>{open === 0 && !mayStay ? names.decidingDone(agency, number(choices.length)) : head}</h3>
      <ul className={styles.fields}>
        {options.map(({ agencyId, field }) => (
          <li key={`${agencyId} ${field}`}>
            <strong>{rehearsal.names[agencyId] ?? agencyId}</strong>: {field ?? names.rest}
          </li>
        ))}
      </ul>
      <div className={styles.bar}>
        <SearchField label={names.search} placeholder={names.search} value={typed} onChange={setTyped} />
        <Checkbox
          label={names.onlyOpen}
          checked={onlyOpen}
          onChange={(event) => setOnlyOpen(event.currentTarget.checked)}
        />
        <Button
          variant="default"
          size="compact-md"
          onClick={() =>
            mark(
              found.map((one) => one.assignmentId),
              true,
            )
          }
        >
          {names.markShown}
        </Button>
        {suggested.length > 0 && (
          <Button
            variant="light"
            size="compact-md"
            leftSection={<IconSparkles size={16} aria-hidden />}
            onClick={takeAll}
          >
            {names.takeSuggestions(number(suggested.length))}
          </Button>
        )}
      </div>
      {marked.size > 0 && (
        <div className={styles.marked}>
          <span>{names.marked(number(marked.size))}</span>
          <HeirButtons
            rehearsal={rehearsal}
            options={options}
            mayStay={mayStay}
            chosen={null}
            onChoose={decideMarked}
          />
          <Button variant="subtle" size="compact-sm" onClick={() => setMarked(new Set())}>
            {names.unmark}
          </Button>
        </div>
      )}
      <ul className={styles.choices} ref={list} onKeyDown={onKeyDown}>
        {found.slice(0, most).map((choice) => (
          <ChoiceRow
            key={choice.assignmentId}
            choice={choice}
            rehearsal={rehearsal}
            options={options}
            marked={marked.has(choice.assignmentId)}
            onMark={(on) => mark([choice.assignmentId], on)}
            onChoose={(heirs) => onDecide([choice.assignmentId], heirs)}
          />
        ))}
      </ul>
      {found.length > most && (
        <Button variant="default" onClick={() => setMost(most + atOnce)}>
          {names.showMore(number(found.length - most))}
        </Button>
      )}
    </section>
  );
}

function heirsByKey(key: string, { suggestion }: RehearsedChoice, options: HeirChoice[]): HeirChoice[] | undefined {
  if (key === '0') return [];
  if (key.toLowerCase() === 'g') return suggestion?.heirs;
  const option = /^[1-9]$/.test(key) ? options[Number(key) - 1] : undefined;
  return option && [option];
}
