import type { Element } from '@xmldom/xmldom';
import type { TemplatePlace } from '../../values/template.ts';
import { childElements, descendants, nearest } from './dom.ts';
import type { Story } from './package.ts';
import { isTag } from './tags.ts';

/** Enough to find the line again in Word. */
const excerptLength = 90;

/** Where something stands, as somebody who has the file open in Word would look for it. */
export function placeOf(element: Element, { part, root }: Story): TemplatePlace {
  const paragraph = nearest(element, 'w:p') ?? element;
  const cell = nearest(element, 'w:tc');
  const [row, table] = [nearest(element, 'w:tr'), nearest(element, 'w:tbl')];
  const textBox = nearest(element, 'w:txbxContent') !== undefined;
  return {
    part,
    textBox,
    paragraph: cell || textBox ? null : numberOf(paragraph, root),
    cell:
      cell && row && table
        ? { table: ordinal(table, root), row: position(row, 'w:tr'), cell: position(cell, 'w:tc') }
        : null,
    excerpt: around(paragraph, element),
  };
}

export const placeInFile: TemplatePlace = { part: 'file', textBox: false, paragraph: null, cell: null, excerpt: '' };

/** Empty lines are not counted, for nobody sees them. */
function numberOf(paragraph: Element, root: Element): number {
  let count = 0;
  for (const one of descendants(root, ({ nodeName }) => nodeName === 'w:tbl' || nodeName === 'w:txbxContent')) {
    if (one.nodeName === 'w:p' && wordsOf(one) !== '') count += 1;
    if (one === paragraph) return Math.max(count, 1);
  }
  return Math.max(count, 1);
}

function ordinal(table: Element, root: Element): number {
  let count = 0;
  for (const one of descendants(root)) {
    if (one.nodeName === 'w:tbl') count += 1;
    if (one === table) return count;
  }
  return count;
}

const position = (element: Element, name: string): number =>
  childElements(element.parentNode ?? element)
    .filter(({ nodeName }) => nodeName === name)
    .indexOf(element) + 1;

const letters = (node: Element): string =>
  node.nodeName === 'w:t'
    ? (node.textContent ?? '')
    : isTag(node)
      ? (node.getAttribute('raw') ?? '')
      : node.nodeName === 'w:tab' || node.nodeName === 'w:br'
        ? ' '
        : '';

const wordsOf = (paragraph: Element): string =>
  [...descendants(paragraph, ({ nodeName }) => nodeName === 'w:p')].map(letters).join('').trim();

/** The words about it; where the line is long those nearest to it. */
function around(paragraph: Element, element: Element): string {
  let before = '';
  let whole = '';
  for (const node of descendants(paragraph, ({ nodeName }) => nodeName === 'w:p')) {
    if (node === element) before = whole;
    whole += letters(node);
  }
  const from = Math.max(0, Math.min(before.length - 30, whole.length - excerptLength));
  const shown = whole.slice(from, from + excerptLength).trim();
  return `${from > 0 ? '…' : ''}${shown}${from + excerptLength < whole.length ? '…' : ''}`;
}
