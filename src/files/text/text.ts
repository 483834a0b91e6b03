import type { Block, FileFormat, TextSource } from '../../values/block.ts';
import { readBarRows } from './bar-rows.ts';
import { readBarTable } from './bars.ts';
import { decodeText } from './decode.ts';
import { cellEnd, letterheadEnd } from './letterhead.ts';
import { type Found, linesOf, paragraphOfLines, type TextLine } from './line.ts';
import { withoutPages } from './pages.ts';
import { readPipeTable } from './pipes.ts';
import { readStackedTable } from './stacked.ts';
import { readTabRows } from './tab-rows.ts';
import { readTabTable } from './tabs.ts';
import { fullWidth, hasGaps, isWrapped, joinWrapped } from './wrapped.ts';

/**
 * Opens a text or Markdown file: paragraphs a line each (or hard-wrapped), Markdown headings and tables, and the tables
 * that Word leaves when its text is copied, a TAB before each cell.
 * @throws Refusal fileEncodingInvalid
 */
export function openText(bytes: Uint8Array, format: Extract<FileFormat, 'txt' | 'md'>): TextSource {
  const { text, original } = decodeText(bytes);
  return { format, text, blocks: blocksOf(withoutPages(linesOf(text)), text), ...(original && { original }) };
}

const constructs: ((lines: TextLine[], at: number, text: string) => Found | undefined)[] = [
  readTabTable,
  readTabRows,
  readPipeTable,
  readBarTable,
  readBarRows,
  readStackedTable,
];

function blocksOf(lines: TextLine[], text: string): Block[] {
  const blocks: Block[] = [];
  const wrapped = isWrapped(lines);
  const gaps = wrapped && hasGaps(lines);
  const full = fullWidth(lines);
  const head = letterheadEnd(lines);
  let at = 0;
  while (at < lines.length) {
    const found = constructs.map((construct) => construct(lines, at, text)).find((result) => result !== undefined);
    if (found) {
      blocks.push(found.block);
      at = found.next;
      continue;
    }
    const last = at < head ? cellEnd(lines, at) : wrapped ? joinWrapped(lines, at, gaps, full) : at;
    const paragraph = paragraphOfLines(lines.slice(at, last + 1), text);
    if (paragraph) blocks.push(paragraph);
    at = last + 1;
  }
  return blocks;
}
