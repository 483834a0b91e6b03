import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import type { StandingStory } from '../../../src/registry/standing-story.ts';
import type { TargetStory } from '../../../src/registry/target-story.ts';
import { formatDay, formatNumber } from '../../../src/values/format.ts';
import { periodWords } from '../../../src/values/period-words.ts';
import { dayNumber, endOfMonth, type PlainDate } from '../../../src/values/plain-date.ts';
import { dayScale, lineScale, pathOf, ticksOf } from '../../../src/values/scale.ts';
import { useWording } from '../../words/words.ts';
import { Axes, boxOf, type Size, sizes } from './axes.tsx';
import styles from './charts.module.css';

type Props = {
  story: StandingStory;
  steps: TargetStory['steps'];
  unit: string | null;
  /** Lower is better and stands above. */
  place: RefObject<SVGSVGElement | null>;
  label: string;
};

const keyLooks = {
  expected: <path d="M0,10h26" className={styles.expected} />,
  actual: <path d="M0,7h26" className={styles.actual} />,
  estimated: <path d="M0,7h26" className={styles.estimated} />,
  forecast: <path d="M0,7h26" className={styles.forecast} />,
  target: <path d="M13,0l7,7l-7,7l-7,-7z" className={styles.target} />,
};

/** What each line and mark means. */
export function PathKeys() {
  const own = useWording().words.charts;
  return (
    <ul className={styles.keys}>
      {(Object.keys(keyLooks) as (keyof typeof keyLooks)[]).map((name) => (
        <li key={name}>
          <svg width={26} height={14} viewBox="0 0 26 14" aria-hidden="true">
            {name === 'expected' && <rect y={3} width={26} height={11} className={styles.band} />}
            {keyLooks[name]}
          </svg>
          {own.keys[name]}
        </li>
      ))}
    </ul>
  );
}

/** What was expected as a band, what was reached as a line, what may come apart from both, and each target where it stands. */
export function PathChart({ story, steps, unit, place, label }: Props) {
  const { words, language } = useWording();
  const own = words.charts;
  const size = useMediaQuery('(min-width: 760px)', true, { getInitialValueInEffect: false })
    ? sizes.wide
    : sizes.narrow;
  const { x, y, ticks, days } = scalesOf(story, steps, size);
  const number = (value: number) => formatNumber(value, language);
  const toldOf = ({ documentNumber, year, value, quote }: TargetStory['steps'][number]) =>
    `${documentNumber ?? ''} ${year}: ${number(value)}. ${quote}`;
  return (
    <svg ref={place} viewBox={`0 0 ${size.width} ${size.height}`} className={styles.drawing}>
      <title>{label}</title>
      <Axes
        size={size}
        ticks={ticks}
        y={y}
        unit={unit}
        marks={days.map((day) => ({ at: x(day), words: formatDay(day, language).slice(-7) }))}
      />
      <Way story={story} x={x} y={y} />
      <Reached story={story} x={x} y={y} />
      {steps.map((step) => {
        const day = `${step.year}-12-31`;
        if (day < story.from || dayNumber(day) > dayNumber(story.to)) return null;
        return (
          <Link
            key={`${step.documentId} ${step.id}`}
            to="/van-ban/$id"
            params={{ id: step.documentId }}
            search={{ muc: step.id }}
            preload={false}
            className={styles.spot}
            aria-label={toldOf(step)}
          >
            <title>{toldOf(step)}</title>
            <path d={`M${x(day)},${y(step.value) - 7}l7,7l-7,7l-7,-7z`} className={styles.target} />
          </Link>
        );
      })}
      {story.actual.map(({ day, value, period, basis }) => (
        <circle
          key={day}
          cx={x(day)}
          cy={y(value)}
          r={4.5}
          className={basis === 'final' ? styles.known : styles.guessed}
        >
          <title>{`${periodWords(period, language)}: ${number(value)} (${own.bases[basis]})`}</title>
        </circle>
      ))}
    </svg>
  );
}

type Scales = { x: (day: PlainDate) => number; y: (value: number) => number };

function scalesOf(
  { expected, actual, forecast, from, to, aim }: StandingStory,
  steps: TargetStory['steps'],
  size: Size,
) {
  const box = boxOf(size);
  const inTime = steps.filter(({ year }) => `${year}-12-31` <= to && `${year}-12-31` >= from);
  const values = [
    ...expected.flatMap(({ low, high, slack }) => [
      low === null ? null : low - slack,
      high === null ? null : high + slack,
    ]),
    ...actual.map(({ value }) => value),
    ...inTime.map(({ value }) => value),
    forecast?.value ?? null,
    ...[aim.low, aim.high],
  ].filter((value) => value !== null);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const ticks = ticksOf(least, most);
  const first = actual[0] && actual[0].day < from ? actual[0].day : from;
  const x = dayScale(first, to, box);
  const y = lineScale(ticks[0] ?? 0, ticks.at(-1) ?? 1, box.bottom, box.top);
  const days = marksBetween(first, to, size.width / 110);
  return { x, y, ticks, days };
}

/** Ends of quarters or of years, so many at most. */
function marksBetween(from: PlainDate, to: PlainDate, most: number): PlainDate[] {
  const monthOf = (day: PlainDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const [first, last] = [monthOf(from), monthOf(to)];
  const step = [3, 6, 12, 24, 36, 60].find((one) => (last - first) / one <= most) ?? 120;
  const marks: PlainDate[] = [];
  for (let at = last; at >= first; at -= step) {
    const year = Math.ceil(at / 12) - 1;
    marks.push(endOfMonth(year, at - year * 12));
  }
  return marks;
}

/** The expected way with what still is on it as a band. */
function Way({ story: { expected }, x, y }: { story: StandingStory } & Scales) {
  const ends = (['low', 'high'] as const).filter((end) => expected.some((one) => one[end] !== null));
  return (
    <>
      {ends.map((end) => {
        const points = expected.flatMap(({ day, slack, ...one }) => {
          const value = one[end];
          return value === null ? [] : [{ at: x(day), value, slack }];
        });
        const there = points.map(({ at, value }) => [at, y(value)] as const);
        const edge = (side: number) => points.map(({ at, value, slack }) => [at, y(value + side * slack)] as const);
        return (
          <g key={end}>
            <path d={`${pathOf(edge(1))}${pathOf(edge(-1).toReversed()).replace('M', 'L')}Z`} className={styles.band} />
            <path d={pathOf(there)} className={styles.expected} />
          </g>
        );
      })}
    </>
  );
}

/** Lines between what was reported; dashed to what is only estimated, dotted to what the year may end with. */
function Reached({ story: { actual, forecast }, x, y }: { story: StandingStory } & Scales) {
  const last = actual.at(-1);
  return (
    <>
      {actual.slice(1).map((point, at) => {
        const before = actual[at];
        if (!before) return null;
        const line = pathOf([
          [x(before.day), y(before.value)],
          [x(point.day), y(point.value)],
        ]);
        return <path key={point.day} d={line} className={point.basis === 'final' ? styles.actual : styles.estimated} />;
      })}
      {last && forecast && forecast.day > last.day && (
        <>
          <path
            d={pathOf([
              [x(last.day), y(last.value)],
              [x(forecast.day), y(forecast.value)],
            ])}
            className={styles.forecast}
          />
          <circle cx={x(forecast.day)} cy={y(forecast.value)} r={4.5} className={styles.coming} />
        </>
      )}
    </>
  );
}
