import type { Sparkline as Points } from '../../../src/registry/sparkline.ts';
import { formatDay, formatNumber, withUnit } from '../../../src/values/format.ts';
import { dayNumber } from '../../../src/values/plain-date.ts';
import { lineScale, pathOf } from '../../../src/values/scale.ts';
import { useWording } from '../../words/words.ts';
import styles from './charts.module.css';

const [width, height, edge] = [96, 26, 4];

type Props = { points: Points; unit?: string | null };

/** How a line went of late, in the size of a word; what it shows is its name for whoever does not see it. Estimates are dashed. */
export function Sparkline({ points, unit = null }: Props) {
  const { words, language } = useWording();
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return null;
  const values = points.map(({ value }) => value);
  const x = lineScale(dayNumber(first.day), dayNumber(last.day), edge, width - edge);
  const y = lineScale(Math.min(...values), Math.max(...values), height - edge, edge);
  const told = ({ value, day }: Points[number]) =>
    `${withUnit(formatNumber(Number(value.toPrecision(8)), language), unit)} (${formatDay(day, language)})`;
  const label = words.charts.sparkline(formatNumber(points.length, language), told(first), told(last));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} className={styles.sparkline} role="img">
      <title>{label}</title>
      {points.slice(1).map((point, at) => {
        const before = points[at] ?? first;
        const line = pathOf([
          [x(dayNumber(before.day)), y(before.value)],
          [x(dayNumber(point.day)), y(point.value)],
        ]);
        return <path key={point.day} d={line} className={point.basis === 'final' ? styles.actual : styles.estimated} />;
      })}
      <circle cx={x(dayNumber(last.day))} cy={y(last.value)} r={3} className={styles.known} />
    </svg>
  );
}
