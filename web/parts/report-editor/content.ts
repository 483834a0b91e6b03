import { Fragment, type Mark, type Node } from 'prosemirror-model';
import {
  type ContentBlock,
  isFigure,
  Origin,
  type Run,
  type SectionContent,
  type TextTableCell,
} from '../../../src/registry/section-content.ts';
import { referenceOf, schema } from './schema.ts';

/** The text of a report as the editor holds it, and back. */

const { nodes, marks } = schema;

export const documentOf = (content: SectionContent): Node =>
  nodes.doc.create(null, content.length === 0 ? [nodes.paragraph.create()] : content.map(nodeOf));

export const fragmentOf = (content: SectionContent): Fragment => Fragment.from(content.map(nodeOf));

function nodeOf(block: ContentBlock): Node {
  if (block.kind === 'paragraph') return paragraph(block.runs);
  if (block.kind === 'list') {
    const type = block.ordered ? nodes.ordered_list : nodes.bullet_list;
    return type.create(
      null,
      block.items.map((runs) => nodes.list_item.create(null, paragraph(runs))),
    );
  }
  return nodes.table.create(
    null,
    block.rows.map((cells) => nodes.table_row.create(null, cells.map(cellNode))),
  );
}

const cellNode = ({ runs, head, columns, rows }: TextTableCell): Node =>
  (head ? nodes.table_header : nodes.table_cell).create({ colspan: columns ?? 1, rowspan: rows ?? 1 }, paragraph(runs));

const paragraph = (runs: readonly Run[]): Node => nodes.paragraph.create(null, inlineOf(runs));

export const inlineOf = (runs: readonly Run[]): Node[] =>
  runs.flatMap((run) => {
    const look = marksOf(run);
    if (isFigure(run)) return [nodes.figure.create({ figure: run.figure }, null, look)];
    return run.text
      .split('\n')
      .flatMap((line, at) => [
        ...(at > 0 ? [nodes.hard_break.create(null, null, look)] : []),
        ...(line === '' ? [] : [schema.text(line, look)]),
      ]);
  });

const marksOf = ({ bold, italic, from }: Run): Mark[] => [
  ...(from === undefined ? [] : [marks.origin.create({ from })]),
  ...(bold ? [marks.strong.create()] : []),
  ...(italic ? [marks.em.create()] : []),
];

/** Empty paragraphs at the end are where the writer stands, not what the report says. */
export function contentOf(document: Node): SectionContent {
  const blocks = childrenOf(document).flatMap(blockOf);
  while (blocks.length > 0 && isBlank(blocks.at(-1))) blocks.pop();
  return blocks;
}

const isBlank = (block: ContentBlock | undefined): boolean => block?.kind === 'paragraph' && block.runs.length === 0;

const childrenOf = (node: Node): Node[] => Array.from({ length: node.childCount }, (_, at) => node.child(at));

function blockOf(node: Node): ContentBlock[] {
  if (node.type === nodes.paragraph) return [{ kind: 'paragraph', runs: runsOf(node) }];
  if (node.type === nodes.table)
    return [{ kind: 'table', rows: childrenOf(node).map((row) => childrenOf(row).map(cellOf)) }];
  const items = childrenOf(node).map((item) => childrenOf(item).flatMap(runsOf));
  return [{ kind: 'list', ordered: node.type === nodes.ordered_list, items }];
}

const cellOf = (cell: Node): TextTableCell => ({
  runs: childrenOf(cell).flatMap(runsOf),
  ...(cell.type === nodes.table_header && { head: true as const }),
  ...(cell.attrs.colspan > 1 && { columns: Number(cell.attrs.colspan) }),
  ...(cell.attrs.rowspan > 1 && { rows: Number(cell.attrs.rowspan) }),
});

/** Neighbours that look alike and come from the same are one run. */
function runsOf(line: Node): Run[] {
  const runs: Run[] = [];
  for (const node of childrenOf(line)) {
    const look = lookOf(node.marks);
    if (node.type === nodes.figure) {
      runs.push({ figure: referenceOf(node), ...look });
      continue;
    }
    const text = node.type === nodes.hard_break ? '\n' : (node.text ?? '').normalize('NFC');
    const last = runs.at(-1);
    if (last && !isFigure(last) && last.bold === look.bold && last.italic === look.italic && last.from === look.from)
      runs[runs.length - 1] = { ...last, text: last.text + text };
    else if (text !== '') runs.push({ text, ...look });
  }
  return runs;
}

function lookOf(all: readonly Mark[]): Pick<Run, 'bold' | 'italic' | 'from'> {
  const from = Origin.safeParse(all.find(({ type }) => type === marks.origin)?.attrs.from);
  return {
    ...(all.some(({ type }) => type === marks.strong) && { bold: true as const }),
    ...(all.some(({ type }) => type === marks.em) && { italic: true as const }),
    ...(from.success && { from: from.data }),
  };
}
