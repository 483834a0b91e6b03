import type { Span } from '../../values/span.ts';
import { squeeze } from '../../values/vietnamese.ts';
import type { Passage } from '../text/outline.ts';
import { wholeSpan } from '../text/view.ts';

/** Where findings stand: the paragraph or table row around them and the part of the document they are in. */
export type Place = { span: Span; passage: Passage };

export type Places = (offset: number) => Place | undefined;

/** Paragraphs and table rows in the order of the text. */
export function placesOf(passages: Passage[]): Places {
  const places = passages
    .flatMap((passage): Place[] =>
      passage.item.kind === 'table'
        ? passage.item.table.rows.map((row) => ({ span: row.span, passage }))
        : [{ span: wholeSpan(passage.item.full), passage }],
    )
    .sort((a, b) => a.span.start - b.span.start);
  return (offset) => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle]?.span.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return places[low - 1];
  };
}

export const quoteOf = (text: string, span: Span | null | undefined): string =>
  span ? squeeze(text.slice(span.start, span.end).replace(/\*+/gu, '')) : '';
