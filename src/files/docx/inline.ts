import { attribute, child, type XmlElement } from '../containers/xml.ts';
import { oldFont } from '../encoding/fonts.ts';
import { isSymbolFont, plainText, symbolOf } from '../layout/symbols.ts';
import { value } from './package.ts';
import { type RunFormat, runFormat, type Style, type Styles } from './styles.ts';

/** What the runs of a paragraph give, in reading order. */
export type Inline = {
  text: string;
  /** Letters that are bold or italic, and all letters: a paragraph is bold when all its letters are. */
  letters: number;
  boldLetters: number;
  italicLetters: number;
  /** A page break stands before the first letter, or after the last. */
  breakBefore: boolean;
  breakAfter: boolean;
  /** Text boxes anchored here: their content is read after the paragraph. */
  boxes: XmlElement[];
  /** Ids of foot- and endnotes in order of their marks. */
  notes: { kind: 'footnote' | 'endnote'; id: string }[];
};

type State = {
  inline: Inline;
  styles: Styles;
  /** Formatting that the paragraph's style gives its letters. */
  styled: RunFormat;
  /** Fields that are open, each true while in its instruction; text in any instruction is not shown. */
  fields: boolean[];
  instructions: number;
};

type Reader = (element: XmlElement, state: State, format: RunFormat) => void;

export function readInline(paragraph: XmlElement, { styles, style }: { styles: Styles; style: Style }): Inline {
  const inline: Inline = {
    text: '',
    letters: 0,
    boldLetters: 0,
    italicLetters: 0,
    breakBefore: false,
    breakAfter: false,
    boxes: [],
    notes: [],
  };
  const styled = { ...styles.defaults.run, ...style.run };
  readChildren(paragraph, { inline, styles, styled, fields: [], instructions: 0 }, styled);
  return inline;
}

const readChildren: Reader = (element, state, format) => {
  for (const part of element.children) {
    const reader = readers.get(part.name);
    if (reader) reader(part, state, format);
  }
};

const readRun: Reader = (element, state) => {
  const own = child(element, 'w:rPr');
  readChildren(element, state, layered(state, own));
};

/** Bold, italic and capitals of a character style turn those of the paragraph style over (ISO/IEC 29500-1, 17.7.3). */
function layered({ styles, styled }: State, own: XmlElement | undefined): RunFormat {
  if (!own || own.children.length === 0) return styled;
  const character = styles.character(value(own, 'w:rStyle')).run;
  const format: RunFormat = { ...styled, ...character };
  for (const key of ['bold', 'italic', 'caps', 'hidden'] as const) {
    if (character[key] && styled[key]) format[key] = false;
  }
  return Object.assign(format, runFormat(own));
}

/** Adds text as it is shown: nothing for hidden letters and field instructions, capitals where Word draws capitals. */
function add(text: string, state: State, format: RunFormat): void {
  if (text === '' || format.hidden || state.instructions > 0) return;
  const { inline } = state;
  const shown = format.caps ? text.toUpperCase() : text;
  inline.text += shown;
  inline.breakAfter = false;
  const letters = shown.trim() === '' ? 0 : shown.length;
  inline.letters += letters;
  if (format.bold) inline.boldLetters += letters;
  if (format.italic) inline.italicLetters += letters;
}

/**
 * White space at the ends is kept also where the file forgets xml:space="preserve", as LibreOffice does between the runs
 * of one line. A TAB means a table cell in the canonical text, and a line break in the XML is none in Word.
 */
const readText: Reader = (element, state, format) => {
  add(plainText(element.text.replace(/[\t\r\n]+/g, ' '), format.font, state.styles.isUnicode), state, format);
};

/** Not shown, but in old fonts its code is a letter. */
const readSoftHyphen: Reader = (_, state, format) => {
  if (oldFont(format.font)?.encoding === 'tcvn3') add('ư', state, format);
};

const readBreak: Reader = (element, state, format) => {
  if (attribute(element, 'w:type') !== 'page') return add('\n', state, format);
  if (format.hidden) return;
  if (state.inline.letters === 0) state.inline.breakBefore = true;
  else {
    add('\n', state, format);
    state.inline.breakAfter = true;
  }
};

const readSymbol: Reader = (element, state, format) => {
  const code = Number.parseInt(attribute(element, 'w:char') ?? '', 16);
  const font = attribute(element, 'w:font') ?? '';
  if (!Number.isInteger(code) || code <= 0 || code > 0x10ffff) return;
  add(isSymbolFont(font) || code >= 0xf000 ? symbolOf(code, font) : String.fromCodePoint(code), state, format);
};

/** begin … instruction … separate … result … end; fields nest. */
const readFieldMark: Reader = (element, state) => {
  const type = attribute(element, 'w:fldCharType');
  const wasInstruction = type === 'begin' ? false : state.fields.pop();
  if (wasInstruction === undefined) return;
  if (wasInstruction) state.instructions--;
  if (type === 'begin') state.instructions++;
  if (type !== 'end') state.fields.push(type === 'begin');
};

const readNote =
  (kind: 'footnote' | 'endnote'): Reader =>
  (element, state, format) => {
    const id = attribute(element, 'w:id');
    if (id !== undefined && !format.hidden) state.inline.notes.push({ kind, id });
  };

/** One of two ways to say the same: the newer one, unless it says nothing. */
const readAlternate =
  (read: Reader): Reader =>
  (element, state, format) => {
    const before = `${state.inline.text.length} ${state.inline.boxes.length}`;
    for (const name of ['mc:Choice', 'mc:Fallback']) {
      const part = child(element, name);
      if (part) read(part, state, format);
      if (`${state.inline.text.length} ${state.inline.boxes.length}` !== before) return;
    }
  };

/** Finds text boxes however deep in a drawing; those inside a box are found when the box is read. */
const readDrawing: Reader = (element, state, format) => {
  for (const part of element.children) {
    // A text box, or the place of a SmartArt drawing; WordArt of old keeps its words in an attribute.
    if (part.name === 'w:txbxContent' || part.name === 'dgm:relIds') {
      if (!format.hidden) state.inline.boxes.push(part);
    } else if (part.name === 'v:textpath') {
      if (!format.hidden) state.inline.boxes.push(boxOf(attribute(part, 'string') ?? ''));
    } else if (part.name === 'mc:AlternateContent') readAlternate(readDrawing)(part, state, format);
    else readDrawing(part, state, format);
  }
};

const boxOf = (words: string): XmlElement => {
  const element = (name: string, text: string, children: XmlElement[]): XmlElement => ({
    name,
    text,
    children,
    attributes: {},
  });
  return element('w:txbxContent', '', [element('w:p', '', [element('w:r', '', [element('w:t', words, [])])])]);
};

const readFraction: Reader = (element, state, format) => {
  const top = child(element, 'm:num');
  const bottom = child(element, 'm:den');
  if (top) readChildren(top, state, format);
  add('/', state, format);
  if (bottom) readChildren(bottom, state, format);
};

const write =
  (text: string): Reader =>
  (_, state, format) =>
    add(text, state, format);

/** Deleted and moved-away text (w:del, w:moveFrom), comments, instructions and soft hyphens are absent: they are not shown. */
const readers: ReadonlyMap<string, Reader> = new Map(
  Object.entries({
    'w:r': readRun,
    'w:t': readText,
    'w:br': readBreak,
    'w:cr': write('\n'),
    'w:tab': write(' '),
    'w:ptab': write(' '),
    'w:noBreakHyphen': write('-'),
    'w:softHyphen': readSoftHyphen,
    'w:sym': readSymbol,
    'w:fldChar': readFieldMark,
    'w:footnoteReference': readNote('footnote'),
    'w:endnoteReference': readNote('endnote'),
    'w:drawing': readDrawing,
    'w:pict': readDrawing,
    'w:object': readDrawing,
    'mc:AlternateContent': readAlternate(readChildren),
    'w:hyperlink': readChildren,
    'w:smartTag': readChildren,
    'w:customXml': readChildren,
    'w:fldSimple': readChildren,
    'w:ins': readChildren,
    'w:moveTo': readChildren,
    'w:dir': readChildren,
    'w:bdo': readChildren,
    'w:sdt': readChildren,
    'w:sdtContent': readChildren,
    'w:ruby': readChildren,
    'w:rubyBase': readChildren,
    'm:oMathPara': readChildren,
    'm:oMath': readChildren,
    'm:r': readChildren,
    'm:t': readText,
    'm:f': readFraction,
    'm:e': readChildren,
    'm:d': readChildren,
    'm:sSup': readChildren,
    'm:sSub': readChildren,
    'm:sup': readChildren,
    'm:sub': readChildren,
    'm:rad': readChildren,
    'm:nary': readChildren,
  }),
);
