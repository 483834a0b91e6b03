import { type Node, Schema } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';
import { figureWords } from '../../../src/registry/reference-words.ts';
import { FigureReference, Origin } from '../../../src/registry/section-content.ts';

/** All that an editor of a report knows: what is not here cannot be typed, nor come in by pasting. */

const tables = tableNodes({ tableGroup: 'block', cellContent: 'paragraph', cellAttributes: {} });

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      content: 'inline*',
      group: 'block',
      parseDOM: ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre'].map((tag) => ({ tag })),
      toDOM: () => ['p', 0],
    },
    bullet_list: { content: 'list_item+', group: 'block', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    ordered_list: { content: 'list_item+', group: 'block', parseDOM: [{ tag: 'ol' }], toDOM: () => ['ol', 0] },
    list_item: { content: 'paragraph', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    ...tables,
    text: { group: 'inline' },
    hard_break: {
      inline: true,
      group: 'inline',
      selectable: false,
      linebreakReplacement: true,
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
    },
    /** A number of the register: it is shown, never typed. */
    figure: {
      inline: true,
      group: 'inline',
      atom: true,
      attrs: { figure: {} },
      parseDOM: [
        {
          tag: 'span[data-figure]',
          getAttrs: (element) => {
            const figure = referenceIn(element.getAttribute('data-figure'));
            return figure ? { figure } : false;
          },
        },
      ],
      toDOM: (node) => [
        'span',
        { 'data-figure': JSON.stringify(node.attrs.figure), class: 'report-figure' },
        figureWords(referenceOf(node)),
      ],
      leafText: (node) => figureWords(referenceOf(node)),
    },
  },
  marks: {
    /** Whose words they are. What is typed behind them is the writer's own. */
    origin: {
      attrs: { from: {} },
      inclusive: false,
      parseDOM: [
        {
          tag: 'span[data-from]',
          getAttrs: (element) => {
            const from = Origin.safeParse(element.getAttribute('data-from'));
            return from.success ? { from: from.data } : false;
          },
        },
      ],
      toDOM: (mark) => ['span', { 'data-from': String(mark.attrs.from) }, 0],
    },
    strong: {
      parseDOM: [
        { tag: 'strong' },
        { tag: 'b', getAttrs: isStrong },
        { style: 'font-weight', getAttrs: (value) => /^(?:bold(?:er)?|[5-9]\d{2})$/.test(value) && null },
      ],
      toDOM: () => ['strong', 0],
    },
    em: {
      parseDOM: [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }],
      toDOM: () => ['em', 0],
    },
  },
});

/** Word processors in the browser wrap everything in a <b> that is not bold. */
function isStrong(element: HTMLElement): null | false {
  return element.style.fontWeight === 'normal' ? false : null;
}

function referenceIn(json: string | null): FigureReference | undefined {
  try {
    const found = FigureReference.safeParse(JSON.parse(json ?? 'null'));
    return found.success ? found.data : undefined;
  } catch {
    return undefined;
  }
}

export const referenceOf = (node: Node): FigureReference => FigureReference.parse(node.attrs.figure);
