import { gridsOf } from '../pdf/grid.ts';
import type { Letter, PdfPage, Rule } from '../pdf/page.ts';
import { type Component, componentsOf } from './components.ts';
import { type Grey, type Ink, inkOf, withoutSpecks } from './grey.ts';
import { linesOfHocr, type WordLine } from './hocr.ts';
import { type TextLine, textLinesOf } from './lines.ts';
import { type Copy, montageOf } from './montage.ts';
import { numeralAt } from './numerals.ts';
import { type Box, regionsOf } from './regions.ts';
import { withoutRules } from './ruling.ts';
import { skewOf, turned, turnedBack } from './skew.ts';
import { recognised, turnOf } from './tesseract.ts';
import { poorShare, quarterTurned, trustIn } from './upright.ts';

/** A page's picture, how close its dots stand, and the letters on it that are known and must not be read again. */
export type PagePicture = { grey: Grey; dpi: number; written?: readonly Letter[] };

export type ReadPage = Pick<PdfPage, 'width' | 'height' | 'letters' | 'rules' | 'asShown' | 'turn'>;

/** Reads a page's picture: its words as letters, its ruling lines, in points of the page made level. */
export async function readPicture(program: string, picture: PagePicture, signal?: AbortSignal): Promise<ReadPage> {
  const shown = withoutLetters(picture.grey, picture.written ?? [], picture.dpi / 72);
  const first = await readGrey(program, shown, picture.dpi, signal);
  if (first.trust.share >= poorShare) return first.page;
  const turn = await turnOf(program, shown, picture.dpi, signal);
  if (turn === undefined) return first.page;
  const second = await readGrey(program, quarterTurned(shown, turn), picture.dpi, signal);
  return second.trust.sure > 2 * first.trust.sure ? { ...second.page, turn } : first.page;
}

type Read = { page: ReadPage; trust: ReturnType<typeof trustIn> };

async function readGrey(program: string, grey: Grey, dpi: number, signal?: AbortSignal): Promise<Read> {
  const { montage, ...seen } = seenIn(grey, dpi);
  const points = 72 / dpi;
  const page = { width: seen.width * points, height: seen.height * points, rules: seen.rules };
  if (!montage) return { page: { ...page, letters: [] }, trust: trustIn([]) };
  const lines = linesOfHocr(await recognised(program, montage.grey, dpi, signal));
  const drawn = { copies: montage.copies, ink: seen.ink, points };
  return {
    page: {
      ...page,
      letters: lines.flatMap((line) => lettersOf(line, drawn)),
      ...(seen.skew !== 0 && { asShown: placeBefore(seen, seen.skew, points) }),
    },
    trust: trustIn(lines.flatMap(({ words }) => words)),
  };
}

/** All that our own eyes make of a picture; what that takes in memory is free again while the letters are recognised. */
function seenIn(grey: Grey, dpi: number) {
  const reach = Math.round(dpi / 10);
  const askew = withoutSpecks(grey, inkOf(grey, reach));
  const skew = skewOf(askew.ink);
  const level = skew === 0 ? askew.grey : turned(askew.grey, skew);
  const { rules: strokes, grey: plain } = withoutRules(level, skew === 0 ? askew.ink : inkOf(level, reach), dpi);
  const points = 72 / dpi;
  const rules = strokes.map(
    (rule): Rule => ({ ...rule, at: rule.at * points, from: rule.from * points, to: rule.to * points }),
  );
  const ink = inkOf(plain, reach);
  const found = componentsOf(ink);
  const inRegions = regionsOf(ink, gridsOf(rules), dpi).map((box) => inside(found.components, box));
  const textLines = inRegions.flatMap((own) => textLinesOf(own, dpi));
  const montage = textLines.length > 0 ? montageOf(plain, found, textLines, dpi) : undefined;
  return { width: grey.width, height: grey.height, skew, rules, ink, montage };
}

/** A function of its own, for it outlives the reading of its page and must not keep the picture. */
const placeBefore =
  ({ width, height }: { width: number; height: number }, skew: number, points: number) =>
  (x: number, y: number): [number, number] => {
    const [left, top] = turnedBack({ width, height }, skew, [x / points, y / points]);
    return [left * points, top * points];
  };

function withoutLetters(grey: Grey, letters: readonly Letter[], scale: number): Grey {
  if (letters.length === 0) return grey;
  const dots = Uint8Array.from(grey.dots);
  for (const { x, y, width, size } of letters) {
    const [from, to] = [Math.max(0, Math.floor((x - 1) * scale)), Math.ceil((x + width + 1) * scale)];
    const [top, bottom] = [Math.max(0, Math.floor((y - 1.1 * size) * scale)), Math.ceil((y + 0.35 * size) * scale)];
    for (let row = top; row < Math.min(bottom, grey.height); row++)
      dots.fill(255, row * grey.width + from, row * grey.width + Math.min(to, grey.width));
  }
  return { ...grey, dots };
}

/** How sure it is of what only its shape tells. */
const unseen = 0.5;

/** What ruling lines and specks leave behind is no word. */
const rubbish = /^[^\p{L}\p{N}%+(–—-]+$/u;

/** The components of a word, and a dot close behind it. */
const within = (components: readonly Component[], { left, right, top, bottom }: Box, shift: number): Component[] =>
  components.filter((one) => {
    const middle = (one.left + one.right) / 2 - shift;
    const isDot = one.bottom - one.top < 0.3 * (bottom - top);
    return middle >= left && middle <= right + (isDot ? 0.35 * (bottom - top) : 0);
  });

const inside = (components: readonly Component[], box: Box): Component[] =>
  components.filter(({ left, right, top, bottom }) => {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
  });

/** A dash before a line's first word is a bullet, even where the recognition passed it over. */
function bulletBefore({ components, base, size }: TextLine, first: number): Box | undefined {
  const before = components.filter(({ right }) => right <= first);
  const [dash] = before;
  if (!dash || before.length > 1) return undefined;
  const [wide, high] = [dash.right - dash.left, dash.bottom - dash.top];
  const middle = base - (dash.top + dash.bottom) / 2;
  const isDash = wide > 0.15 * size && wide < 1.1 * size && high < 0.15 * size && wide > 1.8 * high;
  return isDash && middle > 0.12 * size && middle < 0.4 * size ? dash : undefined;
}

type Drawn = { copies: readonly Copy[]; ink: Ink; points: number };

/** Words of a line, with the spaces between them, where they stand on the page. */
function lettersOf({ words }: WordLine, { copies, ink, points }: Drawn): Letter[] {
  const [first] = words;
  if (!first) return [];
  const middle = (first.box.top + first.box.bottom) / 2;
  const copy = copies.findLast(({ top }) => top <= middle) ?? copies[0];
  if (!copy) return [];
  const { line } = copy;
  const right = line.box.left - copy.left;
  const letters: Letter[] = [];
  const write = (text: string, from: number, to: number, confidence: number): void => {
    const common = { y: line.base * points, size: line.size * points, bold: false, italic: false };
    const x = from * points;
    const last = letters.at(-1);
    if (last) letters.push({ ...common, text: ' ', x: last.x + last.width, width: x - last.x - last.width });
    letters.push({ ...common, text, x, width: to * points - x, confidence });
  };
  const bullet = bulletBefore(line, first.box.left + right + 1);
  if (bullet) write('-', bullet.left, bullet.right, unseen);
  for (const { text: recognition, box, confidence } of words) {
    const isFirst = letters.length === 0;
    const text = numeralAt(recognition, within(line.components, box, right), ink, isFirst) ?? recognition;
    const isRubbish = rubbish.test(text) && (confidence < 0.6 || /^[|_\\[\]{}~^`´]+$/.test(text));
    if (!isRubbish) write(text, box.left + right, box.right + right, confidence);
  }
  return letters;
}
