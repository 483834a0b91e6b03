import type { Block, TextSource } from '../../values/block.ts';
import { Refusal } from '../../values/refusal.ts';
import { attribute, type XmlElement } from '../containers/xml.ts';
import { newCounter } from '../layout/counter.ts';
import type { BlockDraft } from '../layout/drafts.ts';
import { edgesOf } from '../layout/edges.ts';
import { type Layout, newLayout } from '../layout/layout.ts';
import { defaultLimits, type OpenLimits } from '../open-limits.ts';
import { newBlockReader, readAll, type Sink } from './blocks.ts';
import { chunkDrafts } from './chunk.ts';
import { diagramDrafts } from './diagram.ts';
import { edgeLines } from './edges.ts';
import type { Inline } from './inline.ts';
import { readLists } from './numbering.ts';
import { type DocxPackage, openPackage, value } from './package.ts';
import type { DocxContext } from './paragraph.ts';
import { readStyles } from './styles.ts';

/**
 * Opens a Word file: its text as Word shows it with all tracked changes accepted; headers and footers are left
 * out of it, foot- and endnotes stand at the end.
 * @throws Refusal fileBroken, fileEmpty, fileUnpacksTooLarge, fileHasEntities, filePasswordProtected
 */
export const openDocx = (bytes: Uint8Array, limits: OpenLimits = defaultLimits): TextSource =>
  openWith(bytes, limits, (chunk) => chunkDrafts(chunk, limits, openChunk));

/** What a file held whole holds itself is left out: files could hold one another without end. */
const openChunk = (bytes: Uint8Array, limits: OpenLimits): TextSource => openWith(bytes, limits, () => []);

function openWith(bytes: Uint8Array, limits: OpenLimits, draftsOf: (chunk: Uint8Array) => BlockDraft[]): TextSource {
  const parts = openPackage(bytes, limits);
  const styles = readStyles(parts.read('styles'), parts.isUnicode());
  const lists = readLists(parts.read('numbering'), styles);
  const context: DocxContext = {
    styles,
    lists,
    counter: newCounter(lists),
    diagram: (id) => diagramDrafts(parts.readLinked(id)),
    chunk: (id) => {
      const chunk = parts.linked(id);
      return chunk ? draftsOf(chunk) : [];
    },
  };
  const layout = newLayout();
  const blocks: Block[] = [];
  const notes: Inline['notes'] = [];
  const sink = documentSink(layout, blocks, notes);
  const body = newBlockReader(context, sink);
  let hasBody = false;
  const root = parts.readMain({
    parent: 'w:body',
    visit: (element) => {
      hasBody = true;
      if (element.name === 'w:sectPr') sink.endSection(element);
      else body.read(element);
    },
  });
  body.end();
  if (root.name !== 'w:document' || (!hasBody && !root.children.some((element) => element.name === 'w:body'))) {
    throw new Refusal('fileBroken', { part: parts.main, reason: 'body' });
  }
  readNotes(parts, notes, context, sink);
  if (blocks.length === 0) throw new Refusal('fileEmpty');
  return { format: 'docx', text: layout.text(), blocks, ...edgesOf(parts.edges().flatMap(edgeLines)) };
}

/** Writes blocks as they come. How a section begins is said at its end, so its first block is kept until then. */
function documentSink(layout: Layout, blocks: Block[], notes: Inline['notes']): Sink {
  let firstOfSection = 0;
  return {
    add: (draft) => {
      const block = layout.add(draft);
      if (block) blocks.push(block);
    },
    endSection: (properties) => {
      const first = blocks[firstOfSection];
      const begins = value(properties, 'w:type') ?? 'nextPage';
      if (firstOfSection > 0 && first?.kind === 'paragraph' && begins.endsWith('age')) first.pageBreak = true;
      firstOfSection = blocks.length;
    },
    notes: (found) => notes.push(...found),
  };
}

/** Each note once, in the order of its first mark. The marks in the text are left out: they would glue digits to words. */
function readNotes(parts: DocxPackage, notes: Inline['notes'], context: DocxContext, sink: Sink): void {
  const seen = new Set<string>();
  const bodies = new Map<string, XmlElement>();
  for (const kind of new Set(notes.map((note) => note.kind))) {
    for (const element of parts.read(`${kind}s`)?.children ?? []) {
      bodies.set(`${kind} ${attribute(element, 'w:id')}`, element);
    }
  }
  for (const { kind, id } of notes) {
    const key = `${kind} ${id}`;
    const element = bodies.get(key);
    if (!element || seen.has(key)) continue;
    seen.add(key);
    let marker: string | undefined = `[${seen.size}]`;
    readAll(element.children, context, {
      ...sink,
      add: (block) => {
        const isFirst = marker !== undefined && block.kind === 'paragraph' && block.text !== '';
        sink.add(isFirst && marker !== undefined ? { ...block, marker } : block);
        if (isFirst) marker = undefined;
      },
      endSection: () => undefined,
      notes: () => undefined,
    });
  }
}
