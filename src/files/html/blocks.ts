import { textOfFont } from '../encoding/fonts.ts';
import type { Encoding } from '../encoding/tables.ts';
import type { BlockDraft, ParagraphDraft } from '../layout/drafts.ts';
import { formatNumber } from '../layout/number-format.ts';
import { type Look, lookOf, plainLook } from './look.ts';
import { isLeftOut, type MainContent } from './main.ts';
import { isLayout, readHtmlTable } from './table.ts';
import { attributeOf, childrenOf, type HtmlElement, type HtmlNode, isElement, textOf } from './tree.ts';

export type HtmlContext = {
  isChrome: MainContent['isChrome'];
  /** Old encoding of all letters that no font says another thing about. */
  encoding: Encoding | undefined;
};

const blocks: ReadonlySet<string> = new Set(
  'p div h1 h2 h3 h4 h5 h6 ul ol li table tbody thead tfoot tr td th caption blockquote pre center section article main header footer hr dl dt dd form fieldset figure figcaption address body'.split(
    ' ',
  ),
);
/** In these a line break is one of Word's; in any other block it ends a paragraph, as pages without <p> are written. */
const lineKeepers: ReadonlySet<string> = new Set('p h1 h2 h3 h4 h5 h6 li td th center'.split(' '));
/** With more line breaks a <p> holds a whole text and not a paragraph. */
const mostLines = 8;

type Open = { text: string; letters: number; bold: number; italic: number; look: Look; keepsLines: boolean };

/** Paragraphs and tables below an element, in reading order. */
export function readHtml(root: HtmlElement, context: HtmlContext, outer: Look = plainLook): BlockDraft[] {
  const drafts: BlockDraft[] = [];
  let open: Open | undefined;
  let marker: { text: string; list: number } | undefined;
  let keepsLines = false;

  const flush = (): void => {
    const done = open && finished(open);
    open = undefined;
    for (const draft of done ?? []) {
      drafts.push(marker ? { ...draft, marker: marker.text, level: marker.list - 1 } : draft);
      marker = undefined;
    }
  };

  const addText = (raw: string, look: Look): void => {
    open ??= { text: '', letters: 0, bold: 0, italic: 0, look, keepsLines };
    const shown = shownText(raw, look, context);
    const letters = shown.replace(/\s+/g, '').length;
    if (open.letters === 0) open.look = look;
    open.text += shown;
    open.letters += letters;
    if (look.bold) open.bold += letters;
    if (look.italic) open.italic += letters;
  };

  const inBlock = (element: HtmlElement, look: Look): void => {
    flush();
    const before = keepsLines;
    keepsLines = lineKeepers.has(element.tagName);
    for (const node of childrenOf(element)) visit(node, look, element);
    flush();
    keepsLines = before;
  };

  const visit = (node: HtmlNode, look: Look, parent: HtmlElement): void => {
    if (!isElement(node)) {
      if (textOf(node) !== '') addText(textOf(node), look);
      return;
    }
    if (isLeftOut(node) || node.tagName === 'del' || context.isChrome(node)) return;
    const own = lookOf(node, look);
    if (node.tagName === 'br') addBreak(own);
    else if (node.tagName === 'table' && !isLayout(node)) {
      flush();
      const table = readHtmlTable(node, own, (cell, rowLook) => readCell(cell, rowLook, context));
      if (table) drafts.push(table);
    } else if (blocks.has(node.tagName)) {
      if (node.tagName === 'li') {
        flush();
        marker = markerOf(node, parent, own.list);
      }
      inBlock(node, own);
      if (node.tagName === 'li') marker = undefined;
    } else for (const inner of childrenOf(node)) visit(inner, own, node);
  };

  const addBreak = (look: Look): void => {
    if (keepsLines && open && !open.text.endsWith('\n')) addText('\n', { ...look, keepsSpace: true });
    else flush();
  };

  inBlock(root, lookOf(root, outer));
  return drafts;
}

/** A cell's paragraphs; a table in it would have made the outer one a layout. */
const readCell = (cell: HtmlElement, look: Look, context: HtmlContext): ParagraphDraft[] =>
  readHtml(cell, context, look).flatMap((draft) => (draft.kind === 'paragraph' ? [draft] : []));

function shownText(raw: string, look: Look, { encoding }: HtmlContext): string {
  const font = look.font ?? (encoding && { encoding, capitals: false });
  const text = font ? textOfFont(raw, font) : raw;
  const shown = look.capitals ? text.toUpperCase() : text;
  return look.keepsSpace ? shown.replace(/[^\S\n]+/g, ' ') : shown.replace(/\s+/g, ' ');
}

function finished({ text, letters, bold, italic, look, keepsLines }: Open): ParagraphDraft[] {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const parts = keepsLines && lines.length <= mostLines ? [lines.join('\n')] : lines;
  return parts
    .filter((part) => part !== '')
    .map((part) => ({
      kind: 'paragraph',
      text: part,
      ...(letters > 0 && bold === letters && { bold: true }),
      ...(letters > 0 && italic === letters && { italic: true }),
      ...(look.heading && { heading: look.heading }),
      ...(look.align && { align: look.align }),
    }));
}

const listFormats: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

function markerOf(item: HtmlElement, list: HtmlElement, level: number): { text: string; list: number } | undefined {
  const style = `${attributeOf(list, 'style') ?? ''};${attributeOf(item, 'style') ?? ''}`;
  if (/list-style(?:-type)?\s*:\s*none/i.test(style)) return undefined;
  if (list.tagName !== 'ol') return { text: '•', list: Math.max(1, level) };
  const number = numbersOf(list).get(item) ?? 1;
  return { text: `${formatNumber(number, listFormats[attributeOf(list, 'type') ?? ''] ?? 'decimal')}.`, list: level };
}

/** Numbers of a list's items, counted once. */
const counted = new WeakMap<HtmlElement, Map<HtmlNode, number>>();

function numbersOf(list: HtmlElement): Map<HtmlNode, number> {
  const known = counted.get(list);
  if (known) return known;
  const numbers = new Map<HtmlNode, number>();
  let next = wholeOf(attributeOf(list, 'start')) ?? 1;
  for (const item of childrenOf(list)) {
    if (item.nodeName !== 'li') continue;
    const own = isElement(item) ? wholeOf(attributeOf(item, 'value')) : undefined;
    numbers.set(item, own ?? next);
    next = (own ?? next) + 1;
  }
  counted.set(list, numbers);
  return numbers;
}

function wholeOf(text: string | undefined): number | undefined {
  const number = Number.parseInt(text ?? '', 10);
  return Number.isSafeInteger(number) ? number : undefined;
}
