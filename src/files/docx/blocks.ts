import { attribute, type XmlElement } from '../containers/xml.ts';
import type { BlockDraft, ParagraphDraft, TableDraft } from '../layout/drafts.ts';
import type { Inline } from './inline.ts';
import { type DocxContext, finishParagraph, joined, type OpenParagraph, openParagraph } from './paragraph.ts';
import { readTable } from './table.ts';

/** Where the content of a body, a cell, a text box or a note goes, block by block. */
export type Sink = {
  add: (block: BlockDraft) => void;
  /** A section of the document ends with the paragraph just added. */
  endSection: (properties: XmlElement) => void;
  notes: (notes: Inline['notes']) => void;
};

export type BlockReader = {
  read: (element: XmlElement) => void;
  /** To be called after the last element: a paragraph whose mark was deleted may be waiting for a next one. */
  end: () => void;
};

export function newBlockReader(context: DocxContext, sink: Sink): BlockReader {
  let waiting: OpenParagraph | undefined;
  let breakNext = false;

  const finish = (open: OpenParagraph): void => {
    if (open.isHidden && open.inline.text.trim() === '' && open.inline.boxes.length === 0) return;
    const draft = finishParagraph(open, context);
    if (breakNext && draft.text !== '') {
      draft.pageBreak = true;
      breakNext = false;
    }
    breakNext ||= open.inline.breakAfter || (draft.text === '' && draft.pageBreak === true);
    sink.add(draft);
    sink.notes(open.inline.notes);
    for (const box of open.inline.boxes) {
      if (box.name === 'dgm:relIds') for (const words of context.diagram(attribute(box, 'r:dm'))) sink.add(words);
      else readAll(box.children, context, sink);
    }
    if (open.section) sink.endSection(open.section);
  };

  const flush = (): void => {
    if (waiting) finish(waiting);
    waiting = undefined;
  };

  const paragraph = (element: XmlElement): void => {
    const own = openParagraph(element, context);
    const open = waiting ? joined(waiting, own) : own;
    waiting = undefined;
    if (own.runsOn) waiting = open;
    else finish(open);
  };

  const table = (element: XmlElement): void => {
    flush();
    // A table has no mark for the new page it may begin.
    breakNext = false;
    const draft = readTable(element, context.styles, (cell) => readCell(cell, context, sink));
    if (draft) sink.add(draft);
  };

  const chunk = (element: XmlElement): void => {
    flush();
    for (const draft of context.chunk(attribute(element, 'r:id'))) sink.add(draft);
  };

  const inner = (element: XmlElement): void => {
    for (const part of element.children) read(part);
  };

  const readers: ReadonlyMap<string, (element: XmlElement) => void> = new Map([
    ['w:p', paragraph],
    ['w:tbl', table],
    ['w:altChunk', chunk],
    ['w:sdt', inner],
    ['w:sdtContent', inner],
    ['w:customXml', inner],
    ['w:ins', inner],
    ['w:moveTo', inner],
    ['mc:AlternateContent', (element) => inner({ ...element, children: element.children.slice(0, 1) })],
    ['mc:Choice', inner],
    ['mc:Fallback', inner],
  ]);
  const read = (element: XmlElement): void => readers.get(element.name)?.(element);

  return { read, end: flush };
}

/** All blocks of an element that is read as a whole. */
export function readAll(elements: readonly XmlElement[], context: DocxContext, sink: Sink): void {
  const reader = newBlockReader(context, sink);
  for (const element of elements) reader.read(element);
  reader.end();
}

/** The paragraphs of a cell; a table inside it gives a paragraph for each of its rows. */
function readCell(cell: XmlElement, context: DocxContext, outer: Sink): ParagraphDraft[] {
  const paragraphs: ParagraphDraft[] = [];
  readAll(cell.children, context, {
    ...outer,
    add: (block) => paragraphs.push(...(block.kind === 'table' ? rowsAsParagraphs(block) : [block])),
    endSection: () => undefined,
  });
  return paragraphs.filter((paragraph) => paragraph.text !== '');
}

const shown = ({ marker, text }: ParagraphDraft): string => (marker === undefined ? text : `${marker} ${text}`);

export function rowsAsParagraphs(table: TableDraft): ParagraphDraft[] {
  return table.rows.map((row) => ({
    kind: 'paragraph',
    text: row.cells.flatMap((cell) => cell.paragraphs.map(shown)).join(' '),
  }));
}
