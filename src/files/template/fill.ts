import { type Element, XMLSerializer } from '@xmldom/xmldom';
import { isBlock, type TemplateBlock, type TemplateValue, type TemplateValues } from '../../values/template.ts';
import { childElements, childNamed, descendants, isElement, nearest, remove } from './dom.ts';
import type { Story } from './package.ts';
import { blockMark, dropEmptySections, mendHolders, rememberSections } from './sections.ts';
import { boxesIn, isBare, type Loop, sectionEnd, structureOf, textWidth } from './structure.ts';
import { isolateTags, newText, type Tag } from './tags.ts';

/** Blocks are set when all else is filled; until then a mark stands in their place. */
export type WaitingBlock = { mark: string; block: TemplateBlock; width: number };
export type FilledStory = { xml: string; blocks: WaitingBlock[] };

/** What stands in a template already checked, with its placeholders filled; what is filled in is never looked at again. */
export function fillStory({ name, document, root }: Story, values: TemplateValues): FilledStory {
  for (const paragraph of [...descendants(root)].filter(({ nodeName }) => nodeName === 'w:p')) isolateTags(paragraph);
  // A control bound to data elsewhere in the file would put that in place of what was filled in.
  for (const bound of [...descendants(root)].filter(({ nodeName }) => nodeName === 'w:dataBinding')) remove(bound);
  const blocks: WaitingBlock[] = [];
  const sections = rememberSections(root);
  fillNodes(childElements(root), [values], (element, block) => {
    const mark = `${name}:${blocks.length}`;
    blocks.push({ mark, block, width: textWidth(element) });
    const waiting = document.createElement(blockMark);
    waiting.setAttribute('at', mark);
    element.parentNode?.insertBefore(waiting, element);
  });
  dropEmptySections(root, sections);
  mendHolders(root);
  return { xml: new XMLSerializer().serializeToString(document), blocks };
}

type Scopes = readonly TemplateValues[];
type PutBlock = (before: Element, block: TemplateBlock) => void;

const lookUp = (name: string, scopes: Scopes): TemplateValue | undefined =>
  scopes.find((values) => Object.hasOwn(values, name))?.[name];

function fillNodes(nodes: readonly Element[], scopes: Scopes, put: PutBlock): void {
  const { loops, single } = structureOf(nodes);
  const repeated = new Set(loops.flatMap(({ range }) => boxesIn(range)));
  const boxes = boxesIn(nodes).filter((box) => !repeated.has(box));
  for (const tags of Map.groupBy(single, ({ element }) => nearest(element, 'w:p')).values())
    fillParagraph(tags, scopes, put);
  for (const loop of loops) repeat(loop, scopes, put);
  for (const box of boxes) fillNodes(childElements(box), scopes, put);
}

/** A paragraph of which nothing is left is left out. */
function fillParagraph(tags: readonly Tag[], scopes: Scopes, put: PutBlock): void {
  const [first] = tags;
  const paragraph = first && nearest(first.element, 'w:p');
  if (!paragraph) return;
  const bare = isBare(paragraph);
  let said = '';
  for (const tag of tags) {
    const value = lookUp(tag.name, scopes);
    if (tag.sign === '@') {
      if (isBlock(value)) put(paragraph, value);
    } else if (typeof value === 'string') {
      putText(tag, value);
      said += value;
    }
    remove(tag.element);
  }
  if (bare && said === '' && !holdsMore(paragraph)) leaveOut(paragraph);
}

/** Loops wait in it yet to be filled. */
const holdsMore = (paragraph: Element): boolean =>
  [...descendants(paragraph)].some(({ nodeName }) => nodeName === 'placeholder');

/** What ends a section stays as its end, and a cell needs a line. */
function leaveOut(paragraph: Element): void {
  const isEnd = sectionEnd(paragraph) !== undefined;
  for (const part of childElements(paragraph)) if (part.nodeName !== 'w:pPr') remove(part);
  if (!isEnd) remove(paragraph);
}

function putText({ element, capitals }: Tag, value: string): void {
  const run = element.parentNode;
  const lines = (capitals ? value.toLocaleUpperCase('vi') : value).split('\n');
  for (const [at, line] of lines.entries()) {
    const breaks = at > 0 ? element.ownerDocument?.createElement('w:br') : undefined;
    if (breaks) run?.insertBefore(breaks, element);
    run?.insertBefore(newText(element, line), element);
  }
}

const edge = 'edge';

function repeat({ open, close, range, by }: Loop, scopes: Scopes, put: PutBlock): void {
  for (const { element } of [open, close]) element.setAttribute(edge, '1');
  const [first] = range;
  if (!first) return;
  const items = itemsOf(lookUp(open.name, scopes));
  for (const [at, item] of items.entries()) {
    const copies = range.flatMap((node) => {
      const copy = node.cloneNode(true);
      return isElement(copy) ? [copy] : [];
    });
    for (const copy of copies) {
      first.parentNode?.insertBefore(copy, first);
      forgetIds(copy, at === 0);
    }
    fillNodes(withoutEdges(copies, by), [item, ...scopes], put);
  }
  for (const node of range) {
    if (items.length === 0 && node.nodeName === 'w:p') leaveOut(node);
    else remove(node);
  }
}

/** A list is gone through; anything else is shown once where it says something. */
function itemsOf(value: TemplateValue | undefined): readonly TemplateValues[] {
  if (value === undefined || value === '') return [];
  if (typeof value === 'string') return [{}];
  if (isBlock(value)) return value.block === 'body' && value.blocks.length === 0 ? [] : [{}];
  return value;
}

/** Lines that held nothing but a beginning or an end were there for that alone. */
function withoutEdges(copies: readonly Element[], by: Loop['by']): Element[] {
  for (const tag of copies.flatMap((copy) => [copy, ...descendants(copy)]).filter((node) => node.getAttribute(edge))) {
    const paragraph = nearest(tag, 'w:p');
    remove(tag);
    if (by !== 'runs' && paragraph && isBare(paragraph) && !holdsMore(paragraph)) leaveOut(paragraph);
  }
  return copies.filter(({ parentNode }) => parentNode !== null);
}

/** Marks that may be in a file only once. */
function forgetIds(copy: Element, isFirst: boolean): void {
  for (const element of [copy, ...descendants(copy)]) {
    for (const name of ['w14:paraId', 'w14:textId']) element.removeAttribute(name);
    if (element.nodeName === 'w:bookmarkStart' || element.nodeName === 'w:bookmarkEnd') remove(element);
    // A section ends once, however often what stands in it is repeated.
    const section = element.nodeName === 'w:pPr' && !isFirst ? childNamed(element, 'w:sectPr') : undefined;
    if (section) remove(section);
  }
}
