import { attribute, type XmlElement } from '../containers/xml.ts';
import { rowsAsParagraphs } from '../docx/blocks.ts';
import { tidy } from '../docx/paragraph.ts';
import { alignments, type BlockDraft, type ParagraphDraft } from '../layout/drafts.ts';
import { type OdtInline, readOdtInline } from './inline.ts';
import type { OdtCount, OdtLists } from './lists.ts';
import type { OdtFormat, OdtStyles } from './styles.ts';
import { readOdtTable } from './table.ts';

export type OdtContext = { styles: OdtStyles; lists: OdtLists; notes: XmlElement[] };

export type OdtReader = { read: (element: XmlElement) => void };

/** Where a paragraph stands in a list; `isFirst` until the item's number was given. */
type Item = { count: OdtCount; style: string | undefined; level: number; start: number | undefined; isFirst: boolean };

export function newOdtReader(context: OdtContext, add: (draft: BlockDraft) => void): OdtReader {
  const { styles, lists } = context;
  let breakNext = false;

  const paragraph = (element: XmlElement, item: Item | undefined): void => {
    const format = styles.find('paragraph', attribute(element, 'text:style-name'));
    const inline = readOdtInline(element, format, styles);
    const draft = draftOf(element, inline, format, item ? nextMarker(item) : outlineMarker(element));
    if (item) draft.level = Math.min(item.level - 1, 8);
    const breaks = format.breakBefore === true || breakNext;
    if (breaks && draft.text !== '') draft.pageBreak = true;
    breakNext = breaks && draft.text === '';
    add(draft);
    context.notes.push(...inline.notes);
    for (const box of inline.boxes) frame(box);
  };

  const nextMarker = (item: Item): string | undefined => {
    if (!item.isFirst) return undefined;
    item.isFirst = false;
    return lists.next(item.count, item.style, item.level, item.start);
  };

  const outlineMarker = (element: XmlElement): string | undefined =>
    element.name === 'text:h' && attribute(element, 'text:is-list-header') !== 'true'
      ? lists.heading(levelOf(element) ?? 1)
      : undefined;

  const list = (element: XmlElement, outer: Item | undefined): void => {
    const style = attribute(element, 'text:style-name') ?? outer?.style;
    const count = outer?.count ?? lists.begin(element, style);
    const level = (outer?.level ?? 0) + 1;
    for (const part of element.children) {
      if (part.name !== 'text:list-item' && part.name !== 'text:list-header') continue;
      const start = Number.parseInt(attribute(part, 'text:start-value') ?? '', 10);
      const isFirst = part.name === 'text:list-item';
      const item: Item = { count, style, level, start: Number.isSafeInteger(start) ? start : undefined, isFirst };
      for (const inner of part.children) block(inner, item);
    }
  };

  const table = (element: XmlElement): void => {
    breakNext = false;
    const draft = readOdtTable(element, styles, (cell) => readCell(cell, context));
    if (draft) add(draft);
  };

  /** A frame holds a text box, a shape its paragraphs, a group further ones. */
  const frame = (element: XmlElement): void => {
    for (const part of element.children) {
      if (part.name.startsWith('draw:')) frame(part);
      else block(part, undefined);
    }
  };

  const block = (element: XmlElement, item: Item | undefined): void => {
    if (element.name === 'text:p' || element.name === 'text:h') paragraph(element, item);
    else if (element.name === 'text:list') list(element, item);
    else if (element.name === 'table:table') table(element);
    else if (element.name.startsWith('draw:')) frame(element);
    else if (wrappers.has(element.name) && attribute(element, 'text:display') !== 'none')
      for (const inner of element.children) block(inner, item);
  };

  return { read: (element) => block(element, undefined) };
}

const wrappers: ReadonlySet<string> = new Set([
  'text:section',
  'text:table-of-content',
  'text:alphabetical-index',
  'text:table-index',
  'text:illustration-index',
  'text:index-body',
  'text:index-title',
  'text:numbered-paragraph',
]);

function levelOf(element: XmlElement): number | undefined {
  const level = Number.parseInt(attribute(element, 'text:outline-level') ?? '', 10);
  return level >= 1 && level <= 9 ? level : undefined;
}

function draftOf(
  element: XmlElement,
  inline: OdtInline,
  format: OdtFormat,
  marker: string | undefined,
): ParagraphDraft {
  const text = tidy(inline.text);
  const align = alignments.get(format.align ?? '');
  const heading = element.name === 'text:h' ? levelOf(element) : undefined;
  const indent = Math.round((format.indent ?? 0) * 2);
  return {
    kind: 'paragraph',
    text: text === '' ? (marker ?? '') : text,
    ...(text !== '' && marker !== undefined && { marker }),
    ...(heading !== undefined && { heading }),
    ...(inline.letters > 0 && inline.bold === inline.letters && { bold: true }),
    ...(inline.letters > 0 && inline.italic === inline.letters && { italic: true }),
    ...(align && { align }),
    ...(indent > 0 && { level: Math.min(indent, 8) }),
  };
}

/** The paragraphs of a cell; a table inside it gives a paragraph for each of its rows. */
function readCell(cell: XmlElement, context: OdtContext): ParagraphDraft[] {
  const paragraphs: ParagraphDraft[] = [];
  const reader = newOdtReader(context, (draft) =>
    paragraphs.push(...(draft.kind === 'table' ? rowsAsParagraphs(draft) : [draft])),
  );
  for (const element of cell.children) reader.read(element);
  return paragraphs.filter((paragraph) => paragraph.text !== '');
}
