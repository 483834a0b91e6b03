import { child, type XmlElement } from '../containers/xml.ts';
import type { Counter } from '../layout/counter.ts';
import type { BlockDraft, ParagraphDraft } from '../layout/drafts.ts';
import { type Inline, readInline } from './inline.ts';
import { type Lists, levelOfStyle } from './numbering.ts';
import { flag, value } from './package.ts';
import { type ParagraphFormat, paragraphFormat, type Style, type Styles } from './styles.ts';

/** What reading a Word document needs to know at every paragraph. */
export type DocxContext = {
  styles: Styles;
  lists: Lists;
  counter: Counter;
  /** What stands in another part of the file: a drawing's words, a file held whole. */
  diagram: (id: string | undefined) => BlockDraft[];
  chunk: (id: string | undefined) => BlockDraft[];
};

/** A paragraph whose runs are read but which may yet be joined with the next one. */
export type OpenParagraph = {
  inline: Inline;
  style: Style;
  format: ParagraphFormat;
  /** True where its end was deleted in a tracked change: it runs on into the next paragraph. */
  runsOn: boolean;
  /** True where even its mark is hidden: without text it is not there at all. */
  isHidden: boolean;
  section: XmlElement | undefined;
};

export function openParagraph(element: XmlElement, { styles }: DocxContext): OpenParagraph {
  const properties = child(element, 'w:pPr');
  const mark = child(properties, 'w:rPr');
  const style = styles.paragraph(value(properties, 'w:pStyle'));
  return {
    inline: readInline(element, { styles, style }),
    style,
    format: paragraphFormat(properties),
    runsOn: child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined,
    isHidden: flag(mark, 'w:vanish') ?? false,
    section: child(properties, 'w:sectPr'),
  };
}

/** Two paragraphs as one, with the properties of the second: Word keeps them in the mark at the end. */
export function joined(first: OpenParagraph, second: OpenParagraph): OpenParagraph {
  const [a, b] = [first.inline, second.inline];
  return {
    ...second,
    inline: {
      text: a.text + b.text,
      letters: a.letters + b.letters,
      boldLetters: a.boldLetters + b.boldLetters,
      italicLetters: a.italicLetters + b.italicLetters,
      breakBefore: a.breakBefore || (a.letters === 0 && b.breakBefore),
      breakAfter: b.breakAfter,
      boxes: appended(a.boxes, b.boxes),
      notes: appended(a.notes, b.notes),
    },
  };
}

/** The first list goes on: copying it at each of many joined paragraphs would take the square of the time. */
function appended<T>(list: T[], more: readonly T[]): T[] {
  for (const item of more) list.push(item);
  return list;
}

const alignments: ReadonlyMap<string, NonNullable<ParagraphDraft['align']>> = new Map([
  ['left', 'left'],
  ['start', 'left'],
  ['center', 'center'],
  ['right', 'right'],
  ['end', 'right'],
  ['both', 'justify'],
  ['distribute', 'justify'],
]);

/** Gives the paragraph its number. To be called once for each paragraph, in reading order. */
export function finishParagraph(open: OpenParagraph, context: DocxContext): ParagraphDraft {
  const { inline, style } = open;
  const format: ParagraphFormat = { ...context.styles.defaults.paragraph, ...style.paragraph, ...open.format };
  const text = tidy(inline.text);
  const list = open.isHidden && text === '' ? undefined : listPlace(open, context);
  const marker = list && context.counter(list.numId, list.level);
  const align = alignments.get(format.align ?? '');
  const level = list?.level ?? indentLevel(format);
  return {
    kind: 'paragraph',
    // A paragraph that holds nothing but its number shows the number: ordinal columns of tables are made so.
    text: text === '' ? (marker ?? '') : text,
    ...(text !== '' && marker !== undefined && { marker }),
    ...(format.outline !== undefined && format.outline >= 0 && format.outline <= 8 && { heading: format.outline + 1 }),
    ...(inline.letters > 0 && inline.boldLetters === inline.letters && { bold: true }),
    ...(inline.letters > 0 && inline.italicLetters === inline.letters && { italic: true }),
    ...(align && { align }),
    ...(level !== undefined && { level }),
    ...((inline.breakBefore || format.breakBefore) && { pageBreak: true }),
  };
}

/** Every line trimmed and none empty: an empty line would look like the end of a table row. */
export const tidy = (text: string): string =>
  text.includes('\n')
    ? text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join('\n')
    : text.trim();

function listPlace(open: OpenParagraph, { lists }: DocxContext): { numId: string; level: number } | undefined {
  const own = open.format.numId;
  const numId = own ?? open.style.paragraph.numId;
  const list = numId === undefined ? undefined : lists(numId);
  if (numId === undefined || !list) return undefined;
  const byStyle = own === undefined ? levelOfStyle(list, open.style.id) : undefined;
  const level = open.format.numLevel ?? byStyle ?? (own === undefined ? open.style.paragraph.numLevel : undefined) ?? 0;
  return { numId, level };
}

/** Half an inch, Word's usual step, in twentieths of a point. */
const indentStep = 720;

function indentLevel({ indent }: ParagraphFormat): number | undefined {
  const level = Math.round((indent ?? 0) / indentStep);
  return level > 0 ? Math.min(level, 8) : undefined;
}
