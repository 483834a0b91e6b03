import type { CellDraft, ParagraphDraft } from '../layout/drafts.ts';
import type { Line } from './page.ts';

/** Blocks of a PDF while its pages are put together. */
export type PdfParagraph = { kind: 'paragraph'; lines: Line[] } & Pick<ParagraphDraft, 'align' | 'marker'>;
export type PdfCell = Pick<CellDraft, 'column' | 'columns' | 'rows'> & { paragraphs: PdfParagraph[]; region: Region };
export type PdfRow = { cells: PdfCell[]; header?: boolean };
export type PdfTable = { kind: 'table'; xs: number[]; rows: PdfRow[]; borderless?: boolean };
export type PdfBlock = PdfParagraph | PdfTable;

/** The stretch that lines of text may fill, and where in it the first lines of paragraphs begin. */
export type Region = { left: number; right: number; isCell: boolean; indents: readonly number[] };

/** Lines as one text. A word that a hyphen or slash parts at the end of a line ("2021-" "2025") stays one word. */
export function lineTexts(lines: readonly Line[]): string[] {
  return lines.map(({ text }, at) => {
    const next = lines[at + 1]?.text;
    if (next === undefined) return text;
    return /[\p{L}\p{N}][-/]$/u.test(text) && /^[\p{L}\p{N}]/u.test(next) ? text : `${text} `;
  });
}

export const textOf = (paragraphs: readonly PdfParagraph[]): string =>
  paragraphs.map(({ lines }) => lineTexts(lines).join('')).join('\n');
