import { Checkbox, Tabs, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentDetail } from '../../../src/api/documents.ts';
import type { PastFigure } from '../../../src/values/finding.ts';
import { formatNumber } from '../../../src/values/format.ts';
import type { Note } from '../../../src/values/note.ts';
import { fold } from '../../../src/values/vietnamese.ts';
import { noteId, referencesOf } from '../../parts/paper/marks.ts';
import { settle } from '../../parts/paper/settle.ts';
import { useArrowWalk } from '../../parts/use-arrow-walk.ts';
import { useWording } from '../../words/words.ts';
import { Facts } from './facts.tsx';
import styles from './findings.module.css';
import { NoteCard, ReferenceCard } from './other-cards.tsx';
import { FigureCard } from './past-figures.tsx';
import { type Tab, tabOf, tabs } from './tabs.ts';
import { TargetCard } from './target-card.tsx';
import { TaskCard } from './task-card.tsx';

type Props = { detail: DocumentDetail; chosen: string | undefined; onPick: (id: string) => void; shown: boolean };

function CardList({ empty, children }: { empty: string; children: ReactNode[] }) {
  if (children.length === 0) return <p className={styles.empty}>{empty}</p>;
  return <ul className={styles.cards}>{children}</ul>;
}

/** Brings the chosen card into view, and opens the tab it is in. */
function useChosenCard(chosen: string | undefined, shown: boolean, tab: Tab, setTab: (tab: Tab) => void) {
  const pane = useRef<HTMLElement>(null);
  useArrowWalk(pane);
  useEffect(() => {
    const its = chosen && tabOf(chosen);
    if (its) setTab(its);
  }, [chosen, setTab]);
  useEffect(() => {
    if (!chosen || !shown || tab !== tabOf(chosen)) return;
    const card = pane.current?.querySelector(`[data-card="${CSS.escape(chosen)}"]`);
    if (!card) return;
    return settle(() => {
      const { top } = card.getBoundingClientRect();
      card.scrollIntoView({ block: 'nearest' });
      return card.getBoundingClientRect().top !== top;
    });
  }, [chosen, shown, tab]);
  return pane;
}

const filterFrom = 12;
const nothing: Note[] = [];
const none: PastFigure[] = [];

export function Findings({ detail, chosen, onPick, shown }: Props) {
  const { words, language } = useWording();
  const { targets, figures, tasks, notes, text } = detail;
  const references = referencesOf(detail);
  const [tab, setTab] = useState<Tab>(targets.length > 0 || tasks.length === 0 ? 'targets' : 'tasks');
  // A past figure is shown on the card of its target.
  const shownAs = figures.find(({ id }) => id === chosen)?.targetId ?? chosen;
  const pane = useChosenCard(shownAs, shown, tab, setTab);
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(fold(typed.trim()), 150);
  const [onlyNoted, setOnlyNoted] = useState(false);
  const notesOf = useMemo(() => Map.groupBy(notes, ({ findingId }) => findingId), [notes]);
  const beside = useMemo(() => Map.groupBy(figures, ({ targetId }) => targetId), [figures]);
  const about = (id: string) => notesOf.get(id) ?? nothing;
  const counts = {
    targets: targets.length,
    tasks: tasks.length,
    facts: undefined,
    references: references.length,
    notes: notes.length,
  };

  const wants = (id: string, ...parts: (string | null)[]) =>
    (!onlyNoted || notesOf.has(id)) && (wanted === '' || fold(parts.join(' ')).includes(wanted));
  const lists = {
    targets: () => [
      ...targets
        .filter(
          (one) =>
            one.id === shownAs ||
            wants(one.id, one.name, one.variant, text.slice(one.span.start, one.span.end), ...one.agencies),
        )
        .map((one) => (
          <TargetCard
            key={one.id}
            target={one}
            past={beside.get(one.id) ?? none}
            chosen={chosen}
            notes={about(one.id)}
            onPick={onPick}
          />
        )),
      ...(beside.get(null) ?? none)
        .filter((one) => one.id === chosen || wants(one.id, one.name, one.variant))
        .map((one) => <FigureCard key={one.id} figure={one} chosen={chosen} onPick={onPick} />),
    ],
    tasks: () =>
      tasks
        .map((one) => ({ one, quote: text.slice(one.span.start, one.span.end) }))
        .filter(
          ({ one, quote }) => one.id === chosen || wants(one.id, quote, ...one.lead, ...one.coord, ...one.monitor),
        )
        .map(({ one, quote }) => (
          <TaskCard
            key={one.id}
            task={one}
            quote={quote}
            chosen={one.id === chosen}
            notes={about(one.id)}
            onPick={onPick}
          />
        )),
    references: () =>
      references.map((one, i) => (
        <ReferenceCard key={one.span.start} reference={one} index={i} chosen={chosen} onPick={onPick} />
      )),
    notes: () =>
      notes.map((one, i) => (
        <NoteCard key={noteId(i)} note={one} index={i} detail={detail} chosen={chosen} onPick={onPick} />
      )),
  };
  const findings = tab === 'targets' ? targets : tab === 'tasks' ? tasks : [];
  const notedCount = findings.filter(({ id }) => notesOf.has(id)).length;

  return (
    <section className={styles.pane} ref={pane} aria-label={words.document.findings} hidden={!shown}>
      <Tabs
        value={tab}
        onChange={(value) => setTab(tabs.find((one) => one === value) ?? 'targets')}
        keepMounted={false}
        className={styles.tabs}
      >
        <Tabs.List className={styles.tabList}>
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one} className={styles.tab}>
              {words.document[one]}
              {counts[one] !== undefined && (
                <span className={styles.tabCount}> {formatNumber(counts[one], language)}</span>
              )}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <div className={styles.filters} hidden={findings.length <= filterFrom && notedCount === 0}>
          <TextInput
            size="sm"
            leftSection={<IconSearch size={16} aria-hidden />}
            aria-label={words.document.filter}
            placeholder={words.document.filter}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {notedCount > 0 && (
            <Checkbox
              size="sm"
              label={words.document.onlyNoted(formatNumber(notedCount, language))}
              checked={onlyNoted}
              onChange={(event) => setOnlyNoted(event.currentTarget.checked)}
            />
          )}
        </div>
        {tabs.map((one) => (
          <Tabs.Panel key={one} value={one} className={styles.panel} tabIndex={-1}>
            {one === 'facts' ? (
              <Facts detail={detail} chosen={chosen} onPick={onPick} />
            ) : (
              <CardList empty={words.document[`no${one.charAt(0).toUpperCase()}${one.slice(1)}` as 'noTargets']}>
                {lists[one]()}
              </CardList>
            )}
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  );
}
