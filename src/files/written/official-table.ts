import type * as Docx from 'docx';
import type { ElementRule } from '../../values/document-form.ts';
import type {
  CellAlign,
  DocumentTable,
  HeaderCell,
  RichText,
  TableCell,
  TextRun,
} from '../../values/official-document.ts';
import { centred, type Kit, line } from './docx-pieces.ts';

/** Columns that still leave room for letters of the usual size. */
const fewColumns = 8;

/** The table with its head repeated on every page and no row broken between two; its title and its note stand above it. */
export function tableOf(kit: Kit, table: DocumentTable): (Docx.Paragraph | Docx.Table)[] {
  const { docx, width, form } = kit;
  const { body } = form.elements;
  const rule: ElementRule = { ...body, written: table.columns.length > fewColumns ? 11 : 12 };
  const edges = edgesOf(table, width);
  const rows = [
    ...table.header.map((cells) => ({ cells: cells.map(headerCell), head: true })),
    ...table.rows.map((cells) => ({ cells: cells.map(bodyCell), head: false })),
  ];
  const open = table.columns.map(() => 0);
  return [
    ...(table.title === undefined ? [] : [centred(kit, table.title, { ...body, bold: true }, { keepNext: true })]),
    ...(table.note === undefined
      ? []
      : [line(kit, table.note, { ...rule, italic: true }, { alignment: docx.AlignmentType.RIGHT, keepNext: true })]),
    new docx.Table({
      width: { size: edges.at(-1) ?? width, type: docx.WidthType.DXA },
      columnWidths: edges.slice(1).map((edge, at) => edge - (edges[at] ?? 0)),
      layout: docx.TableLayoutType.FIXED,
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      rows: rows.map(
        ({ cells, head }) =>
          new docx.TableRow({
            tableHeader: head,
            cantSplit: true,
            children: placed(cells, open).map(({ cell, column }) =>
              cellOf(kit, cell, { column, head, edges, table, rule }),
            ),
          }),
      ),
    }),
  ];
}

type Cell = {
  paragraphs: readonly RichText[];
  columns: number;
  rows: number;
  bold: boolean;
  italic: boolean;
  align?: CellAlign;
};

/** Where each column begins and the last ends, so that rounding leaves no gap. */
function edgesOf({ columns }: DocumentTable, width: number): number[] {
  const edges = [0];
  let percent = 0;
  for (const column of columns) {
    percent += column.percent;
    edges.push(Math.round((width * percent) / 100));
  }
  return edges;
}

const headerCell = (cell: HeaderCell): Cell => {
  const { text, columns = 1, rows = 1 } = typeof cell === 'string' ? { text: cell } : cell;
  return { paragraphs: [text], columns, rows, bold: true, italic: false, align: 'centre' };
};

function bodyCell(cell: TableCell): Cell {
  if (typeof cell === 'string')
    return { paragraphs: cell.split('\n'), columns: 1, rows: 1, bold: false, italic: false };
  const { text, columns = 1, rows = 1, bold = false, italic = false, align } = cell;
  return { paragraphs: paragraphsOf(text), columns, rows, bold, italic, ...(align && { align }) };
}

function paragraphsOf(text: RichText | readonly TextRun[][]): readonly RichText[] {
  if (typeof text === 'string') return text.split('\n');
  return text.length > 0 && text.every(Array.isArray) ? (text as TextRun[][]) : [text as readonly TextRun[]];
}

/** Which column each cell of a row begins in, past those that a cell above still covers. */
function placed(cells: readonly Cell[], open: number[]): { cell: Cell; column: number }[] {
  let column = 0;
  const skip = (): void => {
    while ((open[column] ?? 0) > 0) column++;
  };
  const found: { cell: Cell; column: number }[] = [];
  for (const cell of cells) {
    skip();
    found.push({ cell, column });
    column += cell.columns;
  }
  for (let at = 0; at < open.length; at++) open[at] = Math.max((open[at] ?? 0) - 1, 0);
  for (const { cell, column: first } of found)
    for (let at = first; at < first + cell.columns; at++) open[at] = cell.rows - 1;
  return found;
}

type Setting = { column: number; head: boolean; edges: readonly number[]; table: DocumentTable; rule: ElementRule };

function cellOf(kit: Kit, cell: Cell, { column, edges, table, rule, head }: Setting): Docx.TableCell {
  const { docx } = kit;
  const width = (edges[column + cell.columns] ?? 0) - (edges[column] ?? 0);
  const align = cell.align ?? table.columns[column]?.align ?? 'left';
  return new docx.TableCell({
    width: { size: width, type: docx.WidthType.DXA },
    ...(cell.columns > 1 && { columnSpan: cell.columns }),
    ...(cell.rows > 1 && { rowSpan: cell.rows }),
    ...(head && { verticalAlign: docx.VerticalAlignTable.CENTER }),
    children: cell.paragraphs.map((text) =>
      line(
        kit,
        text,
        { ...rule, bold: cell.bold, italic: cell.italic },
        align === 'left' ? {} : { alignment: docx.AlignmentType[alignments[align]] },
      ),
    ),
  });
}

const alignments = { left: 'LEFT', centre: 'CENTER', right: 'RIGHT', justify: 'JUSTIFIED' } as const;
