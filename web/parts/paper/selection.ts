import type { Span } from '../../../src/values/span.ts';

/** A paragraph on paper names where its text begins and which stretches of it are not shown. */
type Shown = { from: number; hidden: readonly Span[] };

/** Where the n-th letter shown of a paragraph stands in the document's text. */
export function offsetOf({ from, hidden }: Shown, letters: number): number {
  let at = from + letters;
  for (const { start, end } of hidden) if (start <= at) at += end - start;
  return at;
}

/** As attributes of the paragraph's element. */
export const shownAs = (from: number, hidden: readonly Span[]) => ({
  'data-from': from,
  'data-hidden': hidden.length > 0 ? hidden.map(({ start, end }) => `${start}-${end}`).join(' ') : undefined,
});

function shownOf(paragraph: HTMLElement): Shown {
  const hidden = (paragraph.dataset.hidden ?? '')
    .split(' ')
    .filter(Boolean)
    .map((pair) => {
      const [start = 0, end = 0] = pair.split('-').map(Number);
      return { start, end };
    })
    .sort((a, b) => a.start - b.start);
  return { from: Number(paragraph.dataset.from), hidden };
}

/** How many letters of a paragraph stand before a place in it; its marker is none of its letters. */
function lettersBefore(paragraph: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  range.setEnd(node, offset);
  const marker = paragraph.querySelector('[data-marker]')?.textContent?.length ?? 0;
  return Math.max(0, range.toString().length - marker);
}

function offsetAt(node: Node, offset: number): number | undefined {
  const element = node instanceof HTMLElement ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>('[data-from]');
  return paragraph ? offsetOf(shownOf(paragraph), lettersBefore(paragraph, node, offset)) : undefined;
}

/** The stretch of the document's text that is selected on its paper; undefined where none is. */
export function selectedSpan(paper: HTMLElement): Span | undefined {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!paper.contains(range.commonAncestorContainer)) return undefined;
  const start = offsetAt(range.startContainer, range.startOffset);
  const end = offsetAt(range.endContainer, range.endOffset);
  return start === undefined || end === undefined || start >= end ? undefined : { start, end };
}
