import { Refusal } from '../../values/refusal.ts';
import type { BlockDraft } from '../layout/drafts.ts';
import type { OpenLimits } from '../open-limits.ts';
import { decodeBytes, type RtfFont, shownInFont } from './fonts.ts';
import { newRow, type RtfRowBuilder, shapeRow } from './row.ts';
import { type Destination, destinationOf, type GroupState, newGroup, plainLetters, plainParagraph } from './state.ts';
import { type RtfToken, rtfTokens } from './tokens.ts';
import { newRtfWriter, type RtfWriter } from './writer.ts';

/** One file being read. */
export type RtfReader = { read: (add: (draft: BlockDraft) => void, apart: Apart) => void };

/** What stands apart from the text: notes, and page headers and footers. */
type Apart = { notes: BlockDraft[][]; edges: BlockDraft[] };

type Inner = { writer: RtfWriter; drafts: BlockDraft[] };

export function newRtfReader(source: string, limits: OpenLimits): RtfReader {
  return { read: (add, apart) => readTokens(rtfTokens(source), limits.depth * 4, newRun(add, apart)) };
}

/** Everything that goes on over groups. */
type Run = {
  state: GroupState;
  stack: GroupState[];
  writers: RtfWriter[];
  inner: Inner[];
  fonts: Map<number, RtfFont>;
  codepage: number;
  defaultFont: number;
  row: RtfRowBuilder;
  marker: string;
  bytes: number[];
  /** Signs still to be left out: the plain form of the Unicode letter before. */
  toSkip: number;
  add: (draft: BlockDraft) => void;
  apart: Apart;
};

function newRun(add: Run['add'], apart: Apart): Run {
  return {
    state: { destination: 'text', ...plainLetters, ...plainParagraph, font: 0, fallback: 1, ...newGroup },
    stack: [],
    writers: [newRtfWriter(add)],
    inner: [],
    fonts: new Map(),
    codepage: 1252,
    defaultFont: 0,
    row: newRow(),
    marker: '',
    bytes: [],
    toSkip: 0,
    add,
    apart,
  };
}

function readTokens(tokens: Iterable<RtfToken>, maxDepth: number, run: Run): void {
  for (const token of tokens) {
    if (token.kind !== 'byte') flushBytes(run);
    if (token.kind === 'open') {
      if (run.stack.length >= maxDepth)
        throw new Refusal('fileUnpacksTooLarge', { part: 'rtf', what: 'depth', limit: maxDepth });
      run.stack.push(run.state);
      run.state = { ...run.state, ...newGroup };
      run.toSkip = 0;
    } else if (token.kind === 'close') {
      closeGroup(run);
      if (run.stack.length === 0) break;
    } else if (token.kind === 'word' || token.kind === 'sign' || token.kind === 'byte' || token.kind === 'text')
      readSign(token, run);
  }
  flushBytes(run);
  while (run.inner.length > 0 || run.stack.length > 0) closeGroup(run);
  writer(run).end(run.state);
}

const writer = (run: Run): RtfWriter => run.writers[run.writers.length - 1] as RtfWriter;

function closeGroup(run: Run): void {
  const done = run.state;
  const outer = run.stack.pop();
  if (!outer) return;
  run.toSkip = 0;
  if (done.begins) endDestination(run, done);
  run.state = outer;
}

function endDestination(run: Run, done: GroupState): void {
  if (done.destination === 'marker') {
    writer(run).setMarker(run.marker);
    run.marker = '';
  }
  if (!collects(done.destination)) return;
  const inner = run.inner.pop();
  if (!inner) return;
  run.writers.pop();
  inner.writer.end({ ...done, inTable: false });
  if (done.destination === 'note') run.apart.notes.push(inner.drafts);
  else if (done.destination === 'edge') run.apart.edges.push(...inner.drafts);
  else writer(run).addBox(inner.drafts);
}

/** Of these groups the text goes to a place of its own. */
const collects = (destination: Destination): boolean =>
  destination === 'note' || destination === 'box' || destination === 'edge';

function beginDestination(run: Run, destination: Destination): void {
  const { destination: before, begins, isFresh } = run.state;
  if (begins || before === 'none' || (before === 'fonts' && destination !== 'none')) return;
  // A word that would silence a group stands first in it; elsewhere it means nothing.
  if ((destination === 'none' || destination === 'edge') && !isFresh) return;
  run.state.destination = destination;
  run.state.begins = true;
  if (destination === 'marker') run.marker = '';
  if (!collects(destination)) return;
  const drafts: BlockDraft[] = [];
  const own = newRtfWriter((draft) => drafts.push(draft));
  run.inner.push({ writer: own, drafts });
  run.writers.push(own);
  Object.assign(run.state, plainParagraph);
}

function readSign(token: Exclude<RtfToken, { kind: 'open' | 'close' }>, run: Run): void {
  const isStar = token.kind === 'sign' && token.sign === '*';
  if (run.toSkip > 0 && token.kind !== 'word') {
    const rest = token.kind === 'text' ? token.text.slice(run.toSkip) : '';
    run.toSkip = token.kind === 'text' ? Math.max(0, run.toSkip - token.text.length) : run.toSkip - 1;
    if (rest !== '') addText(rest, run);
    return;
  }
  if (token.kind === 'byte') run.bytes.push(token.byte);
  else if (token.kind === 'text') addRaw(token.text, run);
  else if (token.kind === 'sign') addSign(token.sign, run);
  else readWord(token.name, token.value, run);
  if (!isStar) run.state.isFresh = false;
}

function flushBytes(run: Run): void {
  if (run.bytes.length === 0) return;
  const text = decodeBytes(run.bytes, run.fonts.get(run.state.font), run.codepage);
  run.bytes = [];
  addText(text, run);
}

/** Some programs write letters beyond ASCII as they are. */
function addRaw(text: string, run: Run): void {
  if (/[^\0-\x7f]/.test(text)) {
    run.bytes = Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
    flushBytes(run);
  } else addText(text, run);
}

/** Destinations whose text is the document's. */
const shows: ReadonlySet<Destination> = new Set<Destination>(['text', 'marker', 'note', 'box', 'edge']);

function addText(text: string, run: Run): void {
  const { state } = run;
  if (state.destination === 'fonts') nameFont(text, run);
  if (!shows.has(state.destination) || state.hidden || state.deleted) return;
  const own = shownInFont(text.replaceAll('\t', ' '), run.fonts.get(state.font));
  const shown = state.capitals ? own.toUpperCase() : own;
  if (state.destination === 'marker') run.marker += shown;
  else writer(run).add(shown, state);
}

/** A font's name ends with a semicolon and may come in pieces. */
function nameFont(text: string, run: Run): void {
  const font = run.fonts.get(run.state.font);
  if (!font || font.isNamed) return;
  const end = text.indexOf(';');
  font.name += end < 0 ? text : text.slice(0, end);
  font.isNamed = end >= 0;
}

const signs: Readonly<Record<string, string>> = { '~': '\u00a0', _: '-', '\\': '\\', '{': '{', '}': '}', '\t': ' ' };

function addSign(sign: string, run: Run): void {
  if (sign === '*') run.state.isStarred = true;
  else if (sign === '\n' || sign === '\r') endParagraph(run);
  // The optional hyphen has the code that the old fonts use for a letter.
  else if (sign === '-') addOptionalHyphen(run);
  else if (signs[sign] !== undefined) addText(signs[sign], run);
}

function addOptionalHyphen(run: Run): void {
  const name = run.fonts.get(run.state.font)?.name ?? '';
  if (/^\.vn/i.test(name)) addText('\u00ad', run);
}

function endParagraph(run: Run): void {
  if (run.state.destination === 'none' || run.state.destination === 'fonts') return;
  if (run.state.destination === 'marker') return;
  writer(run).endParagraph(run.state);
}

const letters: Readonly<Record<string, string>> = {
  line: '\n',
  lbr: '\n',
  column: '\n',
  tab: ' ',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
};

function readWord(name: string, value: number | undefined, run: Run): void {
  const { state } = run;
  const destination = destinationOf(name, state.isStarred);
  state.isStarred = false;
  if (destination !== undefined) beginDestination(run, destination);
  else if (name === 'u') {
    addText(String.fromCharCode((value ?? 0) & 0xffff), run);
    run.toSkip = state.fallback;
  } else if (state.destination === 'fonts') readFontWord(name, value, run);
  else if (state.destination === 'nestedRow') {
    if (name === 'nestrow') writer(run).endNestedRow();
  } else if (state.destination !== 'none') readTextWord(name, value, run);
}

function readTextWord(name: string, value: number | undefined, run: Run): void {
  const text = Object.hasOwn(letters, name) ? letters[name] : undefined;
  const isFallback = run.toSkip > 0 && text !== undefined;
  run.toSkip = 0;
  if (isFallback) return;
  if (text === undefined) readMark(name, value, run);
  else if (name === 'tab' || run.state.destination !== 'marker') addText(text, run);
}

function readFontWord(name: string, value: number | undefined, run: Run): void {
  if (name === 'f') {
    run.state.font = value ?? 0;
    run.fonts.set(run.state.font, { name: '', charset: undefined, isNamed: false });
  }
  const font = run.fonts.get(run.state.font);
  if (name === 'fcharset' && font) font.charset = value;
}

const marks: Readonly<Record<string, (run: Run, value: number | undefined) => void>> = {
  par: endParagraph,
  sect: (run) => {
    endParagraph(run);
    writer(run).breakPage();
  },
  page: (run) => writer(run).breakPage(),
  cell: (run) => writer(run).endCell(run.state, false),
  nestcell: (run) => writer(run).endCell(run.state, true),
  nestrow: (run) => writer(run).endNestedRow(),
  row: (run) => writer(run).endRow(run.row.shape),
  ansicpg: (run, value) => {
    run.codepage = value ?? 1252;
  },
  deff: (run, value) => {
    run.defaultFont = value ?? 0;
    run.state.font = run.defaultFont;
  },
  plain: (run) => Object.assign(run.state, plainLetters, { font: run.defaultFont }),
  pard: (run) => Object.assign(run.state, plainParagraph),
};

function readMark(name: string, value: number | undefined, run: Run): void {
  const mark = Object.hasOwn(marks, name) ? marks[name] : undefined;
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (mark && run.state.destination !== 'marker') mark(run, value);
  else if (format) format(run.state, value);
  else if (name === 'trowd') run.row = newRow();
  else shapeRow(run.row, name, value);
}

const isOn = (value: number | undefined): boolean => value !== 0;

/** Bounds of \ucN: a letter has at most a few bytes in any code page. */
const maxFallback = 16;

const formats: Readonly<Record<string, (state: GroupState, value: number | undefined) => void>> = {
  f: (state, value) => {
    state.font = value ?? 0;
  },
  b: (state, value) => {
    state.bold = isOn(value);
  },
  i: (state, value) => {
    state.italic = isOn(value);
  },
  caps: (state, value) => {
    state.capitals = isOn(value);
  },
  scaps: (state, value) => {
    state.capitals = isOn(value);
  },
  v: (state, value) => {
    state.hidden = isOn(value);
  },
  deleted: (state, value) => {
    state.deleted = isOn(value);
  },
  uc: (state, value) => {
    state.fallback = Math.max(0, Math.min(value ?? 1, maxFallback));
  },
  ql: (state) => {
    state.align = 'left';
  },
  qc: (state) => {
    state.align = 'center';
  },
  qr: (state) => {
    state.align = 'right';
  },
  qj: (state) => {
    state.align = 'justify';
  },
  outlinelevel: (state, value) => {
    state.outline = value;
  },
  li: (state, value) => {
    state.indent = value ?? 0;
  },
  ilvl: (state, value) => {
    state.listLevel = value;
  },
  intbl: (state) => {
    state.inTable = true;
  },
  itap: (state, value) => {
    state.isNested = (value ?? 1) > 1;
  },
  pagebb: (state, value) => {
    state.breakBefore = isOn(value);
  },
};
