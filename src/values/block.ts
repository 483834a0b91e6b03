import { z } from 'zod';
import { Span } from './span.ts';

/**
 * What every file format becomes: paragraphs and tables whose spans point into one canonical text.
 * The canonical text is NFC; `TextSource.original` says where each of its places stood in the file's own text.
 */
export const Paragraph = z.object({
  kind: z.literal('paragraph'),
  /** The paragraph's own text, without marks of the layout (Markdown signs, list dashes stay in the text). */
  span: Span,
  /** Stretches inside the span that are not the paragraph's words: a page's running header where a page break cuts it. */
  gaps: z.array(Span).optional(),
  /** Automatic number or bullet as Word shows it ("2.", "a)", "-"); it is not part of the canonical text's span. */
  marker: z.string().optional(),
  /** Heading level where the file says so (Word outline level, Markdown #), 1 is the highest. */
  heading: z.int().min(1).max(9).optional(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  align: z.enum(['left', 'center', 'right', 'justify']).optional(),
  /** Nesting of a list item or indented paragraph, 0 is the outermost. */
  level: z.int().min(0).optional(),
  /** True where the file starts a new page before it. */
  pageBreak: z.boolean().optional(),
  /** Where it stands in a workbook, outside tables: "Sheet1!B7". */
  address: z.string().optional(),
});
export type Paragraph = z.infer<typeof Paragraph>;

export const Cell = z.object({
  span: Span,
  paragraphs: z.array(Paragraph),
  /** Grid column of its left edge, from 0. */
  column: z.int().min(0),
  columns: z.int().min(1),
  rows: z.int().min(1),
  /** Where it stands in a workbook: "Sheet1!B7", of merged cells the first. */
  address: z.string().optional(),
});
export type Cell = z.infer<typeof Cell>;

/** A row holds the cells that begin in it; a cell merged down from above is not repeated. */
export const Row = z.object({ span: Span, cells: z.array(Cell), header: z.boolean().optional() });
export type Row = z.infer<typeof Row>;

export const Table = z.object({
  kind: z.literal('table'),
  span: Span,
  rows: z.array(Row),
  /** Without ruling lines: Word's way to put header or signature side by side. */
  borderless: z.boolean().optional(),
});
export type Table = z.infer<typeof Table>;

export const Block = z.discriminatedUnion('kind', [Paragraph, Table]);
export type Block = z.infer<typeof Block>;

export const fileFormats = [
  'docx',
  'txt',
  'md',
  'html',
  'mht',
  'odt',
  'rtf',
  'doc',
  'xlsx',
  'pdf',
  'png',
  'jpg',
  'tif',
] as const;
export type FileFormat = (typeof fileFormats)[number];

/** Where a line of the canonical text stands on a page; the box is in PDF points from the page's upper left corner. */
export const Place = z.object({
  start: z.int().min(0),
  end: z.int().min(0),
  /** From 0. */
  page: z.int().min(0),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});
export type Place = z.infer<typeof Place>;

/** A page as it is shown, in PDF points. */
export const Page = z.object({
  width: z.number(),
  height: z.number(),
  /** Degrees by which it is turned to the right, beyond what the file says, so that its text is level; boxes follow. */
  turn: z.number().optional(),
  /** How far its lines fall for each point to the right, where it lies askew; boxes hold the middle of their line. */
  slope: z.number().optional(),
  /** True where it is a picture of which nothing has been read. */
  picture: z.boolean().optional(),
});
export type Page = z.infer<typeof Page>;

/** A word that was recognised in a picture and may be misread; its place is in the canonical text. */
export const Doubt = z.object({
  start: z.int().min(0),
  end: z.int().min(0),
  /** How sure the recognition is of it: 0 not at all, 1 wholly. */
  confidence: z.number().min(0).max(1),
});
export type Doubt = z.infer<typeof Doubt>;

/** A file opened: its canonical text and its blocks in reading order. */
export type TextSource = {
  format: FileFormat;
  text: string;
  blocks: Block[];
  /** Offset in the canonical text -> offset in the file's own text (UTF-16); absent where the two are one text. */
  original?: { text: string; offsetOf: (offset: number) => number };
  /** Files that have pages: the pages, and where each line of the text stands, in the order of the text. */
  pages?: Page[];
  places?: Place[];
  /**
   * What page headers and footers say, line by line, in Unicode NFC: no part of the text, since it stands on every page, but a mark of
   * secrecy there counts.
   */
  edges?: string[];
  /** Of scans: the words of which the recognition is not sure, in the order of the text. */
  doubts?: Doubt[];
};
