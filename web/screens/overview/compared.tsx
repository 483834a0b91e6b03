import { dutyStates } from '../../../src/registry/duty-state.ts';
import type { Overview, OverviewNumbers } from '../../../src/registry/overview.ts';
import { standingStates } from '../../../src/registry/standing.ts';
import { stateWord } from '../../../src/registry/standing-words.ts';
import { formatDay } from '../../../src/values/format.ts';
import { BarsChart } from '../../parts/charts/bars-chart.tsx';
import { ChartFrame } from '../../parts/charts/chart-frame.tsx';
import { useWording } from '../../words/words.ts';
import styles from './overview.module.css';

/** Targets and work by state on both days, or of both years: two bars for each, and the difference. */
export function Compared({ overview }: { overview: Overview }) {
  const { words, language } = useWording();
  const own = words.overview;
  const { day, than, thanYear, now, before } = overview;
  const named = (of: string, year: number | null) =>
    year === null ? formatDay(of, language) : own.planOn(String(year), formatDay(of, language));
  const year = thanYear === null ? null : thanYear + Number(day.slice(0, 4)) - Number(than.slice(0, 4));
  const series = [named(day, year), named(than, thanYear)] as const;
  const targetNames = standingStates.map((state) => [state, stateWord(state, language)] as const);
  const dutyNames = dutyStates.map((state) => [state, words.states.names[state]] as const);
  const parts = [
    { name: own.targets, of: ({ targets }: OverviewNumbers): Record<string, number> => targets, states: targetNames },
    { name: own.duties, of: ({ duties }: OverviewNumbers): Record<string, number> => duties, states: dutyNames },
  ];
  return (
    <section className={styles.part} aria-labelledby="overview-compared">
      <h2 id="overview-compared">{own.compared}</h2>
      {parts.map(({ name, of, states }) => {
        const title = `${name}: ${series.join(', ')}`;
        const bars = states.map(([state, word]) => ({
          ...{ key: state, name: word },
          values: [of(now)[state] ?? 0, of(before)[state] ?? 0],
        }));
        return (
          <div key={name}>
            <h3>{name}</h3>
            <ChartFrame
              title={title}
              draw={(place) => <BarsChart bars={bars} series={series} unit={null} place={place} label={title} />}
              table={{
                heads: [own.state, ...series, words.charts.compare.difference],
                rows: bars.map(({ name: word, values: [first = 0, second = 0] }) => [
                  word,
                  first,
                  second,
                  first - second,
                ]),
              }}
            />
          </div>
        );
      })}
    </section>
  );
}
