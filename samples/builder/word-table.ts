import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { Role, Row, Table as SourceTable } from './form.ts';
import { asWritten, cellParagraphs } from './form.ts';
import { runs } from './word-style.ts';

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const CENTRED: Role[] = ['tt', 'unit', 'national', 'value', 'time'];

export function wordTable(table: SourceTable, width: number, newInstance: () => number): Table {
  const total = table.widths.reduce((sum, part) => sum + part, 0);
  const widths = table.widths.map((part) => Math.round((width * part) / total));
  const rowInstance = { now: newInstance() };
  const groupInstance = newInstance();
  const heads = table.rows.filter((row) => row.kind === 'head');
  return new Table({
    width: { size: Math.round(width), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: table.rows.map((row) => {
      if (row.kind === 'head') return headRow(row, heads, widths);
      if (row.kind === 'group') {
        if (table.numbering === 'restart') rowInstance.now = newInstance();
        return groupRow(row, table, widths, groupInstance);
      }
      return bodyRow(row, table, widths, rowInstance.now);
    }),
  });
}

const cell = (children: Paragraph[], width: number, more: object = {}): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children,
    ...more,
  });

const paragraphs = (text: string, role: Role | undefined, bold: boolean): Paragraph[] =>
  cellParagraphs(asWritten(text)).map(
    (part) =>
      new Paragraph({
        style: 'TableText',
        alignment:
          bold && role !== undefined
            ? AlignmentType.CENTER
            : role !== undefined && CENTRED.includes(role)
              ? AlignmentType.CENTER
              : AlignmentType.LEFT,
        children: runs(part, bold ? { bold: true } : {}),
      }),
  );

/** A head of two rows: "<" continues the cell to the left, an empty cell of the second row the one above. */
function headRow(row: Row, heads: Row[], widths: number[]): TableRow {
  const next = heads[heads.indexOf(row) + 1];
  const cells: TableCell[] = [];
  for (let at = 0; at < row.cells.length; at += 1) {
    const text = row.cells[at] as string;
    if (text === '<') continue;
    let span = 1;
    while (row.cells[at + span] === '<') span += 1;
    const width = widths.slice(at, at + span).reduce((sum, part) => sum + part, 0);
    const above = text === '' && heads[0] !== row;
    const continued = !above && next !== undefined && next.cells[at] === '';
    cells.push(
      cell(above ? [new Paragraph({})] : paragraphs(text, 'tt', true), width, {
        ...(span > 1 ? { columnSpan: span } : {}),
        ...(above
          ? { verticalMerge: VerticalMergeType.CONTINUE }
          : continued
            ? { verticalMerge: VerticalMergeType.RESTART }
            : {}),
      }),
    );
  }
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells });
}

function groupRow(row: Row, table: SourceTable, widths: number[], instance: number): TableRow {
  const ordinal =
    table.numbering === 'restart'
      ? [
          new Paragraph({
            style: 'TableText',
            alignment: AlignmentType.CENTER,
            numbering: { reference: 'groups', level: 0, instance },
            children: [],
          }),
        ]
      : paragraphs(row.cells[0] ?? '', 'tt', true);
  const words = paragraphs(row.cells[1] ?? '', undefined, true);
  const rest = widths.slice(1);
  const cells = table.merged
    ? [
        cell(
          words,
          rest.reduce((sum, part) => sum + part, 0),
          { columnSpan: rest.length },
        ),
      ]
    : rest.map((width, at) => cell(at === 0 ? words : [new Paragraph({ style: 'TableText' })], width));
  return new TableRow({ cantSplit: true, children: [cell(ordinal, widths[0] as number), ...cells] });
}

function bodyRow(row: Row, table: SourceTable, widths: number[], instance: number): TableRow {
  const isAuto = table.numbering !== 'typed' && row.cells[0] !== '';
  const reference = table.numbering === 'through' ? 'rows-dotted' : 'rows';
  return new TableRow({
    children: row.cells.map((text, at) =>
      at === 0 && isAuto
        ? cell(
            [
              new Paragraph({
                style: 'TableText',
                alignment: AlignmentType.CENTER,
                numbering: { reference, level: 0, instance },
                children: [],
              }),
            ],
            widths[0] as number,
          )
        : cell(paragraphs(text, table.roles[at], false), widths[at] as number),
    ),
  });
}
