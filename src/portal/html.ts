/** Pages are put together from pieces that are escaped as they are put in: there is no other way to put text into a page. */

/** Markup that is safe to stand in a page. Only what this file gives is. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

export type Piece = Html | string | number | null | undefined | false | readonly Piece[];

const signs: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Neither HTML nor XML has these, whatever a document brought along. */
const unspeakable = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(unspeakable, '')
    .replace(/[&<>"'`]/g, (sign) => signs[sign] ?? '');

function markupOf(piece: Piece): string {
  if (piece instanceof Html) return piece.markup;
  if (typeof piece === 'string') return escaped(piece);
  if (typeof piece === 'number') return String(piece);
  return piece ? piece.map(markupOf).join('') : '';
}

/** The one way to a page: what stands in the template is markup, what is put in is text, unless it came from here. */
export const html = (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
  new Html(strings.map((string, at) => string + markupOf(pieces[at])).join(''));

/** A stylesheet of ours, which no text of others goes into. */
export const styleElement = (css: string): Html => new Html(`<style>${css}</style>`);
