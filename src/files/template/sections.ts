import type { Element } from '@xmldom/xmldom';
import { childElements, childNamed, descendants, remove } from './dom.ts';
import { isHolder, sectionEnd } from './structure.ts';

/** Sections of the body, by the paragraph that ends each; null for the last, which the body itself ends. */
type Section = { end: Element | null; blocks: Element[] };

export function rememberSections(root: Element): Section[] {
  const body = childNamed(root, 'w:body');
  if (!body) return [];
  const sections: Section[] = [];
  let blocks: Element[] = [];
  for (const node of childElements(body)) {
    if (node.nodeName === 'w:sectPr') continue;
    blocks.push(node);
    if (!sectionEnd(node)) continue;
    sections.push({ end: node, blocks });
    blocks = [];
  }
  return [...sections, { end: null, blocks }];
}

/**
 * A section that said something and says nothing now, because what it was for is not there this time, goes with its page. Without
 * the last of them the one before it ends the document.
 */
export function dropEmptySections(root: Element, before: readonly Section[]): void {
  const body = childNamed(root, 'w:body');
  if (!body) return;
  const now = rememberSections(root);
  const emptied = now.filter((section, at) => !saysSomething(section) && (before[at]?.blocks.length ?? 0) > 1);
  const kept = now.filter((section) => !emptied.includes(section));
  if (kept.length === 0) return;
  for (const { blocks } of emptied) for (const block of blocks) remove(block);
  const last = kept.at(-1)?.end;
  if (!last) return;
  const properties = sectionEnd(last);
  for (const old of childElements(body)) if (old.nodeName === 'w:sectPr') remove(old);
  if (properties) body.appendChild(properties);
  if (!marks(last)) remove(last);
}

/** Stands for a block until that is set. */
export const blockMark = 'block';
const shown = ['w:t', 'w:drawing', 'w:pict', 'w:object', 'w:tbl', blockMark];

const marks = (block: Element): boolean =>
  shown.includes(block.nodeName) || [...descendants(block)].some(({ nodeName }) => shown.includes(nodeName));

const saysSomething = ({ blocks }: Section): boolean => blocks.some(marks);

/** A cell, a header, a text box without a paragraph at its end, or a table without rows, is a broken file. */
export function mendHolders(root: Element): void {
  const tables = [...descendants(root)].filter(({ nodeName }) => nodeName === 'w:tbl');
  for (const table of tables) if (!childNamed(table, 'w:tr')) remove(table);
  for (const holder of [root, ...descendants(root)]) {
    if (!isHolder(holder) || holder.nodeName === 'w:body' || holder.nodeName === 'w:sdtContent') continue;
    if (!['w:p', 'w:sdt'].includes(childElements(holder).at(-1)?.nodeName ?? ''))
      holder.appendChild(holder.ownerDocument?.createElement('w:p') ?? holder);
  }
}
