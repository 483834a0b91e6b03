import type { Cell, Paragraph, Row } from '../../values/block.ts';

/** Blocks before they have a place in the canonical text. */
export type ParagraphDraft = Omit<Paragraph, 'span'> & { text: string };
export type CellDraft = Pick<Cell, 'column' | 'columns' | 'rows' | 'address'> & { paragraphs: ParagraphDraft[] };
export type RowDraft = Pick<Row, 'header'> & { cells: CellDraft[] };
export type TableDraft = { kind: 'table'; rows: RowDraft[]; borderless?: boolean };
export type BlockDraft = ParagraphDraft | TableDraft;

/** Words of CSS and of OpenDocument (XSL) for what a paragraph lines up with. */
export const alignments: ReadonlyMap<string, NonNullable<ParagraphDraft['align']>> = new Map([
  ['left', 'left'],
  ['start', 'left'],
  ['center', 'center'],
  ['right', 'right'],
  ['end', 'right'],
  ['justify', 'justify'],
]);
