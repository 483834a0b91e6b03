import type { Element } from '@xmldom/xmldom';
import { childElements, childNamed, descendants, holders, nearest } from './dom.ts';
import { isTag, type Tag, tagOf } from './tags.ts';

/** What a stretch of a template consists of, outermost first: the same for checking and for filling. */
export type Loop = { open: Tag; close: Tag; range: Element[]; by: 'runs' | 'paragraphs' | 'rows' };
export type Structure = {
  loops: Loop[];
  /** Placeholders outside all loops. */
  single: Tag[];
  /** Ends without a beginning, beginnings without an end, and loops whose ends lie in different tables, cells or lines. */
  faults: { code: 'startMissing' | 'endMissing' | 'crossing'; tag: Tag }[];
};

/** Text boxes are stories of their own. */
const isBox = ({ nodeName }: Element): boolean => nodeName === 'w:txbxContent';

function* within(nodes: readonly Element[]): Generator<Element> {
  for (const node of nodes) {
    yield node;
    if (!isBox(node)) yield* descendants(node, isBox);
  }
}

export const boxesIn = (nodes: readonly Element[]): Element[] => [...within(nodes)].filter(isBox);

const tagsIn = (nodes: readonly Element[]): Tag[] => [...within(nodes)].filter(isTag).map(tagOf);

/** @param edges placeholders that are the ends of the loop itself */
export function structureOf(nodes: readonly Element[], edges: readonly Tag[] = []): Structure {
  const tags = tagsIn(nodes).filter(({ element }) => !edges.some((edge) => edge.element === element));
  const structure: Structure = { loops: [], single: [], faults: [] };
  const inLoop = new Set<Element>();
  for (const [at, tag] of tags.entries()) {
    if (inLoop.has(tag.element)) continue;
    if (tag.sign === '/') structure.faults.push({ code: 'startMissing', tag });
    if (tag.sign !== '#') continue;
    const close = closeOf(tags.slice(at), tag.name);
    const span = close && spanOf(tag, close);
    if (!close) structure.faults.push({ code: 'endMissing', tag });
    else if (!span) structure.faults.push({ code: 'crossing', tag });
    else structure.loops.push({ open: tag, close, ...span });
    const inside = span ? tagsIn(span.range) : close ? [close] : [];
    for (const { element } of inside) inLoop.add(element);
  }
  structure.single = tags.filter(({ sign, element }) => (sign === '' || sign === '@') && !inLoop.has(element));
  return structure;
}

/** Loops of the same name may stand within one another. */
function closeOf(tags: readonly Tag[], name: string): Tag | undefined {
  let depth = 0;
  for (const tag of tags) {
    if (tag.name !== name) continue;
    if (tag.sign === '#') depth += 1;
    if (tag.sign === '/') depth -= 1;
    if (depth === 0) return tag;
  }
  return undefined;
}

/** What is repeated: part of a line, whole paragraphs, or whole rows of a table. */
function spanOf(open: Tag, close: Tag): Pick<Loop, 'range' | 'by'> | undefined {
  const [first, last] = [nearest(open.element, 'w:p'), nearest(close.element, 'w:p')];
  if (!first || !last) return undefined;
  if (first === last) {
    if (isWhole(first, open, close)) return { range: [first], by: 'paragraphs' };
    const range = between(runOf(open), runOf(close));
    return range && { range, by: 'runs' };
  }
  const [row, otherRow] = [nearest(open.element, 'w:tr'), nearest(close.element, 'w:tr')];
  const [cell, otherCell] = [nearest(open.element, 'w:tc'), nearest(close.element, 'w:tc')];
  if (row && otherRow && cell !== otherCell) {
    const range = between(row, otherRow);
    return range && { range, by: 'rows' };
  }
  const range = between(first, last);
  return range && { range, by: 'paragraphs' };
}

const runOf = ({ element }: Tag): Element => nearest(element, 'w:r') ?? element;

/** Both and all between them, where they stand side by side. */
function between(first: Element, last: Element): Element[] | undefined {
  const parent = first.parentNode;
  if (!parent || parent !== last.parentNode) return undefined;
  const siblings = childElements(parent);
  return siblings.slice(siblings.indexOf(first), siblings.indexOf(last) + 1);
}

/** Whether the paragraph says nothing outside the loop. */
function isWhole(paragraph: Element, open: Tag, close: Tag): boolean {
  let outside = true;
  for (const node of within(childElements(paragraph))) {
    if (node === open.element) outside = false;
    else if (node === close.element) outside = true;
    else if (outside && (isTag(node) || drawn.includes(node.nodeName) || wordsOf(node) !== '')) return false;
  }
  return true;
}

const wordsOf = (node: Element): string => (node.nodeName === 'w:t' ? (node.textContent ?? '').trim() : '');
const drawn = ['w:drawing', 'w:pict', 'w:object', 'mc:AlternateContent'];

/** Whether a paragraph holds nothing to be seen but placeholders. */
export const isBare = (paragraph: Element): boolean =>
  [...within(childElements(paragraph))].every((node) => wordsOf(node) === '' && !drawn.includes(node.nodeName));

export type BlockPlace = 'right' | 'blockNotAlone' | 'blockMisplaced';

/** A block takes the place of a paragraph of the body. */
export function blockPlace({ element }: Tag): BlockPlace {
  const paragraph = nearest(element, 'w:p');
  if (!paragraph || nearest(paragraph, 'w:tc', 'w:txbxContent') || !nearest(paragraph, 'w:body'))
    return 'blockMisplaced';
  return isBare(paragraph) && tagsIn([paragraph]).length === 1 ? 'right' : 'blockNotAlone';
}

/** Text between the margins where the paragraph stands, in twentieths of a point. */
export function textWidth(paragraph: Element): number {
  let at: Element = paragraph;
  while (at.parentNode && at.parentNode.nodeName !== 'w:body') at = at.parentNode as Element;
  const siblings = childElements(at.parentNode ?? at);
  for (const node of siblings.slice(siblings.indexOf(at))) {
    const section = node.nodeName === 'w:sectPr' ? node : sectionEnd(node);
    if (section) return widthOf(section);
  }
  return a4.width - 2 * a4.margin;
}

const a4 = { width: 11906, margin: 1440 };

/** The section that ends with this paragraph. */
export const sectionEnd = (paragraph: Element): Element | undefined =>
  childNamed(childNamed(paragraph, 'w:pPr'), 'w:sectPr');

function widthOf(section: Element): number {
  const [size, margin] = [childNamed(section, 'w:pgSz'), childNamed(section, 'w:pgMar')];
  const length = (of: Element | undefined, name: string, usual: number): number => {
    const value = Number.parseInt(of?.getAttribute(name) ?? '', 10);
    return Number.isSafeInteger(value) ? value : usual;
  };
  const sides = length(margin, 'w:left', a4.margin) + length(margin, 'w:right', a4.margin);
  return Math.max(length(size, 'w:w', a4.width) - sides - length(margin, 'w:gutter', 0), 1440);
}

export const isHolder = ({ nodeName }: Element): boolean => holders.includes(nodeName);
