import type { Block, FileFormat, Paragraph, TextSource } from '../values/block.ts';
import { decodeText } from './text-decode.ts';
import { type Found, linesOf, markedParagraph, type TextLine } from './text-line.ts';
import { readPipeTable } from './text-pipes.ts';
import { readTabTable } from './text-tabs.ts';
import { hasGaps, isWrapped, joinWrapped } from './text-wrapped.ts';

/**
 * Opens a text or Markdown file: paragraphs a line each (or hard-wrapped), Markdown headings and tables, and the tables
 * that Word leaves when its text is copied, a TAB before each cell.
 * @throws Refusal fileEncodingInvalid
 */
export function openText(bytes: Uint8Array, format: Extract<FileFormat, 'txt' | 'md'>): TextSource {
  const { text, original } = decodeText(bytes);
  return { format, text, blocks: blocksOf(linesOf(text)), ...(original && { original }) };
}

const constructs: ((lines: TextLine[], at: number) => Found | undefined)[] = [readTabTable, readPipeTable];

function blocksOf(lines: TextLine[]): Block[] {
  const blocks: Block[] = [];
  const wrapped = isWrapped(lines);
  const gaps = wrapped && hasGaps(lines);
  let at = 0;
  while (at < lines.length) {
    const found = constructs.map((construct) => construct(lines, at)).find((result) => result !== undefined);
    if (found) {
      blocks.push(found.block);
      at = found.next;
      continue;
    }
    const last = wrapped ? joinWrapped(lines, at, gaps) : at;
    const paragraph = paragraphOf(lines, at, last);
    if (paragraph) blocks.push(paragraph);
    at = last + 1;
  }
  return blocks;
}

/** The paragraph of lines `first` to `last` without its Markdown marks; undefined where nothing is left. */
export function paragraphOf(lines: TextLine[], first: number, last: number): Paragraph | undefined {
  const from = lines[first];
  const to = lines[last];
  if (!from || !to) return undefined;
  const whole = lines
    .slice(first, last + 1)
    .map((line) => line.text)
    .join('\n');
  return markedParagraph(whole, from.start);
}
