import { SegmentedControl } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Overview } from '../../../src/registry/overview.ts';
import { standingStates } from '../../../src/registry/standing.ts';
import { stateWord } from '../../../src/registry/standing-words.ts';
import { unplaced } from '../../../src/registry/target-pillar.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import { Lengths, standingIcon } from './bars.tsx';
import styles from './overview.module.css';
import type { PlanSearch, StandingSearch } from './search.ts';

type Part = { key: string; name: string; counts: Record<string, number>; search: StandingSearch };
const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((all, one) => all + one, 0);

/** Targets by pillar, or by the headings of their documents: bars on one scale, each number opens its list. */
export function Pillars({ of, plan, by }: { of: Overview; plan: PlanSearch; by: 'nhom' | undefined }) {
  const { words } = useWording();
  const own = words.overview;
  const navigate = useNavigate({ from: '/tong-quan' });
  const name = (pillar: Overview['pillars'][number]['pillar']) =>
    pillar === unplaced ? own.noPillar : words.indicators.pillars[pillar];
  const parts: Part[] =
    by === 'nhom'
      ? of.groups.map(({ group, targets }) => ({
          ...{ key: group, name: group === unplaced ? own.noGroup : group, counts: targets },
          search: { ...plan, group: [group] },
        }))
      : of.pillars.map(({ pillar, targets }) => ({
          ...{ key: pillar, name: name(pillar), counts: targets, search: { ...plan, pillar: [pillar] } },
        }));
  const longest = Math.max(1, ...parts.map(({ counts }) => sum(counts)));
  if (parts.length === 0) return null;
  const title = by === 'nhom' ? own.byGroup : own.byPillar;
  return (
    <section className={styles.part} aria-labelledby="overview-pillars">
      <h2 id="overview-pillars">{title}</h2>
      <SegmentedControl
        size="sm"
        aria-label={own.partedBy}
        data={[
          { value: 'linhVuc', label: own.pillar },
          { value: 'nhom', label: own.group },
        ]}
        value={by ?? 'linhVuc'}
        onChange={(value) =>
          void navigate({
            search: (now) => ({ ...now, theo: value === 'nhom' ? 'nhom' : undefined }),
            ...{ replace: true, resetScroll: false },
          })
        }
      />
      <Bars parts={parts} longest={longest} />
    </section>
  );
}

function Bars({ parts, longest }: { parts: readonly Part[]; longest: number }) {
  const { words, language } = useWording();
  const own = words.overview;
  const number = (value: number) => formatNumber(value, language);
  return (
    <ul className={styles.pillars}>
      {parts.map(({ key, name, counts, search }) => (
        <li key={key}>
          <h3>
            <Link to="/tong-quan/chi-tieu" search={search} preload={false}>
              {name}
            </Link>{' '}
            <span className="soft numbers">{own.listCount(number(sum(counts)))}</span>
          </h3>
          <div style={{ width: `${(100 * sum(counts)) / longest}%` }}>
            <Lengths counts={counts} states={standingStates} />
          </div>
          <ul className={styles.legend}>
            {standingStates
              .filter((state) => (counts[state] ?? 0) > 0)
              .map((state) => (
                <li key={state}>
                  <Link to="/tong-quan/chi-tieu" search={{ ...search, state: [state] }} preload={false}>
                    {standingIcon(state)}
                    <span>{stateWord(state, language)}</span>
                    <strong className="numbers">{number(counts[state] ?? 0)}</strong>
                  </Link>
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
