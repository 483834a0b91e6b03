import type { BlockDraft, CellDraft, ParagraphDraft, RowDraft, TableDraft } from '../layout/drafts.ts';
import { maxColumns, newGrid } from '../layout/grid.ts';
import { addressOf, type Merge, type SeenCell, type SeenSheet, type SheetRow } from './sheet.ts';

/** A sheet as a document: its name as a heading, titles and notes as paragraphs, its tables. */
export function sheetBlocks(name: string, sheet: SeenSheet): BlockDraft[] {
  const merges = new Map(sheet.merges.map((merge) => [`${merge.row} ${merge.column}`, merge]));
  const drafts: BlockDraft[] = [];
  for (const { rows: part, isTable } of regionsOf(sheet.rows)) {
    const table = isTable ? tableOf(name, part, merges) : undefined;
    drafts.push(...(table ? [table] : part.flatMap((row) => paragraphsOf(name, row))));
  }
  return drafts.length === 0 ? [] : [{ kind: 'paragraph', text: name, heading: 1 }, ...drafts];
}

type Region = { rows: SheetRow[]; isTable: boolean };

const filled = ({ cells }: SheetRow): SeenCell[] => [...cells.values()].filter(({ text }) => text !== '');
const ruled = ({ cells }: SheetRow): number => [...cells.values()].filter(({ style }) => style.ruled).length;

/**
 * Where lines are drawn, ruled rows are tables. Where none are, a stretch without an empty row is one, but for the rows
 * above and below that fill less than half of its columns: title, unit, place and date, signature.
 */
function regionsOf(rows: readonly SheetRow[]): Region[] {
  const isRuled = rows.filter((row) => ruled(row) >= 2).length >= 2;
  if (isRuled) return grouped(rows, (row) => ruled(row) >= 2);
  return stretches(rows).flatMap((part) => {
    const width = part.reduce((most, row) => Math.max(most, filled(row).length), 0);
    const isFull = (row: SheetRow): boolean => filled(row).length >= Math.max(2, width / 2);
    const [first, last] = [part.findIndex(isFull), part.findLastIndex(isFull)];
    if (first < 0 || last === first) return [{ rows: part, isTable: false }];
    return [
      { rows: part.slice(0, first), isTable: false },
      { rows: part.slice(first, last + 1), isTable: true },
      { rows: part.slice(last + 1), isTable: false },
    ].filter((region) => region.rows.length > 0);
  });
}

function grouped(rows: readonly SheetRow[], isTable: (row: SheetRow) => boolean): Region[] {
  const regions: Region[] = [];
  let before = -2;
  for (const row of rows) {
    const own = isTable(row);
    const open = regions.at(-1);
    if (open && open.isTable === own && (!own || row.place === before + 1)) open.rows.push(row);
    else regions.push({ rows: [row], isTable: own });
    before = row.place;
  }
  return regions;
}

function stretches(rows: readonly SheetRow[]): SheetRow[][] {
  const parts: SheetRow[][] = [];
  let before = -2;
  for (const row of rows.filter((one) => filled(one).length > 0)) {
    if (row.place === before + 1) parts.at(-1)?.push(row);
    else parts.push([row]);
    before = row.place;
  }
  return parts;
}

function looksOf({ style }: SeenCell): Pick<ParagraphDraft, 'bold' | 'italic' | 'align'> {
  const align = (['left', 'center', 'right', 'justify'] as const).find((one) => one === style.align);
  return { ...(style.bold && { bold: true }), ...(style.italic && { italic: true }), ...(align && { align }) };
}

const paragraphsOf = (sheet: string, row: SheetRow): ParagraphDraft[] =>
  filled(row)
    .sort((a, b) => a.column - b.column)
    .map((cell) => ({
      kind: 'paragraph',
      text: cell.text,
      ...looksOf(cell),
      address: addressOf(sheet, cell.row, cell.column),
    }));

/** undefined where its ruled cells are all empty. */
function tableOf(sheet: string, all: readonly SheetRow[], merges: ReadonlyMap<string, Merge>): TableDraft | undefined {
  const rows = all.filter((row) => filled(row).length > 0);
  const columns = [...new Set(rows.flatMap((row) => filled(row).map(({ column }) => column)))].sort((a, b) => a - b);
  const kept = columns.slice(0, maxColumns);
  const grid = newGrid(rows.length);
  const drafts = rows.map((row, at): RowDraft => {
    grid.nextRow();
    const cells: CellDraft[] = [];
    for (const [index, column] of kept.entries()) {
      if (!grid.isFree(index)) continue;
      const merge = merges.get(`${row.at} ${column}`);
      const right = merge ? kept.filter((one) => one >= column && one < column + merge.columns).length : 1;
      const down = merge ? rows.slice(at).filter((one) => one.at < row.at + merge.rows).length : 1;
      const cell = row.cells.get(column);
      const lines = (cell?.text ?? '').split('\n').filter((line) => line !== '');
      cells.push({
        ...grid.placeAt(index, right, down),
        paragraphs: lines.map((text) => ({ kind: 'paragraph', text, ...(cell && looksOf(cell)) })),
        address: addressOf(sheet, row.at, column),
      });
    }
    return { cells };
  });
  if (kept.length === 0) return undefined;
  markHeader(drafts, rows);
  return { kind: 'table', rows: drafts };
}

/** The first row is a header where it is bold or merged downwards and has words only; merged cells tell how far it goes. */
function markHeader(drafts: RowDraft[], rows: readonly SheetRow[]): void {
  const first = rows[0] && filled(rows[0]);
  if (!first || first.length < 2 || first.some(({ isNumber }) => isNumber)) return;
  const down = Math.max(...(drafts[0]?.cells.map((cell) => cell.rows) ?? [1]));
  if (down < 2 && !first.every(({ style }) => style.bold)) return;
  for (const draft of drafts.slice(0, Math.min(down, 4))) draft.header = true;
}
