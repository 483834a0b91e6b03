import { attribute, child, type XmlElement } from '../containers/xml.ts';
import type { CellDraft, RowDraft, TableDraft } from '../layout/drafts.ts';
import { flag, value, whole } from './package.ts';
import { type Borders, bordersOf, type Styles } from './styles.ts';

type ReadCell = (cell: XmlElement) => CellDraft['paragraphs'];

/** undefined where no row is left. */
export function readTable(table: XmlElement, styles: Styles, readCell: ReadCell): TableDraft | undefined {
  const properties = child(table, 'w:tblPr');
  const borders: Borders = {
    ...styles.table(value(properties, 'w:tblStyle')).borders,
    ...bordersOf(child(properties, 'w:tblBorders')),
  };
  const open = new Map<number, { cell: CellDraft; row: number }>();
  const rows: RowDraft[] = [];
  const elements = inside(table, 'w:tr').filter((row) => !child(child(row, 'w:trPr'), 'w:del'));
  for (const row of elements) rows.push(readRow(row, rows.length, open, readCell));
  if (rows.length === 0) return undefined;
  return { kind: 'table', rows, ...(!isRuled(elements, borders) && { borderless: true }) };
}

const wrappers: ReadonlySet<string> = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag']);

/** Rows of a table or cells of a row, also those inside content controls. */
function inside(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((part) =>
    part.name === name ? [part] : wrappers.has(part.name) ? inside(part, name) : [],
  );
}

/** More columns than this are no table that Word can make (63), and would only cost time. */
const maxColumns = 256;

function readRow(
  row: XmlElement,
  at: number,
  open: Map<number, { cell: CellDraft; row: number }>,
  readCell: ReadCell,
): RowDraft {
  const properties = child(row, 'w:trPr');
  const cells: CellDraft[] = [];
  let column = spanOf(value(properties, 'w:gridBefore'), 0);
  for (const element of inside(row, 'w:tc')) {
    const own = child(element, 'w:tcPr');
    if (child(own, 'w:cellDel')) continue;
    const columns = spanOf(value(own, 'w:gridSpan'), 1);
    const left = cells.at(-1);
    const above = open.get(column);
    if (left && value(own, 'w:hMerge') !== 'restart' && child(own, 'w:hMerge')) {
      left.columns += columns;
    } else if (above && isMergedUp(own)) {
      above.cell.rows = at - above.row + 1;
    } else {
      const cell: CellDraft = { paragraphs: readCell(element), column, columns, rows: 1 };
      cells.push(cell);
      for (let covered = column; covered < column + columns; covered++) open.delete(covered);
      if (child(own, 'w:vMerge')) open.set(column, { cell, row: at });
    }
    column += columns;
  }
  return { cells, ...(flag(properties, 'w:tblHeader') && { header: true }) };
}

const spanOf = (text: string | undefined, least: number): number =>
  Math.min(Math.max(whole(text) ?? least, least), maxColumns);

/** w:vMerge without a value means "goes on from above". */
const isMergedUp = (properties: XmlElement | undefined): boolean => {
  const merge = child(properties, 'w:vMerge');
  return merge !== undefined && (attribute(merge, 'w:val') ?? 'continue') === 'continue';
};

const sides = [['w:top'], ['w:bottom'], ['w:left', 'w:start'], ['w:right', 'w:end']];

/** Lines are drawn by the table or its style unless every cell takes them away, or by single rows and cells. */
function isRuled(rows: readonly XmlElement[], table: Borders): boolean {
  const cells = rows
    .flatMap((row) => inside(row, 'w:tc'))
    .map((cell) => bordersOf(child(child(cell, 'w:tcPr'), 'w:tcBorders')));
  const exceptions = rows.map((row) => bordersOf(child(child(row, 'w:tblPrEx'), 'w:tblBorders')));
  if ([...cells, ...exceptions].some((borders) => Object.values(borders).includes(true))) return true;
  const clears = (borders: Borders): boolean => sides.every((names) => names.some((name) => borders[name] === false));
  return Object.values(table).includes(true) && !cells.every(clears);
}
