import type { Block, Doubt, FileFormat, Paragraph, Place, TextSource } from '../../values/block.ts';
import type { BlockDraft, ParagraphDraft } from '../layout/drafts.ts';
import { edgesOf } from '../layout/edges.ts';
import { newLayout } from '../layout/layout.ts';
import type { PageBlocks } from './blocks.ts';
import { lineTexts, type PdfBlock, type PdfParagraph } from './drafts.ts';
import { joinPages } from './join.ts';
import type { Line, PdfPage } from './page.ts';

/** Pages put together as one text. @param unread the pages that stay pictures */
export function sourceOf(
  format: FileFormat,
  pages: readonly PdfPage[],
  perPage: readonly PageBlocks[],
  unread: ReadonlySet<number> = new Set(),
): TextSource {
  // Foot- and endnotes stand at the end, as those of a Word file do.
  const drafts = [...joinPages(perPage), ...perPage.flatMap(({ notes }) => notes)];
  const layout = newLayout();
  const blocks = drafts.flatMap((draft) => layout.add(draftOf(draft)) ?? []);
  const written = writtenLines(blocks, drafts);
  const doubts = written.flatMap(({ line, start }) => doubtsOf(line, start));
  return {
    format,
    text: layout.text(),
    blocks,
    pages: pages.map(({ width, height, turn, asShown }, at) => ({
      width,
      height,
      ...(turn !== undefined && { turn }),
      ...(asShown && { slope: slopeOf(asShown) }),
      ...(unread.has(at) && { picture: true }),
    })),
    places: written.map(({ line, start }) => placeOf(line, start, pages[line.page])),
    ...edgesOf(perPage.flatMap(({ edges }) => edges)),
    ...(doubts.length > 0 && { doubts }),
  };
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

export const paragraphsIn = (block: PdfBlock): PdfParagraph[] =>
  block.kind === 'paragraph' ? [block] : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs));

const writtenIn = (block: Block): Paragraph[] =>
  block.kind === 'paragraph' ? [block] : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs));

/** Each line of the pages and where it starts in the canonical text: paragraphs of the two come in the same order. */
function writtenLines(blocks: readonly Block[], drafts: readonly PdfBlock[]): { line: Line; start: number }[] {
  const written = blocks.flatMap(writtenIn);
  return drafts.flatMap(paragraphsIn).flatMap(({ lines }, at) => {
    let start = written[at]?.span.start ?? 0;
    const texts = lineTexts(lines);
    return lines.map((line, number) => {
      const found = { line, start };
      start += texts[number]?.length ?? 0;
      return found;
    });
  });
}

/** Where a line stands on its page as it is shown: one that was made level lies askew there. */
function placeOf({ text, page, x, right, y, size }: Line, start: number, on: PdfPage | undefined): Place {
  const [width, height] = [right - x, size];
  const middle: [number, number] = [x + width / 2, y - 0.3 * size];
  const [middleX, middleY] = on?.asShown?.(...middle) ?? middle;
  return { start, end: start + text.length, page, x: middleX - width / 2, y: middleY - height / 2, width, height };
}

function slopeOf(asShown: NonNullable<PdfPage['asShown']>): number {
  const [left, right] = [asShown(0, 0), asShown(1, 0)];
  return (right[1] - left[1]) / (right[0] - left[0]);
}

const doubtsOf = ({ doubts = [] }: Line, start: number): Doubt[] =>
  doubts.map(({ from, to, confidence }) => ({ start: start + from, end: start + to, confidence }));
