import type { Block, Cell, Paragraph, Row, Table } from '../../values/block.ts';
import type { Span } from '../../values/span.ts';
import { nfc } from '../../values/vietnamese.ts';
import type { BlockDraft, CellDraft, ParagraphDraft, RowDraft, TableDraft } from './drafts.ts';

/**
 * Writes the canonical text of a Word file: a line for each paragraph, its automatic number before it; in tables a TAB
 * before each cell and an empty line after each row, as Word itself writes a table out as text.
 */
export type Layout = {
  /** undefined for an empty paragraph: it is an empty line and no block. */
  add: (draft: BlockDraft) => Block | undefined;
  text: () => string;
};

export function newLayout(): Layout {
  const parts: string[] = [];
  let length = 0;

  const write = (text: string): Span => {
    const start = length;
    parts.push(text);
    length += text.length;
    return { start, end: length };
  };

  const paragraph = ({ text, ...rest }: ParagraphDraft): Paragraph => {
    const marker = rest.marker === undefined ? undefined : nfc(rest.marker);
    if (marker !== undefined) write(`${marker} `);
    const span = write(nfc(text));
    write('\n');
    return { ...rest, span, ...(marker !== undefined && { marker }) };
  };

  const cell = ({ paragraphs: drafts, ...rest }: CellDraft): Cell => {
    const { start } = write('\t');
    const paragraphs = drafts.map(paragraph);
    if (paragraphs.length === 0) write('\n');
    return { span: { start, end: length - 1 }, paragraphs, ...rest };
  };

  const row = ({ cells: drafts, ...rest }: RowDraft): Row => {
    const start = length;
    const cells = drafts.map(cell);
    write('\n');
    return { span: { start, end: cells.at(-1)?.span.end ?? start }, cells, ...rest };
  };

  const table = ({ rows: drafts, ...rest }: TableDraft): Table => {
    const start = length;
    const rows = drafts.map(row);
    return { ...rest, span: { start, end: rows.at(-1)?.span.end ?? start }, rows };
  };

  return {
    add: (draft) => {
      if (draft.kind === 'table') return table(draft);
      if (draft.text !== '') return paragraph(draft);
      write('\n');
      return undefined;
    },
    text: () => parts.join(''),
  };
}
