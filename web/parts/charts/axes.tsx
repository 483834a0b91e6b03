import { formatNumber } from '../../../src/values/format.ts';
import type { Box } from '../../../src/values/scale.ts';
import { useWording } from '../../words/words.ts';
import styles from './charts.module.css';

export type Size = { width: number; height: number };
/** On a phone fewer units across, so that words stay as large as elsewhere. */
export const sizes = { wide: { width: 900, height: 340 }, narrow: { width: 380, height: 300 } };
export const boxOf = ({ width, height }: Size): Box => ({ left: 64, right: width - 20, top: 34, bottom: height - 34 });

type Props = {
  size: Size;
  ticks: readonly number[];
  y: (value: number) => number;
  unit: string | null;
  marks: readonly { at: number; words: string }[];
};

/** Lines and words that say where a value and a time lie. */
export function Axes({ size, ticks, y, unit, marks }: Props) {
  const { language } = useWording();
  const box = boxOf(size);
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={box.left} x2={box.right} y1={y(tick)} y2={y(tick)} className={styles.grid} />
          <text x={box.left - 8} y={y(tick) + 4} textAnchor="end" className={styles.words}>
            {formatNumber(tick, language)}
          </text>
        </g>
      ))}
      {unit !== null && (
        <text x={box.left - 8} y={18} className={styles.words} textAnchor="start">
          {unit}
        </text>
      )}
      {marks.map(({ at, words }) => (
        <text key={words} x={at} y={size.height - 12} textAnchor="middle" className={styles.words}>
          {words}
        </text>
      ))}
    </>
  );
}
