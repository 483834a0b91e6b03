import { useMediaQuery } from '@mantine/hooks';
import type { RefObject } from 'react';
import type { Sparkline } from '../../../src/registry/sparkline.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { dayNumber } from '../../../src/values/plain-date.ts';
import { lineScale, pathOf } from '../../../src/values/scale.ts';
import { useWording } from '../../words/words.ts';
import { sizes } from './axes.tsx';
import styles from './charts.module.css';

type One = { key: string; name: string; points: Sparkline };
type Props = { all: readonly One[]; place: RefObject<SVGSVGElement | null>; label: string };

const [cell, edge] = [92, 6];

/** Many small lines on one scale, so that one can be held against another. */
export function MultiplesChart({ all, place, label }: Props) {
  const { language } = useWording();
  const wide = useMediaQuery('(min-width: 760px)', true, { getInitialValueInEffect: false });
  const { width } = wide ? sizes.wide : sizes.narrow;
  const columns = wide ? 4 : 2;
  const across = width / columns;
  const points = all.flatMap((one) => one.points);
  const values = points.map(({ value }) => value);
  const days = points.map(({ day }) => dayNumber(day));
  const x = lineScale(Math.min(...days), Math.max(...days), edge, across - 24);
  const y = lineScale(Math.min(...values), Math.max(...values), cell - 14, 30);
  const shortened = (name: string) => (name.length > across / 8 ? `${name.slice(0, across / 8 - 1)}…` : name);
  return (
    <svg
      ref={place}
      viewBox={`0 0 ${width} ${Math.ceil(all.length / columns) * cell}`}
      className={`${styles.drawing} ${styles.multiples}`}
      role="img"
      aria-label={label}
    >
      {all.map(({ key, name, points: own }, at) => {
        const last = own.at(-1);
        return (
          <g key={key} transform={`translate(${(at % columns) * across}, ${Math.floor(at / columns) * cell})`}>
            <title>{name}</title>
            <text x={edge} y={16} className={styles.words}>
              {shortened(name)}
            </text>
            <line x1={edge} x2={across - 24} y1={cell - 14} y2={cell - 14} className={styles.grid} />
            <path d={pathOf(own.map(({ day, value }) => [x(dayNumber(day)), y(value)]))} className={styles.actual} />
            {last && (
              <>
                <circle cx={x(dayNumber(last.day))} cy={y(last.value)} r={3} className={styles.known} />
                <text x={x(dayNumber(last.day))} y={y(last.value) - 7} textAnchor="end" className={styles.words}>
                  {formatNumber(Number(last.value.toPrecision(8)), language)}
                </text>
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}
