import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DutyState } from '../../../src/registry/duty-state.ts';
import type { Overview } from '../../../src/registry/overview.ts';
import { longOverdueDays, type OverviewNumbers } from '../../../src/registry/overview.ts';
import type { StandingState } from '../../../src/registry/standing.ts';
import { formatDay, formatNumber } from '../../../src/values/format.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { useWording } from '../../words/words.ts';
import styles from './overview.module.css';
import type { PlanSearch } from './search.ts';

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((all, one) => all + one, 0);

type Tile = {
  name: 'good' | 'behind' | 'noData' | 'overdue' | 'done';
  of: (numbers: OverviewNumbers) => number;
  all: (numbers: OverviewNumbers) => number;
  /** More of it is better, worse, or neither. */
  better: 1 | -1;
};

const allTargets = ({ targets }: OverviewNumbers): number => sum(targets);
const allDuties = ({ duties }: OverviewNumbers): number => sum(duties);

const tiles: readonly Tile[] = [
  { name: 'good', of: ({ targets }) => (targets.met ?? 0) + (targets.onPath ?? 0), all: allTargets, better: 1 },
  { name: 'behind', of: ({ targets }) => targets.behind ?? 0, all: allTargets, better: -1 },
  { name: 'noData', of: ({ targets }) => targets.noData ?? 0, all: allTargets, better: -1 },
  { name: 'overdue', of: ({ duties }) => duties.openOverdue ?? 0, all: allDuties, better: -1 },
  { name: 'done', of: ({ duties }) => (duties.doneOnTime ?? 0) + (duties.doneLate ?? 0), all: allDuties, better: 1 },
];

const targetStates: Partial<Record<Tile['name'], StandingState[]>> = {
  good: ['met', 'onPath'],
  behind: ['behind'],
  noData: ['noData'],
};

/** The five numbers, each leading to the list of what it counts, with how it was on the other day. */
export function Numbers({ overview, plan }: { overview: Overview; plan: PlanSearch }) {
  const { words, language } = useWording();
  const own = words.overview;
  const number = (value: number) => formatNumber(value, language);
  const than = formatDay(overview.than, language);
  const since = overview.thanYear === null ? than : own.planOn(String(overview.thanYear), than).toLowerCase();
  return (
    <section aria-label={own.numbers}>
      <ul className={styles.tiles}>
        {tiles.map(({ name, of, all, better }) => {
          const [now, change] = [of(overview.now), of(overview.now) - of(overview.before)];
          const turn = change === 0 ? own.same : change > 0 ? own.more(number(change)) : own.less(number(-change));
          return (
            <li key={name}>
              <NumberLink name={name} plan={plan} day={overview.day}>
                <strong>{number(now)}</strong>
                <span>
                  {own.names[name]} <span className="soft">{own.of(number(all(overview.now)))}</span>
                </span>
                <span className={styles.turn} data-turn={Math.sign(change * better)}>
                  {change !== 0 && <span aria-hidden>{change > 0 ? '▲ ' : '▼ '}</span>}
                  {turn} {own.since(since)}
                </span>
              </NumberLink>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type NumberLinkProps = { name: Tile['name']; plan: PlanSearch; day: PlainDate; children: ReactNode };

function NumberLink({ name, plan, day, children }: NumberLinkProps) {
  const states = targetStates[name];
  if (states)
    return (
      <Link to="/tong-quan/chi-tieu" search={{ ...plan, state: states }} className={styles.tile} data-name={name}>
        {children}
      </Link>
    );
  return (
    <Link
      to="/theo-doi"
      search={dutySearch(plan, day, name === 'done' ? ['doneOnTime', 'doneLate'] : ['openOverdue'])}
      className={styles.tile}
      data-name={name}
    >
      {children}
    </Link>
  );
}

/** The list of duties that the numbers count. */
export const dutySearch = (
  { document, tier, year }: PlanSearch,
  day: PlainDate,
  state: DutyState[],
  agency?: string,
) => ({
  kind: ['assigned' as const],
  ...(document?.length ? { document } : {}),
  ...(tier?.length ? { tier } : {}),
  year: year === 0 ? undefined : (year ?? Number(day.slice(0, 4))),
  ...(state.length > 0 ? { state } : {}),
  ...(agency === undefined ? {} : { agency: [agency] }),
});

/** "9 nhiệm vụ quá hạn, 3 trong số đó quá 30 ngày; 4 chỉ tiêu có nguy cơ không đạt." */
export function Sentence({ numbers: { targets, duties, longOverdue, atRisk } }: { numbers: OverviewNumbers }) {
  const { words, language } = useWording();
  const own = words.overview;
  const number = (value: number) => formatNumber(value, language);
  const overdue = duties.openOverdue ?? 0;
  const noData = targets.noData ?? 0;
  const ofDuties =
    overdue === 0
      ? own.nothingOverdue
      : own.overdue(number(overdue)) +
        (longOverdue > 0 ? own.longOverdue(number(longOverdue), number(longOverdueDays)) : '');
  const parts = [
    ofDuties,
    atRisk === 0 ? own.noRisk : own.atRisk(number(atRisk)),
    ...(noData > 0 ? [own.unknown(number(noData))] : []),
  ];
  return <p className={styles.sentence}>{parts.join('; ')}.</p>;
}
