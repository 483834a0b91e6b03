import { type RefObject, useEffect } from 'react';
import type { Mark } from './pieces.ts';
import { settle } from './settle.ts';

/** A good quarter below the pane's upper edge, so that what leads to the sentence is in sight too. */
const scrollToFirst = (element: Element, scroller: Element): (() => void) =>
  settle(() => {
    const box = scroller.getBoundingClientRect();
    const { top, left, right } = element.getBoundingClientRect();
    const away = top - box.top - box.height * 0.28;
    const before = [scroller.scrollTop, scroller.scrollLeft].join();
    if (Math.abs(away) > 2) scroller.scrollTop += away;
    // Pages made larger are wider than the pane.
    if (left < box.left || right > box.right) scroller.scrollLeft += left - box.left - 16;
    return [scroller.scrollTop, scroller.scrollLeft].join() !== before;
  });

/** Marks the chosen finding and brings it into sight, from outside React: 3,000 paragraphs need not be drawn again for it. */
export function useChosenMark(
  scroller: RefObject<HTMLElement | null>,
  chosen: string | undefined,
  marks: readonly Mark[],
  shown: boolean,
) {
  useEffect(() => {
    const pane = scroller.current;
    if (!pane || !chosen || !shown) return;
    const pieces = [...pane.querySelectorAll(`[data-ids~="${CSS.escape(chosen)}"]`)];
    const kind = marks.find(({ id }) => id === chosen)?.kind ?? '';
    for (const piece of pieces) piece.setAttribute('data-chosen', kind);
    const stop = pieces[0] ? scrollToFirst(pieces[0], pane) : undefined;
    return () => {
      stop?.();
      for (const piece of pieces) piece.removeAttribute('data-chosen');
    };
  }, [scroller, chosen, marks, shown]);
}
