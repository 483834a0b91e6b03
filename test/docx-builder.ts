import {
  AlignmentType,
  Document,
  HeadingLevel,
  type LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, Cell, TextSource } from '../src/values/block.ts';
import { withAutomaticNumbers } from './docx-numbers.ts';

/** A real Word file, made by a Word library and not by the code under test. */
export type BuildParagraph =
  | string
  | {
      /** "\n" is a line break inside the paragraph. */
      text: string;
      bold?: boolean;
      italic?: boolean;
      heading?: 1 | 2 | 3 | 4 | 5 | 6;
      align?: 'left' | 'center' | 'right' | 'justify';
      /** Automatic number: name of a list of the content, and the level in it. */
      number?: { list: string; level?: number };
      pageBreak?: boolean;
      /** Parts with their own looks, in place of `text`. */
      runs?: { text: string; bold?: boolean; italic?: boolean }[];
    };

export type BuildCell = string | { paragraphs: BuildParagraph[]; columns?: number; rows?: number };
type BuildRow = BuildCell[] | { cells: BuildCell[]; header?: boolean };
export type BuildBlock = BuildParagraph | { table: BuildRow[]; borderless?: boolean };

export type BuildContent = {
  blocks: BuildBlock[];
  /** Levels of each list that paragraphs name: Word's number format and text, as ["decimal", "%1."], and the first number. */
  lists?: Record<string, [format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, start?: number][]>;
};

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
};

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];

export async function buildDocx({ blocks, lists = {} }: BuildContent): Promise<Uint8Array> {
  const document = new Document({
    numbering: {
      config: Object.entries(lists).map(([reference, levels]) => ({
        reference,
        levels: levels.map(([format, text, start = 1], level) => ({
          level,
          format,
          text,
          start,
          alignment: AlignmentType.LEFT,
        })),
      })),
    },
    sections: [{ children: blocks.map(blockOf) }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const blockOf = (block: BuildBlock): Paragraph | Table =>
  typeof block === 'object' && 'table' in block ? tableOf(block) : paragraphOf(block);

function paragraphOf(source: BuildParagraph): Paragraph {
  const { text, runs, heading, align, number, pageBreak, ...look } =
    typeof source === 'string' ? { text: source } : source;
  const level = heading && headings[heading - 1];
  return new Paragraph({
    children: (runs ?? [{ text, ...look }]).flatMap((part) => runsOf(part)),
    ...(level && { heading: level }),
    ...(align && { alignment: alignments[align] }),
    ...(number && { numbering: { reference: number.list, level: number.level ?? 0 } }),
    ...(pageBreak && { pageBreakBefore: true }),
  });
}

const runsOf = ({ text, bold, italic }: { text: string; bold?: boolean; italic?: boolean }): TextRun[] =>
  text.split('\n').map(
    (line, at) =>
      new TextRun({
        text: line,
        ...(at > 0 && { break: 1 }),
        ...(bold && { bold }),
        ...(italic && { italics: italic }),
      }),
  );

function tableOf({ table, borderless }: { table: BuildRow[]; borderless?: boolean }): Table {
  const none = { style: 'none', size: 0, color: 'auto' } as const;
  const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: table.map((row) => {
      const { cells, header } = Array.isArray(row) ? { cells: row, header: false } : row;
      return new TableRow({ children: cells.map(cellOf), ...(header && { tableHeader: true }) });
    }),
    ...(borderless && { borders }),
  });
}

function cellOf(source: BuildCell): TableCell {
  const { paragraphs, columns, rows } = typeof source === 'string' ? { paragraphs: [source] } : source;
  return new TableCell({
    children: paragraphs.map(paragraphOf),
    ...(columns !== undefined && columns > 1 && { columnSpan: columns }),
    ...(rows !== undefined && rows > 1 && { rowSpan: rows }),
  });
}

/**
 * A Word file with real tables from the blocks of an opened text: Markdown marks become looks, short rows are merged.
 * With `automaticNumbers` its written numbers and bullets are made by Word, as in most files that officials write.
 */
export function docxFromBlocks(source: TextSource, { automaticNumbers = false } = {}): Promise<Uint8Array> {
  const content = { blocks: source.blocks.map((block) => fromBlock(block, source.text)) };
  return buildDocx(automaticNumbers ? withAutomaticNumbers(content) : content);
}

function fromBlock(block: Block, text: string): BuildBlock {
  if (block.kind === 'paragraph') return fromParagraph(block, text);
  const widthOf = (cells: readonly Cell[]): number => Math.max(0, ...cells.map((cell) => cell.column + cell.columns));
  const width = Math.max(...block.rows.map((row) => widthOf(row.cells)));
  const table = block.rows.map((row) => ({
    header: row.header ?? false,
    cells: row.cells.map((cell, at) => ({
      paragraphs: fromCell(cell, text),
      columns: at === row.cells.length - 1 ? width - cell.column : cell.columns,
      rows: cell.rows,
    })),
  }));
  return { table, borderless: block.borderless ?? false };
}

/** A cell may hold a sign that is no paragraph to a reader of text, such as "%" in a column of units. */
function fromCell(cell: Cell, text: string): BuildParagraph[] {
  if (cell.paragraphs.length > 0) return cell.paragraphs.map((part) => fromParagraph(part, text));
  return [text.slice(cell.span.start, cell.span.end).replaceAll('|', '').trim()];
}

type TextParagraph = Extract<Block, { kind: 'paragraph' }>;

function fromParagraph(paragraph: TextParagraph, text: string): BuildParagraph {
  const { span, marker, bold = false, italic = false, heading, align } = paragraph;
  const own = text.slice(span.start, span.end);
  return {
    text: '',
    runs: markedRuns(marker === undefined ? own : `${marker} ${own}`, bold, italic),
    ...(align && { align }),
    ...(heading !== undefined && { heading: Math.min(heading, 6) as 1 | 2 | 3 | 4 | 5 | 6 }),
  };
}

/** "**Điều 1.** Thông nhất" -> a bold run and a plain one. */
function markedRuns(text: string, bold: boolean, italic: boolean): { text: string; bold: boolean; italic: boolean }[] {
  const parts = text.split(/(\*\*\*[^*]+\*\*\*|\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/);
  return parts
    .filter((part) => part !== '')
    .map((part) => {
      const marks = /^(\*{1,3})(?=[^*]).*\1$/s.exec(part)?.[1]?.length ?? 0;
      return {
        text: marks === 0 ? part : part.slice(marks, -marks),
        bold: bold || marks >= 2,
        italic: italic || marks === 1 || marks === 3,
      };
    });
}
