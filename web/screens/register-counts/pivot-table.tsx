import { Link } from '@tanstack/react-router';
import { formatNumber } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import type { Pivot } from './pivot.ts';
import styles from './register-counts.module.css';

type Props<C extends string | number> = {
  caption: string;
  head: string;
  pivot: Pivot<C>;
  nameOf: (column: C) => string;
  to: '/van-ban' | '/chi-tieu' | '/nhiem-vu';
  searchOf: (row: number, column?: C) => Record<string, unknown>;
};

/** The figures of a chart; each is a link to the rows it counts. */
export function PivotTable<C extends string | number>({ caption, head, pivot, nameOf, to, searchOf }: Props<C>) {
  const { words, language } = useWording();
  return (
    <table className={styles.table}>
      <caption className="hidden-visually">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {pivot.columns.map((column) => (
            <th key={column} scope="col">
              {nameOf(column)}
            </th>
          ))}
          <th scope="col">{words.registerCounts.total}</th>
        </tr>
      </thead>
      <tbody>
        {pivot.rows.map((row, at) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            {pivot.columns.map((column) => {
              const count = row.cells.get(column);
              return (
                <td key={column}>
                  {count === undefined ? (
                    <span className="soft">–</span>
                  ) : (
                    <Link to={to} search={searchOf(at, column)} preload={false}>
                      {formatNumber(count, language)}
                    </Link>
                  )}
                </td>
              );
            })}
            <td>
              <Link to={to} search={searchOf(at)} preload={false}>
                {formatNumber(row.total, language)}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
