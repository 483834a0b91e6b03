import { tidy } from '../docx/paragraph.ts';
import { bullet } from '../layout/counter.ts';
import type { BlockDraft, ParagraphDraft } from '../layout/drafts.ts';
import type { RtfRow, RtfRowShape } from './table.ts';
import { rtfTable } from './table.ts';

/** Formatting of a paragraph when it ends. */
export type RtfParagraph = {
  align: ParagraphDraft['align'];
  /** 0 to 8. */
  outline: number | undefined;
  indent: number;
  listLevel: number | undefined;
  inTable: boolean;
  /** In a table that stands in a cell. */
  isNested: boolean;
  breakBefore: boolean;
};

export type RtfLetters = { bold: boolean; italic: boolean };

/** Takes text and marks of paragraphs, cells and rows as they come, and gives drafts. */
export type RtfWriter = {
  add: (text: string, letters: RtfLetters) => void;
  setMarker: (marker: string) => void;
  /** A text box anchored in the open paragraph: it is read after it. */
  addBox: (drafts: readonly BlockDraft[]) => void;
  endParagraph: (paragraph: RtfParagraph) => void;
  endCell: (paragraph: RtfParagraph, isNested: boolean) => void;
  endRow: (shape: RtfRowShape) => void;
  endNestedRow: () => void;
  breakPage: () => void;
  /** To be called once, after the last token. */
  end: (paragraph: RtfParagraph) => void;
};

type Open = { text: string; letters: number; bold: number; italic: number; marker: string | undefined };

const nothing = (): Open => ({ text: '', letters: 0, bold: 0, italic: 0, marker: undefined });

export function newRtfWriter(add: (draft: BlockDraft) => void): RtfWriter {
  let open = nothing();
  let boxes: BlockDraft[] = [];
  let breakNext = false;
  let rows: RtfRow[] = [];
  let cells: ParagraphDraft[][] = [];
  let cell: ParagraphDraft[] = [];
  /** Texts of a table in a cell: its rows become paragraphs of the cell. */
  let nested: string[] = [];

  const flushTable = (): void => {
    if (cells.length > 0 || cell.length > 0) {
      // Cells of a row that never ended still have their text.
      for (const draft of [...cells.flat(), ...cell]) add(draft);
      cells = [];
      cell = [];
    }
    if (rows.length > 0) add(rtfTable(rows));
    rows = [];
  };

  const draftOf = (paragraph: RtfParagraph): ParagraphDraft => {
    const draft = draftFrom(open, paragraph);
    const breaks = paragraph.breakBefore || breakNext;
    if (breaks && draft.text !== '' && !paragraph.inTable) draft.pageBreak = true;
    breakNext = breaks && draft.text === '';
    open = nothing();
    return draft;
  };

  const afterwards = (take: (draft: BlockDraft) => void): void => {
    const waiting = boxes;
    boxes = [];
    for (const draft of waiting) take(draft);
  };

  const intoCell = (draft: BlockDraft): void => {
    if (draft.kind === 'paragraph' && draft.text !== '') cell.push(draft);
  };

  return {
    add: (text, { bold, italic }) => {
      open.text += text;
      const letters = text.trim() === '' ? 0 : text.length;
      open.letters += letters;
      if (bold) open.bold += letters;
      if (italic) open.italic += letters;
    },
    setMarker: (marker) => {
      const sign = marker.trim();
      const own = /[\p{L}\p{N}]/u.test(sign) ? sign : bullet(sign);
      if (own !== undefined) open.marker = own;
    },
    addBox: (drafts) => boxes.push(...drafts),
    endParagraph: (paragraph) => {
      const draft = draftOf(paragraph);
      if (paragraph.inTable) {
        if (paragraph.isNested) nested.push(shown(draft));
        else intoCell(draft);
        afterwards(intoCell);
        return;
      }
      flushTable();
      add(draft);
      afterwards(add);
    },
    endCell: (paragraph, isNested) => {
      const draft = draftOf(paragraph);
      if (isNested) {
        nested.push(shown(draft));
        return;
      }
      intoCell(draft);
      afterwards(intoCell);
      cells.push(cell);
      cell = [];
      breakNext = false;
    },
    endRow: (shape) => {
      if (cells.length > 0) rows.push({ shape, cells });
      cells = [];
    },
    endNestedRow: () => {
      const text = nested.filter((one) => one !== '').join(' ');
      if (text !== '') cell.push({ kind: 'paragraph', text });
      nested = [];
    },
    breakPage: () => {
      if (open.letters > 0) open.text += '\n';
      breakNext = true;
    },
    end: (paragraph) => {
      const draft = draftOf(paragraph);
      if (cells.length > 0 || cell.length > 0) intoCell(draft);
      flushTable();
      if (!paragraph.inTable && draft.text !== '') add(draft);
      afterwards(add);
    },
  };
}

const shown = ({ marker, text }: ParagraphDraft): string => (marker === undefined ? text : `${marker} ${text}`);

function draftFrom(
  { text: raw, letters, bold, italic, marker }: Open,
  { align, outline, indent, listLevel }: RtfParagraph,
): ParagraphDraft {
  const text = tidy(raw);
  const level = marker === undefined ? Math.round(indent / 720) : (listLevel ?? 0);
  return {
    kind: 'paragraph',
    // A paragraph that holds nothing but its number shows the number, as in columns of ordinals.
    text: text === '' ? (marker ?? '') : text,
    ...(text !== '' && marker !== undefined && { marker }),
    ...(outline !== undefined && outline >= 0 && outline <= 8 && { heading: outline + 1 }),
    ...(letters > 0 && bold === letters && { bold: true }),
    ...(letters > 0 && italic === letters && { italic: true }),
    ...(align && { align }),
    ...((level > 0 || marker !== undefined) && { level: Math.max(0, Math.min(level, 8)) }),
  };
}
