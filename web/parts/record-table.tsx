import { useMediaQuery } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../words/words.ts';
import { type Density, useDensity } from './preferences.tsx';
import { PrintedTable } from './printed-table.tsx';
import { usePrinting } from './printing.ts';
import styles from './record-table.module.css';
import { useArrowWalk } from './use-arrow-walk.ts';

export type Column<Row> = {
  id: string;
  name: string;
  /** What stands in the column says it by itself: its name is only read aloud. */
  quiet?: true;
  /** Least width in pixels; `grow` is its share of what is left. */
  width: number;
  grow?: number;
  /** The name the order is asked for by; absent where the column cannot be sorted. */
  sort?: string;
  numeric?: boolean;
  show: (row: Row) => ReactNode;
};

export type Sorting = { by: string; order: 'asc' | 'desc' };

type Props<Row> = {
  label: string;
  columns: Column<Row>[];
  total: number;
  rowAt: (index: number) => Row | undefined;
  onRange?: (first: number, last: number) => void;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
  /** The first column's words wrapped in the link that opens the row. */
  link: (row: Row, words: ReactNode) => ReactNode;
  /** The column that carries the link. */
  linked: string;
  /** A row on a phone. */
  card: (row: Row) => ReactNode;
};

const heights = { comfortable: 60, compact: 34 };

function HeadCell<Row>({
  column,
  sorting,
  onSort,
}: {
  column: Column<Row>;
  sorting: Sorting;
  onSort: Props<Row>['onSort'];
}) {
  const words = useWords();
  const here = column.sort !== undefined && sorting.by === column.sort;
  const Arrow = sorting.order === 'asc' ? IconArrowUp : IconArrowDown;
  return (
    <th
      scope="col"
      className={styles.headCell}
      data-numeric={column.numeric}
      aria-sort={here ? (sorting.order === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      {column.sort === undefined ? (
        <span className={column.quiet && 'hidden-visually'}>{column.name}</span>
      ) : (
        <button
          type="button"
          onClick={() => onSort({ by: column.sort ?? '', order: here && sorting.order === 'asc' ? 'desc' : 'asc' })}
          title={here ? (sorting.order === 'asc' ? words.list.sortedUp : words.list.sortedDown) : words.list.sort}
        >
          {column.name}
          {here && <Arrow size={15} aria-hidden />}
        </button>
      )}
    </th>
  );
}

/** A table of which only the rows in sight exist, so that 20,000 scroll as 20 do. On a phone its rows are cards. */
export function RecordTable<Row>(props: Props<Row>) {
  const [density] = useDensity();
  const wide = useMediaQuery('(min-width: 760px)', true, { getInitialValueInEffect: false });
  const printing = usePrinting();
  return (
    <>
      {printing && <PrintedTable {...props} columns={props.columns.filter(({ quiet }) => !quiet)} />}
      {/* Rows of another height are another table: the virtualizer keeps what it measured. */}
      <Rows key={`${density} ${wide}`} {...props} density={density} wide={wide} />
    </>
  );
}

function Rows<Row>(props: Props<Row> & { density: Density; wide: boolean }) {
  const { label, columns, total, rowAt, onRange, sorting, onSort, link, linked, card, density, wide } = props;
  const words = useWords();
  const scroller = useRef<HTMLElement>(null);
  useArrowWalk(scroller);
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => (wide ? heights[density] : 116),
    overscan: 12,
  });
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange?.(first, last), [onRange, first, last]);
  const grid = columns.map(({ width, grow }) => (grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`)).join(' ');
  const least = columns.reduce((sum, { width }) => sum + width, 0);
  // What scrolls must be reachable by keyboard, also while it holds no link yet.
  const scrolling = { tabIndex: 0 };

  return (
    <section ref={scroller} className={styles.scroller} data-wide={wide} {...scrolling} aria-label={label}>
      <table
        aria-label={label}
        aria-rowcount={total + 1}
        className={styles.table}
        style={wide ? ({ '--grid': grid, minWidth: least } as CSSProperties) : undefined}
      >
        <thead className={wide ? styles.head : 'hidden-visually'}>
          <tr className={styles.headRow} aria-rowindex={1}>
            {(wide ? columns : columns.slice(0, 1)).map((column) => (
              <HeadCell key={column.id} column={column} sorting={sorting} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody className={styles.body} style={{ height: rows.getTotalSize() }}>
          {items.map(({ index, start, size }) => {
            const row = rowAt(index);
            return (
              <tr
                key={index}
                aria-rowindex={index + 2}
                data-index={index}
                ref={wide ? undefined : rows.measureElement}
                className={wide ? styles.row : styles.cardRow}
                style={{ transform: `translateY(${start}px)`, ...(wide ? { height: size } : {}) }}
              >
                {row === undefined && (
                  <td className={styles.waiting}>
                    <span className="hidden-visually">{words.list.loading}</span>
                  </td>
                )}
                {row !== undefined && !wide && <td className={styles.cardCell}>{card(row)}</td>}
                {row !== undefined &&
                  wide &&
                  columns.map((column) => (
                    <td
                      key={column.id}
                      className={styles.cell}
                      data-numeric={column.numeric}
                      data-beside={column.id === linked ? undefined : true}
                    >
                      <div className={styles.clamp}>
                        {column.id === linked ? link(row, column.show(row)) : column.show(row)}
                      </div>
                    </td>
                  ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
