import type { Paragraph } from '../../values/block.ts';
import type { Span } from '../../values/span.ts';

/**
 * A stretch of the document as one reads it: white space folded, Markdown emphasis gone, and every character knows where
 * it stands in the canonical text. All rules match on `text`; all findings go back through `span`.
 */
export type View = {
  text: string;
  /** The span in the canonical text of the view's characters from `from` up to `to`. */
  span: (from: number, to: number) => Span;
};

/** @param gaps stretches inside that are left out, read as a space */
export function viewOf(canonical: string, stretch: Span, gaps: Span[] = []): View {
  const places: number[] = [];
  let text = '';
  let blank = true;
  for (let at = stretch.start; at < stretch.end; at++) {
    const gap = gaps.find(({ start, end }) => start <= at && at < end);
    if (gap) at = gap.end - 1;
    const char = gap ? ' ' : canonical.charAt(at);
    if (char === '*' || char === '\u00ad' || char === '\ufeff' || char === '\u200b') continue;
    if (/\s/u.test(char)) {
      if (blank) continue;
      text += ' ';
      blank = true;
    } else {
      text += char;
      blank = false;
    }
    places.push(at);
  }
  return cut({ text, places }, 0, text.trimEnd().length);
}

export const paragraphView = (paragraph: Paragraph, canonical: string): View =>
  viewOf(canonical, paragraph.span, paragraph.gaps);

/** The view's part from `from` up to `to`, with the spaces at its ends left out. */
export function subview(view: View, from: number, to: number): View {
  const { text } = view;
  let a = Math.max(0, from);
  let b = Math.min(text.length, to);
  while (a < b && text[a] === ' ') a++;
  while (b > a && text[b - 1] === ' ') b--;
  return { text: text.slice(a, b), span: (i, j) => view.span(a + i, a + j) };
}

/** Several paragraphs read as one text, a space between them. */
export function joinViews(views: View[]): View {
  if (views.length === 1 && views[0]) return views[0];
  const places: number[] = [];
  let text = '';
  for (const view of views) {
    if (text !== '' && view.text !== '') {
      places.push(places.at(-1) ?? 0);
      text += ' ';
    }
    for (let i = 0; i < view.text.length; i++) places.push(view.span(i, i + 1).start);
    text += view.text;
  }
  return cut({ text, places }, 0, text.length);
}

function cut(whole: { text: string; places: number[] }, from: number, to: number): View {
  const text = whole.text.slice(from, to);
  const place = (i: number): number => whole.places[Math.min(i, whole.places.length - 1)] ?? 0;
  return {
    text,
    span: (i, j) =>
      j > i
        ? { start: place(from + i), end: place(from + j - 1) + 1 }
        : { start: place(from + i), end: place(from + i) },
  };
}

export const wholeSpan = (view: View): Span => view.span(0, view.text.length);
