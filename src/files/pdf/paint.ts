import type { OPS, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type OldFont, oldFont } from '../encoding/fonts.ts';
import { black, type Ink, isHidden, isWhite, lettersBehind, type Painted } from './ink.ts';
import { apply, areaOf, identity, type Matrix, times } from './matrix.ts';
import type { Letter, PdfPage, Rule } from './page.ts';
import { boxOf, pointsOf, rulesOf } from './path.ts';

type Font = { bold: boolean; italic: boolean; scale: number; old?: OldFont };

type State = {
  ctm: Matrix;
  font: Font;
  ink: Ink;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
};

type Brush = {
  state: State;
  saved: State[];
  text: Matrix;
  line: Matrix;
  letters: Letter[];
  hidden: Letter[];
  painted: Painted[];
  rules: Rule[];
  pictures: number;
  unknown: number;
  known: number;
  /** Letters that run upwards and downwards. */
  up: number;
  down: number;
  fontOf: (name: string) => Font;
};

type Operations = typeof OPS;

/** Follows the drawing of a page and writes down its letters, ruling lines and pictures. */
export async function paintPage(page: PDFPageProxy, ops: Operations, annotationMode: number): Promise<PdfPage> {
  const list = await page.getOperatorList({ annotationMode });
  const upright = paint(page, list, ops, 0);
  if (upright.up + upright.down <= upright.page.letters.length) return upright.page;
  // A landscape table drawn sideways on an upright page: the page is turned until its text is level.
  const turn = upright.up > upright.down ? 90 : 270;
  return { ...paint(page, list, ops, turn).page, turn };
}

type Operation = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>;

function paint(page: PDFPageProxy, list: Operation, ops: Operations, turn: number) {
  const view = page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 });
  const brush = newBrush(view.transform, (name) => fontIn(page, name));
  const painters = paintersFor(ops);
  for (const [at, operation] of list.fnArray.entries()) {
    const args: unknown = list.argsArray[at];
    // A picture that was not unpacked leaves its frame: a transformation that nothing follows.
    if (operation === ops.restore && list.fnArray[at - 1] === ops.transform) addPicture(brush, view);
    painters.get(operation)?.(brush, Array.isArray(args) ? args : []);
  }
  const { letters, rules, unknown, known, up, down } = brush;
  const { width, height } = view;
  const behind = lettersBehind(letters, brush.hidden);
  const pictures = Math.min(1, brush.pictures);
  return { up, down, page: { width, height, letters, rules, unknown, known, pictures, ...(behind && { behind }) } };
}

function addPicture(brush: Brush, { width, height }: { width: number; height: number }): void {
  const { ctm } = brush.state;
  brush.pictures += areaOf(ctm) / (width * height);
  brush.painted.push(boxOf([apply(ctm, 0, 0), apply(ctm, 1, 1)]));
}

function newBrush(ctm: Matrix, fontOf: (name: string) => Font): Brush {
  const font = { bold: false, italic: false, scale: 0.001 };
  const state = { ctm, font, ink: black, size: 0, charSpacing: 0, wordSpacing: 0, stretch: 1, leading: 0, rise: 0 };
  return {
    state,
    saved: [],
    text: identity,
    line: identity,
    letters: [],
    hidden: [],
    painted: [],
    rules: [],
    pictures: 0,
    unknown: 0,
    known: 0,
    up: 0,
    down: 0,
    fontOf,
  };
}

type Paint = (brush: Brush, args: unknown[]) => void;

function paintersFor(ops: Operations): Map<number, Paint> {
  return new Map<number, Paint>([
    [ops.save, (brush) => save(brush)],
    [ops.restore, (brush) => restore(brush)],
    [ops.transform, (brush, args) => change(brush, { ctm: times(brush.state.ctm, numbers(args)) })],
    [ops.paintFormXObjectBegin, (brush, [matrix]) => enter(brush, matrix)],
    [ops.paintFormXObjectEnd, (brush) => restore(brush)],
    [ops.beginText, (brush) => startAt(brush, identity)],
    [ops.setFont, (brush, [name, size]) => setFont(brush, name, size)],
    [ops.setFillRGBColor, (brush, [colour]) => setInk(brush, { colour: String(colour) })],
    [ops.setFillColorN, (brush) => setInk(brush, { colour: 'pattern' })],
    [ops.setTextRenderingMode, (brush, [mode]) => setInk(brush, { mode: Number(mode) })],
    [ops.setGState, (brush, [entries]) => setGraphics(brush, entries)],
    [ops.setCharSpacing, (brush, [value]) => change(brush, { charSpacing: Number(value) })],
    [ops.setWordSpacing, (brush, [value]) => change(brush, { wordSpacing: Number(value) })],
    [ops.setHScale, (brush, [value]) => change(brush, { stretch: Number(value) / 100 })],
    [ops.setLeading, (brush, [value]) => change(brush, { leading: -Number(value) })],
    [ops.setTextRise, (brush, [value]) => change(brush, { rise: Number(value) })],
    [ops.setTextMatrix, (brush, args) => startAt(brush, numbers(args.length === 1 ? args[0] : args))],
    [ops.moveText, (brush, [x, y]) => move(brush, Number(x), Number(y))],
    [
      ops.setLeadingMoveText,
      (brush, [x, y]) => {
        change(brush, { leading: Number(y) });
        move(brush, Number(x), Number(y));
      },
    ],
    [ops.nextLine, (brush) => move(brush, 0, brush.state.leading)],
    [ops.showText, (brush, [glyphs]) => show(brush, Array.isArray(glyphs) ? glyphs : [])],
    [
      ops.constructPath,
      (brush, [operation, data]) => drawPath(brush, ops, operation, Array.isArray(data) ? data[0] : undefined),
    ],
  ]);
}

function drawPath(brush: Brush, ops: Operations, operation: unknown, path: unknown): void {
  const isFill = operation === ops.fill || operation === ops.eoFill;
  const isBoth = operation === ops.fillStroke || operation === ops.eoFillStroke || operation === ops.closeFillStroke;
  const isStroke = operation === ops.stroke || operation === ops.closeStroke;
  if (!isStroke && !isFill && !isBoth) return;
  for (const rule of rulesOf(path, brush.state.ctm, !isFill)) brush.rules.push(rule);
  if (!isStroke && !isWhite(brush.state.ink.colour)) brush.painted.push(boxOf(pointsOf(path, brush.state.ctm)));
}

const numbers = (value: unknown): number[] =>
  Array.isArray(value) || value instanceof Float32Array ? Array.from(value, Number) : [...identity];

function save(brush: Brush): void {
  brush.saved.push(brush.state);
}

function restore(brush: Brush): void {
  brush.state = brush.saved.pop() ?? brush.state;
}

function change(brush: Brush, changes: Partial<State>): void {
  brush.state = { ...brush.state, ...changes };
}

function setInk(brush: Brush, changes: Partial<Ink>): void {
  change(brush, { ink: { ...brush.state.ink, ...changes } });
}

function enter(brush: Brush, matrix: unknown): void {
  save(brush);
  if (matrix) change(brush, { ctm: times(brush.state.ctm, numbers(matrix)) });
}

function startAt(brush: Brush, matrix: Matrix): void {
  brush.text = matrix;
  brush.line = matrix;
}

function move(brush: Brush, x: number, y: number): void {
  startAt(brush, times(brush.line, [1, 0, 0, 1, x, y]));
}

function setFont(brush: Brush, name: unknown, size: unknown): void {
  change(brush, { font: brush.fontOf(String(name)), size: Number(size) });
}

function setGraphics(brush: Brush, entries: unknown): void {
  if (!Array.isArray(entries)) return;
  for (const entry of entries)
    if (Array.isArray(entry) && entry[0] === 'Font' && Array.isArray(entry[1]))
      setFont(brush, entry[1][0], entry[1][1]);
}

function fontIn(page: PDFPageProxy, name: string): Font {
  const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined;
  const field = (key: string): unknown =>
    typeof font === 'object' && font !== null && key in font ? (font as Record<string, unknown>)[key] : undefined;
  const title = String(field('name') ?? '');
  const matrix = field('fontMatrix');
  const old = oldFont(title.replace(/^[A-Z]{6}\+/, ''));
  return {
    ...(old && { old }),
    bold: /bold|black|heavy|demi/i.test(title) || field('bold') === true || field('black') === true,
    italic: /italic|oblique/i.test(title) || field('italic') === true,
    scale: Array.isArray(matrix) ? Math.abs(Number(matrix[0])) || 0.001 : 0.001,
  };
}

type Glyph = { unicode: string; width: number; isSpace: boolean; originalCharCode?: number };

const isGlyph = (value: unknown): value is Glyph =>
  typeof value === 'object' && value !== null && 'unicode' in value && 'width' in value;

function show(brush: Brush, glyphs: readonly unknown[]): void {
  const { font, size, charSpacing, wordSpacing, stretch, rise } = brush.state;
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      advance(brush, (-glyph / 1000) * size * stretch);
    } else if (isGlyph(glyph)) {
      const width = glyph.width * font.scale * size;
      write(brush, font.old ? signOf(glyph) : glyph.unicode, width * stretch, size, rise);
      advance(brush, (width + charSpacing + (glyph.isSpace ? wordSpacing : 0)) * stretch);
    }
  }
}

/** The soft hyphen's code is the letter ư of TCVN3; pdf.js takes it for a hyphen. */
const signOf = ({ unicode, originalCharCode }: Glyph): string =>
  unicode === '-' && originalCharCode === 0xad ? '\u00ad' : unicode;

function advance(brush: Brush, by: number): void {
  brush.text = times(brush.text, [1, 0, 0, 1, by, 0]);
}

/** Control characters, characters of private use and replacement characters: the font does not say what they are. */
const unreadable = /[\p{Cc}\p{Co}\ufffd]/u;

function write(brush: Brush, text: string, width: number, height: number, rise: number): void {
  const matrix = times(brush.state.ctm, brush.text);
  const [x, y] = apply(matrix, 0, rise);
  const [endX] = apply(matrix, width, rise);
  const [topX, topY] = apply(matrix, 0, rise + height);
  if (unreadable.test(text)) brush.unknown += 1;
  else brush.known += 1;
  const { bold, italic, old } = brush.state.font;
  if (Math.abs(topX - x) > Math.abs(topY - y)) {
    if (topX < x) brush.up += 1;
    else brush.down += 1;
    return;
  }
  const size = Math.hypot(topX - x, topY - y);
  const letter = { text, x, y, width: endX - x, size, bold, italic, ...(old && { old }) };
  if (isHidden(brush.state.ink, letter, brush.painted)) brush.hidden.push(letter);
  else brush.letters.push(letter);
}
