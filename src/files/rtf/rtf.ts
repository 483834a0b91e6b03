import type { Block, TextSource } from '../../values/block.ts';
import { Refusal } from '../../values/refusal.ts';
import type { BlockDraft } from '../layout/drafts.ts';
import { edgesOf } from '../layout/edges.ts';
import { newLayout } from '../layout/layout.ts';
import type { OpenLimits } from '../open-limits.ts';
import { newRtfReader } from './reader.ts';

/**
 * Opens an RTF file: tracked changes accepted, headers and footers left out of it, notes at the end.
 * @throws Refusal fileBroken, fileEmpty, fileUnpacksTooLarge
 */
export function openRtf(bytes: Uint8Array, limits: OpenLimits): TextSource {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!source.startsWith('{\\rtf')) throw new Refusal('fileBroken', { part: 'rtf', reason: 'header' });
  const layout = newLayout();
  const blocks: Block[] = [];
  const notes: BlockDraft[][] = [];
  const edges: BlockDraft[] = [];
  const add = (draft: BlockDraft): void => {
    const block = layout.add(draft);
    if (block) blocks.push(block);
  };
  newRtfReader(source, limits).read(add, { notes, edges });
  for (const [at, note] of notes.entries()) {
    let marker: string | undefined = `[${at + 1}]`;
    for (const draft of note) {
      const isFirst = marker !== undefined && draft.kind === 'paragraph' && draft.text !== '';
      add(isFirst && marker !== undefined ? { ...draft, marker } : draft);
      if (isFirst) marker = undefined;
    }
  }
  if (blocks.length === 0) throw new Refusal('fileEmpty');
  return { format: 'rtf', text: layout.text(), blocks, ...edgesOf(edges.flatMap(linesOf)) };
}

function linesOf(draft: BlockDraft): string[] {
  if (draft.kind === 'paragraph') return [draft.text];
  return draft.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)));
}
