/** Counts laid out as rows and columns, for a chart and its table alike. */
export type Pivot<C extends string | number> = {
  rows: { key: string; name: string; total: number; cells: Map<C, number> }[];
  columns: C[];
};

type Count<C> = { row: string; name: string; column: C; count: number };

/** Rows in the order they first appear, columns as given, those without a count left out. */
export function pivot<C extends string | number>(counts: readonly Count<C>[], columns: readonly C[]): Pivot<C> {
  const rows = new Map<string, Pivot<C>['rows'][number]>();
  for (const { row: key, name, column, count } of counts) {
    const row = rows.get(key) ?? { key, name, total: 0, cells: new Map<C, number>() };
    row.total += count;
    row.cells.set(column, (row.cells.get(column) ?? 0) + count);
    rows.set(key, row);
  }
  return { rows: [...rows.values()], columns: columns.filter((column) => counts.some((one) => one.column === column)) };
}

/** The rows with most, so many as fit on a screen. */
export const largest = <C extends string | number>(whole: Pivot<C>, most: number): Pivot<C> => ({
  ...whole,
  rows: [...whole.rows].sort((a, b) => b.total - a.total).slice(0, most),
});

/** Shortens a name for an axis; the whole stands in the tooltip and the table. */
export const shorten = (name: string, length: number): string =>
  name.length > length ? `${name.slice(0, length - 1).trimEnd()}…` : name;
