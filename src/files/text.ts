import type { Block, FileFormat, Paragraph, TextSource } from '../values/block.ts';
import { Refusal } from '../values/refusal.ts';
import { nfcWithOffsets } from '../values/vietnamese.ts';
import { readPipeTable } from './text-pipes.ts';
import { readTabTable } from './text-tabs.ts';
import { isWrapped, joinWrapped } from './text-wrapped.ts';

/** A line of the canonical text; `end` stands before its line break. */
export type TextLine = { start: number; end: number; text: string };

/** What a construct found: the block, and the number of the first line after it. */
export type Found = { block: Block; next: number };

/**
 * Opens a text or Markdown file: paragraphs a line each (or hard-wrapped), Markdown headings and tables, and the tables
 * that Word leaves when its text is copied, a TAB before each cell.
 * @throws Refusal fileEncodingInvalid
 */
export function openText(bytes: Uint8Array, format: Extract<FileFormat, 'txt' | 'md'>): TextSource {
  const raw = decode(bytes);
  const normal = nfcWithOffsets(raw);
  const text = normal?.text ?? raw;
  return {
    format,
    text,
    blocks: blocksOf(linesOf(text)),
    ...(normal && { original: { text: raw, offsetOf: normal.offsetOf } }),
  };
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    // The byte order mark stays, so that offsets count the file as it is.
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding === 'utf-8' }).decode(bytes);
  } catch {
    throw new Refusal('fileEncodingInvalid');
  }
}

function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  for (const match of text.matchAll(/[^\n\r]*(?:\r\n|\n|\r|$)/g)) {
    const line = match[0].replace(/[\r\n]+$/, '');
    if (match[0] === '' && match.index === text.length && lines.length > 0) break;
    lines.push({ start: match.index, end: match.index + line.length, text: line });
  }
  return lines;
}

const constructs: ((lines: TextLine[], at: number) => Found | undefined)[] = [readTabTable, readPipeTable];

function blocksOf(lines: TextLine[]): Block[] {
  const blocks: Block[] = [];
  const wrapped = isWrapped(lines);
  let at = 0;
  while (at < lines.length) {
    const found = constructs.map((construct) => construct(lines, at)).find((result) => result !== undefined);
    if (found) {
      blocks.push(found.block);
      at = found.next;
      continue;
    }
    const last = wrapped ? joinWrapped(lines, at) : at;
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

const marks = /^(?:[\s\ufeff|]*)(?<heading>#{1,9}(?=\s))?\s*(?<open>\*{0,3})/u;

/** @param start offset of `whole` in the canonical text */
export function markedParagraph(whole: string, start: number): Paragraph | undefined {
  const head = marks.exec(whole);
  const open = head?.groups?.open ?? '';
  const closed = open !== '' && new RegExp(`[^*]\\*{${open.length}}\\s*$`).test(whole) && wrapsWhole(whole, open);
  const begin = closed || open === '' ? (head?.[0].length ?? 0) : (head?.[0].length ?? 0) - open.length;
  const tail = closed ? open.length : 0;
  const trimmed = whole.trimEnd();
  const end = trimmed.slice(0, trimmed.length - tail).trimEnd().length;
  if (end <= begin || !/[\p{L}\p{N}%‰]/u.test(whole.slice(begin, end))) return undefined;
  const lead = whole.slice(begin, end).length - whole.slice(begin, end).trimStart().length;
  const heading = head?.groups?.heading?.length;
  return {
    kind: 'paragraph',
    span: { start: start + begin + lead, end: start + end },
    ...(heading && { heading }),
    ...(closed && open.length >= 2 && { bold: true }),
    ...(closed && open.length !== 2 && { italic: true }),
  };
}

/** False for "**a** b **c**": the marks at both ends are not one pair. */
function wrapsWhole(whole: string, open: string): boolean {
  const inside = whole
    .trim()
    .replace(/^#+\s*/, '')
    .slice(open.length, -open.length);
  return !inside.includes(open);
}
