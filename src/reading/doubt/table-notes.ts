import type { Row, Table } from '../../values/block.ts';
import type { Note } from '../../values/note.ts';
import { parseNumber } from '../../values/number.ts';
import type { Column } from '../tables/column-roles.ts';
import { cellText } from '../tables/grid.ts';
import type { FoundTarget, FoundTask } from './found.ts';
import { note } from './note.ts';
import type { Places } from './place.ts';

/** What is odd about findings in the rows of their table: a cell left empty that all others fill, a figure that repeats the past. */
export function tableNotes(targets: FoundTarget[], tasks: FoundTask[], place: Places, text: string): Note[] {
  const tableAt = tablesOf(place);
  return [...incompleteRows(tasks, tableAt), ...unchanged(targets, tableAt, text)];
}

/** A table's columns, and its rows by where they begin. */
type Ruled = { columns: Column[]; rows: Map<number, Row> };
type TableAt = (offset: number) => { table: Ruled; row: Row | undefined } | undefined;

function tablesOf(place: Places): TableAt {
  const known = new Map<Table, Ruled>();
  return (offset) => {
    const at = place(offset);
    if (at?.passage.item.kind !== 'table') return undefined;
    const { table, sheet } = at.passage.item;
    const ruled = known.get(table) ?? {
      columns: sheet.columns,
      rows: new Map(table.rows.map((row) => [row.span.start, row])),
    };
    known.set(table, ruled);
    return { table: ruled, row: ruled.rows.get(at.span.start) };
  };
}

/** Rows below this show no habit. */
const fewRows = 5;
const habit = 0.85;

/** A task without a time where nearly all others of its table have one. */
function incompleteRows(tasks: FoundTask[], tableAt: TableAt): Note[] {
  const rows = tasks.filter(({ source }) => source === 'table');
  const tables = Map.groupBy(rows, ({ span }) => tableAt(span.start)?.table);
  return [...tables].flatMap(([table, inside]) => {
    const column = table?.columns.find(({ role }) => role === 'time');
    const timed = inside.filter(({ timeRaw }) => timeRaw !== null).length;
    if (!column || inside.length < fewRows || timed < inside.length * habit) return [];
    return inside.flatMap(({ id, span, timeRaw }) =>
      timeRaw === null ? [note('rowIncomplete', { span, findingId: id, detail: column.header })] : [],
    );
  });
}

/** Values that equal the column of the period before; where several do, the plan is to keep them, and a whole is never a slip. */
function unchanged(targets: FoundTarget[], tableAt: TableAt, text: string): Note[] {
  const equal = targets.filter((target) => repeatsPast(target, tableAt, text));
  const byTable = Map.groupBy(equal, ({ span }) => tableAt(span.start)?.table);
  return [...byTable.values()].flatMap((group) =>
    group.length > fewEqual
      ? []
      : group.map(({ id, span, valueSpan }) => {
          const at = valueSpan ?? span;
          return note('baselineUnchanged', { span: at, findingId: id, detail: text.slice(at.start, at.end) });
        }),
  );
}

const fewEqual = 2;

function repeatsPast({ value, valueSpan }: FoundTarget, tableAt: TableAt, text: string): boolean {
  const at = valueSpan && tableAt(valueSpan.start);
  if (!at || value === 100 || value === 0) return false;
  return (at.row?.cells ?? []).some(
    (cell) =>
      at.table.columns[cell.column]?.role === 'past' &&
      parseNumber(cellText(cell, text).replace(/\s*%$/u, '')) === value,
  );
}
