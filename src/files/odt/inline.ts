import { attribute, textName, type XmlElement } from '../containers/xml.ts';
import { oldFont } from '../encoding/fonts.ts';
import { plainText } from '../layout/symbols.ts';
import type { OdtFormat, OdtStyles } from './styles.ts';

/** What a paragraph's content gives, in reading order. */
export type OdtInline = {
  text: string;
  letters: number;
  bold: number;
  italic: number;
  /** Frames anchored here: their content is read after the paragraph. */
  boxes: XmlElement[];
  notes: XmlElement[];
};

type Reader = (element: XmlElement, format: OdtFormat, state: State) => void;
type State = { inline: OdtInline; styles: OdtStyles };

export function readOdtInline(paragraph: XmlElement, format: OdtFormat, styles: OdtStyles): OdtInline {
  const inline: OdtInline = { text: '', letters: 0, bold: 0, italic: 0, boxes: [], notes: [] };
  readChildren(paragraph, format, { inline, styles });
  return inline;
}

const readChildren: Reader = (element, format, state) => {
  for (const part of element.children) {
    const reader = readers.get(part.name);
    if (reader) reader(part, format, state);
    // Fields are shown as the text they hold.
    else if (part.name.startsWith('text:') && !silent.has(part.name)) readChildren(part, format, state);
  }
};

function add(text: string, format: OdtFormat, { inline }: State): void {
  if (format.hidden || text === '') return;
  const own = plainText(oldFont(format.font) ? text : text.replaceAll('\u00ad', ''), format.font);
  const shown = format.capitals ? own.toUpperCase() : own;
  const letters = shown.trim() === '' ? 0 : shown.length;
  inline.text += shown;
  inline.letters += letters;
  if (format.bold) inline.bold += letters;
  if (format.italic) inline.italic += letters;
}

/** What the frame's text says is read after the paragraph; pictures and objects say nothing. */
const readFrame: Reader = (element, format, { inline }) => {
  if (!format.hidden) inline.boxes.push(element);
};

const silent: ReadonlySet<string> = new Set([
  'text:tracked-changes',
  'text:change',
  'text:change-start',
  'text:change-end',
  'text:note-citation',
  'text:bookmark',
  'text:script',
  'text:hidden-text',
  'text:soft-page-break',
]);

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  // Soft hyphens show only where a line breaks; in old fonts their code is a letter.
  [textName, ({ text }, format, state) => add(text.replace(/[ \t\r\n]+/g, ' '), format, state)],
  [
    'text:span',
    (element, format, state) =>
      readChildren(element, { ...format, ...state.styles.find('text', attribute(element, 'text:style-name')) }, state),
  ],
  [
    'text:s',
    (element, format, state) => {
      const count = Number.parseInt(attribute(element, 'text:c') ?? '1', 10);
      add(' '.repeat(Math.min(Math.max(count || 1, 1), 200)), format, state);
    },
  ],
  ['text:tab', (_, format, state) => add(' ', format, state)],
  ['text:line-break', (_, format, state) => add('\n', format, state)],
  ['text:note', (element, _, { inline }) => void inline.notes.push(element)],
  [
    'text:ruby',
    (element, format, state) => {
      for (const part of element.children) if (part.name === 'text:ruby-base') readChildren(part, format, state);
    },
  ],
  ['draw:frame', readFrame],
  ['draw:custom-shape', readFrame],
  ['draw:rect', readFrame],
  ['draw:g', readFrame],
  ['draw:a', readChildren],
]);
