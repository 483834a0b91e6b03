import type { ReactNode } from 'react';
import { formatNumber } from '../../src/values/format.ts';
import { useWording } from '../words/words.ts';
import styles from './printed-table.module.css';

export type PrintedColumn<Row> = {
  id: string;
  name: string;
  numeric?: boolean;
  show: (row: Row) => ReactNode;
};

type Props<Row> = {
  label: string;
  columns: readonly PrintedColumn<Row>[];
  total: number;
  /** undefined where it has not come from the server. */
  rowAt: (index: number) => Row | undefined;
};

/** What scrolls on the screen, on paper: every row that is there, over as many sheets as it takes, the head on each. */
export function PrintedTable<Row>({ label, columns, total, rowAt }: Props<Row>) {
  const { words, language } = useWording();
  const rows = Array.from({ length: total }, (_, index) => ({ index, row: rowAt(index) })).flatMap(({ index, row }) =>
    row === undefined ? [] : [{ index, row }],
  );
  return (
    <div className="lies-across">
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ id, name, numeric }) => (
              <th key={id} scope="col" data-numeric={numeric}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ index, row }) => (
            <tr key={index}>
              {columns.map(({ id, numeric, show }) => (
                <td key={id} data-numeric={numeric}>
                  {show(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < total && (
        <p>{words.parts.printedSome(formatNumber(rows.length, language), formatNumber(total, language))}</p>
      )}
    </div>
  );
}
