import type { Block, Paragraph, Place, TextSource } from '../../values/block.ts';
import { Refusal } from '../../values/refusal.ts';
import type { BlockDraft, ParagraphDraft } from '../layout/drafts.ts';
import { newLayout } from '../layout/layout.ts';
import { blocksOf } from './blocks.ts';
import { lineTexts, type PdfBlock, type PdfParagraph } from './drafts.ts';
import { pdfPages } from './engine.ts';
import { joinPages } from './join.ts';
import type { PdfPage } from './page.ts';

/** Opens a PDF whose pages hold text. */
export async function openPdf(bytes: Uint8Array): Promise<TextSource> {
  const pages = await pdfPages(bytes);
  checkReadable(pages);
  const perPage = blocksOf(pages);
  const lines = perPage.map(({ blocks }) => blocks.flatMap(paragraphsIn).flatMap((one) => one.lines).length);
  const pictures = pages.map((page, at) => page.pictures > 0.2 && (lines[at] ?? 0) < 8);
  if (lines.every((count, at) => count === 0 || pictures[at]))
    throw new Refusal('fileScanned', { pages: pages.length });
  // Foot- and endnotes stand at the end, as those of a Word file do.
  const drafts = [...joinPages(perPage), ...perPage.flatMap(({ notes }) => notes)];
  const layout = newLayout();
  const blocks = drafts.flatMap((draft) => layout.add(draftOf(draft)) ?? []);
  return {
    format: 'pdf',
    text: layout.text(),
    blocks,
    pages: pages.map(({ width, height, turn }, at) => ({
      width,
      height,
      ...(turn !== undefined && { turn }),
      ...(pictures[at] && { picture: true }),
    })),
    places: placesOf(blocks, drafts),
  };
}

/** Fonts that do not say which letters they show give rubbish: better no text than a wrong one. */
function checkReadable(pages: readonly PdfPage[]): void {
  const unknown = pages.reduce((sum, page) => sum + page.unknown, 0);
  const known = pages.reduce((sum, page) => sum + page.known, 0);
  if (unknown > 20 && unknown > 0.1 * known)
    throw new Refusal('fileFontsUnreadable', { share: Math.round((100 * unknown) / (unknown + known)) });
}

function draftOf(block: PdfBlock): BlockDraft {
  if (block.kind === 'paragraph') return paragraphDraft(block);
  return {
    kind: 'table',
    ...(block.borderless && { borderless: true }),
    rows: block.rows.map(({ cells, header }) => ({
      ...(header && { header }),
      cells: cells.map(({ column, columns, rows, paragraphs }) => ({
        column,
        columns,
        rows,
        paragraphs: paragraphs.map(paragraphDraft),
      })),
    })),
  };
}

function paragraphDraft({ lines, align, marker }: PdfParagraph): ParagraphDraft {
  return {
    kind: 'paragraph',
    text: lineTexts(lines).join(''),
    ...(lines.every(({ bold }) => bold) && { bold: true }),
    ...(lines.every(({ italic }) => italic) && { italic: true }),
    ...(align && { align }),
    ...(marker !== undefined && { marker }),
  };
}

const paragraphsIn = (block: PdfBlock): PdfParagraph[] =>
  block.kind === 'paragraph' ? [block] : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs));

const writtenIn = (block: Block): Paragraph[] =>
  block.kind === 'paragraph' ? [block] : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs));

/** Where each line of the pages stands in the canonical text: paragraphs of the two come in the same order. */
function placesOf(blocks: readonly Block[], drafts: readonly PdfBlock[]): Place[] {
  const written = blocks.flatMap(writtenIn);
  return drafts.flatMap(paragraphsIn).flatMap(({ lines }, at) => {
    let start = written[at]?.span.start ?? 0;
    const texts = lineTexts(lines);
    return lines.map(({ page, x, right, y, size }, number) => {
      const place = {
        start,
        end: start + (lines[number]?.text.length ?? 0),
        page,
        x,
        y: y - 0.8 * size,
        width: right - x,
        height: size,
      };
      start += texts[number]?.length ?? 0;
      return place;
    });
  });
}
