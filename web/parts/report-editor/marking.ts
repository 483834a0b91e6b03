import type { Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { blockChanges } from '../../../src/registry/content-changes.ts';
import { outdatedWords, type ValuesNow } from '../../../src/registry/reference-words.ts';
import type { SectionContent } from '../../../src/registry/section-content.ts';
import { contentOf } from './content.ts';
import { referenceOf, schema } from './schema.ts';

/** What is shown on a text beside its words: whose they are, which numbers were corrected, what changed since the last draft. */
export type Marking = {
  /** What is told of words from there. */
  whose?: (from: string) => string | undefined;
  values?: ValuesNow;
  /** What is told of a number that was corrected. */
  outdated: (was: string, now: string | null) => string;
  lastDraft?: SectionContent | null;
  changed: string;
};

export function decorationsOf(state: EditorState, marking: Marking): DecorationSet {
  const { doc } = state;
  const decorations: Decoration[] = [];
  doc.descendants((node, at) => {
    if (node.type === schema.nodes.figure) decorations.push(...onFigure(node, at, marking));
    const from = node.isInline ? node.marks.find(({ type }) => type === schema.marks.origin)?.attrs.from : undefined;
    const whose = typeof from === 'string' ? marking.whose?.(from) : undefined;
    if (whose !== undefined)
      decorations.push(
        Decoration.inline(at, at + node.nodeSize, {
          class: from === 'composed' ? 'report-composed' : 'report-origin',
          title: whose,
        }),
      );
  });
  return DecorationSet.create(doc, [...decorations, ...onBlocks(doc, marking)]);
}

function onFigure(node: Node, at: number, { values, outdated }: Marking): Decoration[] {
  const words = values && outdatedWords(referenceOf(node), values);
  if (!words) return [];
  return [Decoration.node(at, at + node.nodeSize, { class: 'report-outdated', title: outdated(words.was, words.now) })];
}

/** Each block says whose words are in it, and whether it is new since the last draft. */
function onBlocks(doc: Node, { whose, lastDraft, changed }: Marking): Decoration[] {
  const fresh = lastDraft
    ? new Set(blockChanges(lastDraft, contentOf(doc)).flatMap(({ kind, at }) => (kind === 'added' ? [at] : [])))
    : new Set<number>();
  const decorations: Decoration[] = [];
  doc.forEach((block, at, index) => {
    const names = whose ? namesIn(block, whose) : [];
    const attributes = {
      ...(names.length > 0 && { 'data-whose': names.join(', ') }),
      ...(fresh.has(index) && { 'data-changed': changed }),
    };
    if (Object.keys(attributes).length > 0) decorations.push(Decoration.node(at, at + block.nodeSize, attributes));
  });
  return decorations;
}

function namesIn(block: Node, whose: (from: string) => string | undefined): string[] {
  const found = new Set<string>();
  block.descendants((node) => {
    for (const { type, attrs } of node.marks) {
      const name = type === schema.marks.origin ? whose(String(attrs.from)) : undefined;
      if (name !== undefined) found.add(name);
    }
  });
  return [...found];
}
