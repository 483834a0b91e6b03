import type { Block, TextSource } from '../../values/block.ts';
import { Refusal } from '../../values/refusal.ts';
import { decodeEncoding, encodingOf, looksMisread } from '../encoding/encoding.ts';
import type { BlockDraft, RowDraft } from '../layout/drafts.ts';
import { edgesOf } from '../layout/edges.ts';
import { newLayout } from '../layout/layout.ts';

/**
 * Opens an old Word file without LibreOffice: paragraphs and simple tables, without automatic numbers and looks.
 * @throws Refusal fileBroken, fileEmpty
 */
export async function openDocText(bytes: Uint8Array): Promise<TextSource> {
  const { whole, edges } = await extract(bytes);
  const old = looksMisread(whole) ? encodingOf(whole) : undefined;
  const layout = newLayout();
  const blocks: Block[] = draftsOf(old ? decodeEncoding(whole, old).text : whole).flatMap(
    (draft) => layout.add(draft) ?? [],
  );
  if (blocks.length === 0) throw new Refusal('fileEmpty');
  const shown = old ? decodeEncoding(edges, old).text : edges;
  return { format: 'doc', text: layout.text(), blocks, ...edgesOf(shown.split(/[\r\n\v\f]+/)) };
}

async function extract(bytes: Uint8Array): Promise<{ whole: string; edges: string }> {
  // Only machines without LibreOffice need it.
  const { default: WordExtractor } = await import('word-extractor');
  try {
    const text = await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const whole = [text.getBody(), text.getTextboxes(), text.getFootnotes(), text.getEndnotes()].join('\n');
    return { whole, edges: [text.getHeaders({ includeFooters: false }), text.getFooters()].join('\n') };
  } catch {
    // Whatever it throws, it found the file not to be what its format asks for.
    throw new Refusal('fileBroken', { part: 'WordDocument', reason: 'format' });
  }
}

/** A line for each paragraph; in a table a line for each row, with a TAB after each cell. */
function draftsOf(text: string): BlockDraft[] {
  const drafts: BlockDraft[] = [];
  let rows: RowDraft[] = [];
  const endTable = (): void => {
    if (rows.length > 0) drafts.push({ kind: 'table', rows });
    rows = [];
  };
  for (const line of text.split(/\r\n|[\r\n\v\f]/)) {
    if (line.endsWith('\t') && line.trim() !== '') rows.push(rowOf(line));
    else {
      endTable();
      drafts.push({ kind: 'paragraph', text: line.replace(/\s+/g, ' ').trim() });
    }
  }
  endTable();
  return drafts;
}

function rowOf(line: string): RowDraft {
  const cells = line.slice(0, -1).split('\t');
  return {
    cells: cells.map((cell, column) => {
      const text = cell.replace(/\s+/g, ' ').trim();
      return { column, columns: 1, rows: 1, paragraphs: text === '' ? [] : [{ kind: 'paragraph', text }] };
    }),
  };
}
