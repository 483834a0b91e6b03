import type { TargetStory } from '../../../src/registry/target-story.ts';
import { formatDay, formatNumber, withUnit } from '../../../src/values/format.ts';
import { periodWords } from '../../../src/values/period-words.ts';
import { useWording } from '../../words/words.ts';
import { ChartFrame } from './chart-frame.tsx';
import { forecastValue } from './compared.ts';
import { PathChart, PathKeys } from './path-chart.tsx';

type ChartProps = Pick<TargetStory, 'target' | 'steps'> & { story: NonNullable<TargetStory['story']> };

/** A target's way through time with what was reached, its table, and the forecast. */
export function TargetChart({ target, story, steps }: ChartProps) {
  const { words, language } = useWording();
  const own = words.charts;
  const number = (value: number) => formatNumber(Number(value.toPrecision(8)), language);
  const unit = target.indicatorUnit;
  const label = `${target.name}. ${words.overview.chart}`;
  const ends = ({ low, high }: { low: number | null; high: number | null }) =>
    [low !== null && `≥ ${number(low)}`, high !== null && `≤ ${number(high)}`].filter(Boolean).join(', ');
  const expected = new Map(story.expected.map((one) => [one.day, one]));
  const rows = story.actual.map(({ day, period, value, basis }) => {
    const then = expected.get(day);
    return [periodWords(period, language), value, own.bases[basis], then ? ends(then) : null];
  });
  return (
    <>
      <PathKeys />
      <ChartFrame
        title={label}
        draw={(place) => <PathChart story={story} steps={steps} unit={unit} place={place} label={label} />}
        table={{
          heads: [own.period, own.reached, own.basis, own.expected],
          rows: [...rows, [formatDay(story.to, language), null, null, ends(story.aim)]],
        }}
      />
      {story.forecast && (
        <p>
          {own.forecast(
            withUnit(number(forecastValue(story.forecast)), unit),
            formatDay(story.forecast.day, language),
            own.methods[story.forecast.method],
          )}
        </p>
      )}
    </>
  );
}
