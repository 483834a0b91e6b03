import type { LaidParagraph, LaidRun } from '../../values/laid-document.ts';
import { nfc } from '../../values/vietnamese.ts';
import { attribute, child, type XmlElement } from '../containers/xml.ts';
import type { Counter } from '../layout/counter.ts';
import { paragraphLook, type RunLook, runLook, styledRun } from './laid-look.ts';
import { type Lists, levelOfStyle } from './numbering.ts';
import { value, whole } from './package.ts';
import type { Style, Styles } from './styles.ts';

export type LaidContext = {
  styles: Styles;
  lists: Lists;
  counter: Counter;
  /** Which fonts the theme means by its names. */
  theme: ReadonlyMap<string, string>;
};

type State = {
  styles: Styles;
  styled: RunLook;
  runs: LaidRun[];
  fields: { instruction: string; isOpen: boolean }[];
  /** Lines drawn as shapes. */
  drawn: (number | null)[];
  boxes: { element: XmlElement; width: number | null }[];
  pageBreak: boolean;
};

/** The paragraph, and those of text boxes that hang on it. */
export function laidParagraph(element: XmlElement, context: LaidContext, width: number): LaidParagraph[] {
  const { styles } = context;
  const properties = child(element, 'w:pPr');
  const style = styles.paragraph(value(properties, 'w:pStyle'));
  const look = paragraphLook(properties, style, styles);
  const styled = styledRun(style, styles);
  const state: State = { styles, styled, runs: [], fields: [], drawn: [], boxes: [], pageBreak: look.pageBreak };
  readChildren(element, state, styled);
  const marker = markerOf(properties, style, context);
  const mark = runLook(child(properties, 'w:rPr'), styled, styles);
  const all = marker === undefined ? state.runs : [runOf(`${marker} `, mark), ...state.runs];
  const runs = all.map((run) => (run.font?.startsWith('theme:') ? { ...run, font: themed(run.font, context) } : run));
  const { bottomLine, boxed, ...placed } = look;
  const line = state.drawn[0];
  const text = nfc(runs.map((run) => run.text).join(''));
  const own: LaidParagraph = {
    ...placed,
    kind: 'paragraph',
    text,
    runs,
    room: width,
    numbered: marker !== undefined,
    ruled: line !== undefined ? line : bottomLine ? width - look.left - look.right : rowOfSigns(text, runs),
    framed: boxed ? { width: width - look.left - look.right } : false,
    pageBreak: state.pageBreak,
  };
  const boxes = state.boxes.flatMap((box) =>
    paragraphsIn(box.element).flatMap((inner) =>
      laidParagraph(inner, context, box.width ?? width).map((one) => ({ ...one, framed: { width: box.width } })),
    ),
  );
  return [own, ...boxes];
}

/** "theme:minorHAnsi" -> "Calibri". */
const themed = (name: string, { theme }: LaidContext): string | null =>
  theme.get(name.startsWith('theme:major') ? 'major' : 'minor') ?? null;

/** A row of underscores or dashes stands for a line, too; its length is that of its signs. */
function rowOfSigns(text: string, runs: readonly LaidRun[]): number | false {
  const signs = /^\s*([_\-–—]{3,})\s*$/u.exec(text)?.[1];
  if (signs === undefined) return false;
  const size = runs.find((run) => run.text.trim() !== '')?.size ?? 13;
  return (signs.length * size * (signs.startsWith('_') ? 0.5 : 0.333) * 25.4) / 72;
}

const paragraphsIn = ({ name, children }: XmlElement): XmlElement[] =>
  children.flatMap((one) => (one.name === 'w:p' ? [one] : name === '' ? [] : paragraphsIn(one)));

function markerOf(
  properties: XmlElement | undefined,
  style: Style,
  { lists, counter }: LaidContext,
): string | undefined {
  const numbering = child(properties, 'w:numPr');
  const own = value(numbering, 'w:numId');
  const numId = own ?? style.paragraph.numId;
  const list = numId === undefined ? undefined : lists(numId);
  if (numId === undefined || !list) return undefined;
  const byStyle = own === undefined ? levelOfStyle(list, style.id) : undefined;
  return counter(numId, whole(value(numbering, 'w:ilvl')) ?? byStyle ?? style.paragraph.numLevel ?? 0);
}

function runOf(text: string, { caps, hidden: _, ...look }: RunLook): LaidRun {
  return { text: caps ? text.toLocaleUpperCase('vi') : text, ...look };
}

function add(text: string, state: State, look: RunLook): void {
  const field = state.fields.at(-1);
  if (look.hidden || field?.isOpen) return;
  const isPage = state.fields.some(({ instruction }) => /^\s*PAGE\b/i.test(instruction));
  state.runs.push({ ...runOf(text, look), ...(isPage && { page: true }) });
}

type Reader = (element: XmlElement, state: State, look: RunLook) => void;

const readChildren: Reader = (element, state, look) => {
  for (const part of element.children) readers.get(part.name)?.(part, state, look);
};

const readRun: Reader = (element, state) =>
  readChildren(element, state, runLook(child(element, 'w:rPr'), state.styled, state.styles));

const readFieldMark: Reader = (element, state, look) => {
  const type = attribute(element, 'w:fldCharType');
  const field = state.fields.at(-1);
  if (type === 'begin') state.fields.push({ instruction: '', isOpen: true });
  else if (type === 'separate' && field) field.isOpen = false;
  else if (type === 'end' && field) {
    // A field that was never computed shows its number all the same.
    field.isOpen = false;
    add('', state, look);
    state.fields.pop();
  }
};

const readSimpleField: Reader = (element, state, look) => {
  state.fields.push({ instruction: attribute(element, 'w:instr') ?? '', isOpen: false });
  add('', state, look);
  readChildren(element, state, look);
  state.fields.pop();
};

const readBreak: Reader = (element, state, look) => {
  if (attribute(element, 'w:type') === 'page') state.pageBreak ||= state.runs.every(({ text }) => text.trim() === '');
  else add('\n', state, look);
};

/** In English Metric Units, 36,000 to the millimetre. */
const drawingWidth = (element: XmlElement): number | null => {
  const extent = descendants(element, ['wp:extent', 'a:ext']).find((one) => attribute(one, 'cx') !== undefined);
  const width = whole(attribute(extent, 'cx'));
  return width === undefined ? null : width / 36_000;
};

const lineShapes = ['line', 'straightConnector1'];

/** Lines and text boxes of a drawing, in its newer or its older form. */
const readDrawing: Reader = (element, state) => {
  const choice =
    element.name === 'mc:AlternateContent' ? (child(element, 'mc:Choice') ?? child(element, 'mc:Fallback')) : element;
  if (!choice) return;
  const boxes = descendants(choice, ['w:txbxContent']);
  const width = drawingWidth(choice);
  for (const box of boxes) state.boxes.push({ element: box, width });
  const isLine =
    descendants(choice, ['v:line']).length > 0 ||
    descendants(choice, ['a:prstGeom']).some((shape) => lineShapes.includes(attribute(shape, 'prst') ?? '')) ||
    (boxes.length === 0 && descendants(choice, ['v:shape']).some((shape) => /32/.test(attribute(shape, 'type') ?? '')));
  if (isLine) state.drawn.push(width);
};

function descendants(element: XmlElement, names: readonly string[]): XmlElement[] {
  return element.children.flatMap((one) =>
    names.includes(one.name) ? [one, ...descendants(one, names)] : descendants(one, names),
  );
}

const readers: ReadonlyMap<string, Reader> = new Map(
  Object.entries({
    'w:r': readRun,
    'w:t': (element, state, look) => add(element.text.replace(/[\t\r\n]+/g, ' '), state, look),
    'w:instrText': (element, state) => {
      const field = state.fields.at(-1);
      if (field) field.instruction += element.text;
    },
    'w:br': readBreak,
    'w:cr': (_, state, look) => add('\n', state, look),
    'w:tab': (_, state, look) => add('\t', state, look),
    'w:noBreakHyphen': (_, state, look) => add('-', state, look),
    'w:fldChar': readFieldMark,
    'w:fldSimple': readSimpleField,
    'w:drawing': readDrawing,
    'w:pict': readDrawing,
    'mc:AlternateContent': readDrawing,
    'w:hyperlink': readChildren,
    'w:smartTag': readChildren,
    'w:customXml': readChildren,
    'w:ins': readChildren,
    'w:moveTo': readChildren,
    'w:sdt': readChildren,
    'w:sdtContent': readChildren,
  } satisfies Record<string, Reader>),
);
