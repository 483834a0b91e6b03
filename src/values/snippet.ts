import { z } from 'zod';
import { type SearchTerms, soughtRows } from './search-terms.ts';
import type { Span } from './span.ts';

/** A stretch of a shown text, and whether it is what was looked for. */
export const SnippetPiece = z.object({ text: z.string(), hit: z.boolean() });
export type SnippetPiece = z.infer<typeof SnippetPiece>;

/** What is shown of a text: its pieces, and where in the text they stand. */
export type Snippet = { pieces: SnippetPiece[]; span: Span };

/** Some words before the first hit tell what it is about. */
const before = 60;

type Hit = Span & { word: string };

/** Every place where the words of a term stand in a row. */
function hitsIn(text: string, search: SearchTerms): Hit[] {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  const rows = soughtRows(search);
  return words.flatMap((first, at) => {
    const row = rows.find((one) => one.every((is, further) => is(words[at + further]?.[0] ?? '')));
    const last = row && words[at + row.length - 1];
    if (!last) return [];
    const [start, end] = [first.index, last.index + last[0].length];
    return [{ start, end, word: text.slice(start, end).toLowerCase() }];
  });
}

/** The stretch of the text that holds the most of what was looked for, about so many characters long, cut between words. */
export function snippetOf(text: string, search: SearchTerms, width = 260): Snippet {
  const hits = hitsIn(text, search);
  const span = text.length <= width ? { start: 0, end: text.length } : richest(text, hits, width);
  const pieces: SnippetPiece[] = [];
  let at = span.start;
  for (const { start, end } of hits) {
    if (start < at || end > span.end) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
    pieces.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < span.end) pieces.push({ text: text.slice(at, span.end), hit: false });
  return { pieces: joined(pieces), span };
}

/** Hits that only a space parts are one mark. */
function joined(pieces: readonly SnippetPiece[]): SnippetPiece[] {
  const out: SnippetPiece[] = [];
  for (const [at, piece] of pieces.entries()) {
    const last = out.at(-1);
    const gap = !piece.hit && piece.text === ' ' && last?.hit && pieces[at + 1]?.hit;
    if (last && (gap || (piece.hit && last.hit))) last.text += piece.text;
    else out.push({ ...piece });
  }
  return out;
}

/** The hits come in order, so the window only ever moves on: a report may hold thousands of them. */
function richest(text: string, hits: readonly Hit[], width: number): Span {
  const counts = new Map<string, number>();
  let best = { from: 0, score: -1 };
  let next = 0;
  for (const [at, { start, word }] of hits.entries()) {
    for (let hit = hits[next]; hit && hit.end <= start + width - before; hit = hits[++next])
      counts.set(hit.word, (counts.get(hit.word) ?? 0) + 1);
    const score = counts.size * 100 + Math.max(0, next - at);
    if (score > best.score) best = { from: start, score };
    const left = (counts.get(word) ?? 0) - 1;
    if (left > 0) counts.set(word, left);
    else counts.delete(word);
    next = Math.max(next, at + 1);
  }
  const start = wordBegin(text, Math.max(0, Math.min(best.from - before, text.length - width)));
  return { start, end: wordEnd(text, Math.min(text.length, start + width)) };
}

function wordBegin(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at);
  return space === -1 || space > at + 20 ? at : space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at === text.length) return at;
  const space = text.lastIndexOf(' ', at);
  return space < at - 20 ? at : space;
}
