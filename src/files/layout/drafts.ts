import type { Cell, Paragraph, Row } from '../../values/block.ts';

/** Blocks before they have a place in the canonical text. */
export type ParagraphDraft = Omit<Paragraph, 'span'> & { text: string };
export type CellDraft = Pick<Cell, 'column' | 'columns' | 'rows' | 'address'> & { paragraphs: ParagraphDraft[] };
export type RowDraft = Pick<Row, 'header'> & { cells: CellDraft[] };
export type TableDraft = { kind: 'table'; rows: RowDraft[]; borderless?: boolean };
export type BlockDraft = ParagraphDraft | TableDraft;
