import type { Block, Paragraph, TextSource } from '../../values/block.ts';
import { Refusal } from '../../values/refusal.ts';
import { openHtml, openMht } from '../html/html.ts';
import type { BlockDraft, ParagraphDraft } from '../layout/drafts.ts';
import type { OpenLimits } from '../open-limits.ts';
import { openRtf } from '../rtf/rtf.ts';
import { openText } from '../text/text.ts';

type Open = (bytes: Uint8Array, limits: OpenLimits) => TextSource;

/** Files that a Word file holds whole (altChunk, ISO/IEC 29500-1, 17.17.2.1): Word puts them in when it opens it. */
export function chunkDrafts(bytes: Uint8Array, limits: OpenLimits, openDocx: Open): BlockDraft[] {
  try {
    const { blocks, text } = openerOf(bytes, openDocx)(bytes, limits);
    return blocks.map((block) => draftOf(block, text));
  } catch (error) {
    if (error instanceof Refusal && error.code === 'fileEmpty') return [];
    throw error;
  }
}

function openerOf(bytes: Uint8Array, openDocx: Open): Open {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048)).replaceAll('\0', '').trimStart();
  if (start.startsWith('PK')) return openDocx;
  if (start.startsWith('{\\rtf')) return openRtf;
  if (/^(?:MIME-Version|From|Content-Type):/i.test(start)) return openMht;
  return /<[a-z!?]/i.test(start) ? openHtml : (plain) => openText(plain, 'txt');
}

function draftOf(block: Block, text: string): BlockDraft {
  if (block.kind === 'paragraph') return paragraphDraft(block, text);
  const rows = block.rows.map(({ cells, header }) => ({
    ...(header && { header }),
    cells: cells.map(({ column, columns, rows: tall, paragraphs }) => ({
      column,
      columns,
      rows: tall,
      paragraphs: paragraphs.map((paragraph) => paragraphDraft(paragraph, text)),
    })),
  }));
  return { kind: 'table', rows, ...(block.borderless && { borderless: true }) };
}

const paragraphDraft = ({ span, ...rest }: Paragraph, text: string): ParagraphDraft => ({
  ...rest,
  text: text.slice(span.start, span.end),
});
