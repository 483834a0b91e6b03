import { useMediaQuery } from '@mantine/hooks';
import { type RefObject, useId } from 'react';
import { formatNumber, withUnit } from '../../../src/values/format.ts';
import { lineScale } from '../../../src/values/scale.ts';
import { useWording } from '../../words/words.ts';
import { sizes } from './axes.tsx';
import styles from './charts.module.css';

/** One bar, or two where one thing stands beside another; null: not known. */
export type Bar = { key: string; name: string; values: readonly (number | null)[]; estimated?: boolean };

type Props = {
  bars: readonly Bar[];
  /** What the first and the second bar of each are, where there are two. */
  series?: readonly [string, string];
  unit: string | null;
  place: RefObject<SVGSVGElement | null>;
  label: string;
};

const [thick, gap, words] = [16, 12, 20];

/** Lengths beside one another, each under its name and with its number: read without colour, and on a phone. */
export function BarsChart({ bars, series, unit, place, label }: Props) {
  const { language } = useWording();
  const hatch = `hatch${useId().replace(/\W/g, '')}`;
  const hatched = { fill: `url(#${hatch})` };
  const wide = useMediaQuery('(min-width: 760px)', true, { getInitialValueInEffect: false });
  const { width } = wide ? sizes.wide : sizes.narrow;
  const all = bars.flatMap(({ values }) => values.filter((value) => value !== null));
  const [least, most] = [Math.min(0, ...all), Math.max(0, ...all)];
  const x = lineScale(least, most === least ? 1 : most, 4, width - 110);
  const each = words + (series ? 2 : 1) * (thick + 2) + gap;
  const top = series ? 28 : 4;
  const told = (value: number | null) =>
    value === null ? '–' : withUnit(formatNumber(Number(value.toPrecision(8)), language), unit);
  return (
    <svg
      ref={place}
      viewBox={`0 0 ${width} ${top + bars.length * each}`}
      className={styles.drawing}
      role="img"
      aria-label={label}
    >
      <defs>
        <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={6} height={6} className={styles.barGround} />
          <rect width={3} height={6} className={styles.barStripe} />
        </pattern>
      </defs>
      {series?.map((name, index) => (
        <g key={name} transform={`translate(${4 + (index * width) / 2}, 4)`}>
          <rect width={22} height={14} className={styles.bar} style={index === 1 ? hatched : undefined} />
          <text x={28} y={12} className={styles.words}>
            {name}
          </text>
        </g>
      ))}
      {bars.map(({ key, name, values, estimated = false }, row) => (
        <g key={key} transform={`translate(0, ${top + row * each})`}>
          <text x={4} y={14} className={styles.words}>
            {name}
          </text>
          {values.map((value, index) => {
            const [from, to] = [x(Math.min(0, value ?? 0)), x(Math.max(0, value ?? 0))];
            const y = words + index * (thick + 2);
            return (
              <g key={series?.[index] ?? 'one'}>
                <rect
                  x={from}
                  y={y}
                  width={Math.max(value === null ? 0 : 1, to - from)}
                  height={thick}
                  className={estimated ? styles.barEstimated : styles.bar}
                  style={index === 1 ? hatched : undefined}
                />
                <text x={to + 6} y={y + 13} className={styles.words}>
                  {told(value)}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}
