import type { Cell, Row } from '../../values/block.ts';
import { type Found, markedParagraph, type TextLine } from './line.ts';

const rule = /^\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)+\|?\s*$/;

/** A Markdown table: a header row, a rule, rows. */
export function readPipeTable(lines: TextLine[], at: number): Found | undefined {
  const head = lines[at];
  if (!head?.text.trimStart().startsWith('|') || !rule.test(lines[at + 1]?.text ?? '')) return undefined;
  const rows: Row[] = [rowOf(head, true)];
  let next = at + 2;
  for (let line = lines[next]; line?.text.trimStart().startsWith('|'); line = lines[next]) {
    if (!rule.test(line.text)) rows.push(rowOf(line, false));
    next += 1;
  }
  const last = lines[next - 1] ?? head;
  return { block: { kind: 'table', span: { start: head.start, end: last.end }, rows }, next };
}

function rowOf(line: TextLine, header: boolean): Row {
  const cells: Cell[] = [];
  const open = line.text.indexOf('|');
  let from = open + 1;
  while (from <= line.text.length) {
    const bar = line.text.indexOf('|', from);
    const to = bar === -1 ? line.text.length : bar;
    if (bar === -1 && line.text.slice(from).trim() === '') break;
    cells.push(cellOf(line, from, to, cells.length));
    if (bar === -1) break;
    from = bar + 1;
  }
  return { span: { start: line.start, end: line.end }, cells, ...(header && { header }) };
}

function cellOf(line: TextLine, from: number, to: number, column: number): Cell {
  const parts = line.text.slice(from, to).split(/<br\s*\/?>/i);
  const paragraphs = [];
  let at = line.start + from;
  for (const part of parts) {
    const paragraph = markedParagraph(part, at);
    if (paragraph) paragraphs.push(paragraph);
    at += part.length + '<br>'.length;
  }
  return { span: { start: line.start + from, end: line.start + to }, paragraphs, column, columns: 1, rows: 1 };
}
