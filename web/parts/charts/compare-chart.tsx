import { useMediaQuery } from '@mantine/hooks';
import type { RefObject } from 'react';
import { formatDay, formatNumber } from '../../../src/values/format.ts';
import { lineScale, pathOf, ticksOf } from '../../../src/values/scale.ts';
import { useWording } from '../../words/words.ts';
import { Axes, boxOf, type Size, sizes } from './axes.tsx';
import styles from './charts.module.css';
import { type By, forecastValue, type Line, placeOf } from './compared.ts';

type Props = {
  lines: readonly [Line, Line];
  by: By;
  unit: string | null;
  place: RefObject<SVGSVGElement | null>;
  label: string;
};

type Scales = { x: (at: number) => number; y: (value: number) => number };

/** Two lines told apart by mark and name beside colour; what may come stands apart from what was reported, and says so. */
export function CompareChart({ lines, by, unit, place, label }: Props) {
  const { words, language } = useWording();
  const wide = useMediaQuery('(min-width: 760px)', true, { getInitialValueInEffect: false });
  const size = wide ? sizes.wide : sizes.narrow;
  const { x, y, ticks, marks } = scalesOf(lines, by, size);
  const wordsOf = (at: number, day: string) =>
    by === 'month' ? words.charts.month(String(at)) : formatDay(day, language).slice(-7);
  return (
    <svg ref={place} viewBox={`0 0 ${size.width} ${size.height}`} className={styles.drawing} role="img">
      <title>{label}</title>
      <Axes
        size={size}
        ticks={ticks}
        y={y}
        unit={unit}
        marks={marks.map(({ at, day }) => ({ at: x(at), words: wordsOf(at, day) }))}
      />
      {lines.map(({ name }, index) => (
        <g
          key={name}
          className={index === 1 ? styles.second : undefined}
          transform={`translate(${110 + (index * (size.width - 110)) / 2}, 14)`}
        >
          <Mark left={4} top={0} square={index === 1}>
            {name}
          </Mark>
          <text x={14} y={5} className={styles.words}>
            {name}
          </text>
        </g>
      ))}
      {lines.map((line, index) => (
        <OneLine key={line.name} line={line} second={index === 1} by={by} x={x} y={y} />
      ))}
    </svg>
  );
}

function scalesOf(lines: Props['lines'], by: By, size: Size) {
  const box = boxOf(size);
  const points = lines.flatMap(({ points: some, forecast }) => [...some, ...(forecast ? [forecast] : [])]);
  const values = points.map(({ value }) => value);
  const ticks = ticksOf(Math.min(...values), Math.max(...values));
  const places = points.map(({ day }) => ({ at: placeOf(day, by), day })).sort((a, b) => a.at - b.at);
  const [first, last] = by === 'month' ? [1, 12] : [places[0]?.at ?? 0, places.at(-1)?.at ?? 1];
  const x = lineScale(first, last, box.left + 8, box.right - 8);
  const distinct = [...new Map(places.map((one) => [one.at, one])).values()];
  const step = Math.max(1, Math.ceil(distinct.length / (size.width / 110)));
  return {
    x,
    y: lineScale(ticks[0] ?? 0, ticks.at(-1) ?? 1, box.bottom, box.top),
    ticks,
    marks: distinct.filter((_, at) => (distinct.length - 1 - at) % step === 0),
  };
}

type OneProps = Scales & { line: Line; second: boolean; by: By };

function OneLine({ line: { name, points, forecast }, second, by, x, y }: OneProps) {
  const { words, language } = useWording();
  const at = (day: string) => x(placeOf(day, by));
  const number = (value: number) => formatNumber(Number(value.toPrecision(8)), language);
  const last = points.at(-1);
  return (
    <g className={second ? styles.second : undefined}>
      {points.slice(1).map((point, index) => {
        const before = points[index];
        if (!before) return null;
        const line = pathOf([
          [at(before.day), y(before.value)],
          [at(point.day), y(point.value)],
        ]);
        return <path key={point.day} d={line} className={point.basis === 'final' ? styles.actual : styles.estimated} />;
      })}
      {points.map((point) => (
        <Mark key={point.day} left={at(point.day)} top={y(point.value)} square={second}>
          {`${name}, ${formatDay(point.day, language)}: ${number(point.value)} (${words.charts.bases[point.basis]})`}
        </Mark>
      ))}
      {last && forecast && placeOf(forecast.day, by) > placeOf(last.day, by) && (
        <>
          <path
            d={pathOf([
              [at(last.day), y(last.value)],
              [at(forecast.day), y(forecast.value)],
            ])}
            className={styles.forecast}
          />
          <text
            x={at(forecast.day)}
            y={y(forecast.value) + (second ? 18 : -8)}
            textAnchor="end"
            className={styles.words}
          >
            {words.charts.keys.forecast} {formatNumber(forecastValue(forecast), language)}
          </text>
        </>
      )}
    </g>
  );
}

function Mark({ left, top, square, children }: { left: number; top: number; square: boolean; children: string }) {
  return square ? (
    <rect x={left - 4} y={top - 4} width={8} height={8} className={styles.known}>
      <title>{children}</title>
    </rect>
  ) : (
    <circle cx={left} cy={top} r={4.5} className={styles.known}>
      <title>{children}</title>
    </circle>
  );
}
