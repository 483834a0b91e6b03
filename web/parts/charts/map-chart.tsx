import { useMediaQuery } from '@mantine/hooks';
import { type RefObject, useId, useMemo } from 'react';
import type { PlaceShape } from '../../../src/registry/boundary.ts';
import { classAt, classesOf, drawnMap, type MapClass } from '../../../src/registry/map-drawing.ts';
import { formatNumber, withUnit } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import { sizes } from './axes.tsx';
import styles from './charts.module.css';

type Place = { key: string; name: string; value: number | null };

type Props = {
  shapes: readonly PlaceShape[];
  /** With their values; a shape without is a border alone. */
  places: readonly Place[];
  unit: string | null;
  place: RefObject<SVGSVGElement | null>;
  label: string;
};

const mostHeight = 620;
const rowHeight = 24;
/** So wide and tall a place must be for the number of its class. */
const enoughRoom = 18;

/** The darker the more; each class has its number on the map, so that it is read without colour, too. */
const shadeOf = (at: number, of: number): string => {
  const share = of < 2 ? 60 : 14 + (72 * at) / (of - 1);
  return `color-mix(in srgb, var(--task) ${Math.round(share)}%, var(--surface))`;
};
/** On dark shades the number is light. */
const inkOf = (at: number, of: number): string => (of > 1 && at / (of - 1) > 0.6 ? 'var(--surface)' : 'var(--ink)');

/** Places in the shades of a few classes, under them what each shade means; the table behind says it all. */
export function MapChart({ shapes, places, unit, place, label }: Props) {
  const { words, language } = useWording();
  const own = words.breakdown.map;
  const hatch = `map${useId().replace(/\W/g, '')}`;
  const wide = useMediaQuery('(min-width: 760px)', true, { getInitialValueInEffect: false });
  const { width } = wide ? sizes.wide : sizes.narrow;
  const { height, places: drawn } = useMemo(() => drawnMap(shapes, { width, mostHeight }), [shapes, width]);
  const byKey = new Map(places.map((one) => [one.key, one]));
  const [borders, areas] = [
    drawn.filter((one) => !byKey.has(one.placeId)),
    drawn.filter((one) => byKey.has(one.placeId)),
  ];
  const values = areas.flatMap(({ placeId }) => byKey.get(placeId)?.value ?? []);
  const classes = classesOf(values);
  const number = (value: number) => formatNumber(Number(value.toPrecision(8)), language);
  const told = (value: number | null | undefined) => (value == null ? own.noData : withUnit(number(value), unit));
  const unknown = areas.length - values.length;
  const top = height + 16;
  const rows = classes.length + (unknown > 0 ? 1 : 0);
  return (
    <svg
      ref={place}
      viewBox={`0 0 ${width} ${top + rows * rowHeight}`}
      className={styles.drawing}
      role="img"
      aria-label={label}
    >
      <defs>
        <pattern id={hatch} width={8} height={8} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={8} height={8} className={styles.mapGround} />
          <rect width={2} height={8} className={styles.mapStripe} />
        </pattern>
      </defs>
      {areas.map(({ placeId, path, at, room }) => {
        const found = byKey.get(placeId);
        const value = found?.value ?? null;
        const nth = value === null ? -1 : classAt(classes, value);
        const fill = nth < 0 ? `url(#${hatch})` : shadeOf(nth, classes.length);
        return (
          <g key={placeId}>
            <path d={path} className={styles.mapPlace} fillRule="evenodd" style={{ fill }}>
              <title>{`${found?.name ?? ''}: ${told(value)}`}</title>
            </path>
            {nth >= 0 && room > enoughRoom && (
              <text
                x={at.x}
                y={at.y + 5}
                textAnchor="middle"
                className={styles.mapNumber}
                style={{ fill: inkOf(nth, classes.length) }}
              >
                {nth + 1}
              </text>
            )}
          </g>
        );
      })}
      {borders.map(({ placeId, path }) => (
        <path key={placeId} d={path} className={styles.mapBorder} />
      ))}
      {classes.map((one, at) => (
        <Legend
          key={one.from}
          y={top + at * rowHeight}
          fill={shadeOf(at, classes.length)}
          ink={inkOf(at, classes.length)}
          number={at + 1}
          words={own.class(rangeOf(one, number), unit, number(one.count))}
        />
      ))}
      {unknown > 0 && (
        <Legend
          y={top + classes.length * rowHeight}
          fill={`url(#${hatch})`}
          words={own.class(own.noData, null, number(unknown))}
        />
      )}
    </svg>
  );
}

const rangeOf = ({ from, to }: MapClass, number: (value: number) => string): string =>
  from === to ? number(from) : `${number(from)} – ${number(to)}`;

type LegendProps = { y: number; fill: string; ink?: string; number?: number; words: string };

function Legend({ y, fill, ink, number, words }: LegendProps) {
  return (
    <g transform={`translate(4, ${y})`}>
      <rect width={30} height={18} className={styles.mapPlace} style={{ fill }} />
      {number !== undefined && (
        <text x={15} y={14} textAnchor="middle" className={styles.mapNumber} style={{ fill: ink }}>
          {number}
        </text>
      )}
      <text x={40} y={14} className={styles.words}>
        {words}
      </text>
    </g>
  );
}
