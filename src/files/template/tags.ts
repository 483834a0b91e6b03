import type { Element } from '@xmldom/xmldom';
import type { TemplateFaultCode } from '../../values/template.ts';
import { childElements, descendants, isElement } from './dom.ts';

/** A placeholder, isolated in a run of its own, so that what stands around it keeps its look. */
export type Tag = { sign: '' | '#' | '/' | '@'; name: string; capitals: boolean; raw: string; element: Element };

export type BraceFault = { code: Extract<TemplateFaultCode, 'unclosed' | 'unopened' | 'malformed'>; raw: string };

const tagName = 'placeholder';
export const isTag = (element: Element): boolean => element.nodeName === tagName;

export function tagOf(element: Element): Tag {
  const raw = element.getAttribute('raw') ?? '';
  const [, sign = '', name = ''] = grammar.exec(raw) ?? [];
  return {
    sign: sign as Tag['sign'],
    name: name.toLowerCase(),
    capitals: name !== name.toLowerCase() && name === name.toUpperCase(),
    raw,
    element,
  };
}

/** Spaces inside the braces do no harm. */
const grammar = /^\{\s*([#/@]?)\s*([a-z][a-z0-9_]*)\s*\}$/i;

type Piece = { node: Element; text: string; from: number };
type Found = { from: number; to: number; raw: string };

/**
 * Makes an element of each placeholder of a paragraph. Word breaks a placeholder over several runs whenever it has checked the
 * spelling or somebody has edited it: what counts is the paragraph's text, not its runs.
 */
export function isolateTags(paragraph: Element): BraceFault[] {
  const pieces = piecesOf(paragraph);
  const text = pieces.map((piece) => piece.text).join('');
  if (!/[{}]/.test(text)) return [];
  const { tags, faults } = scan(text);
  const runs = new Map<Element, Piece[]>();
  for (const piece of pieces) {
    const run = piece.node.parentNode;
    const touched = tags.some(({ from, to }) => from < piece.from + piece.text.length && to > piece.from);
    if (touched && run && isElement(run)) runs.set(run, [...(runs.get(run) ?? []), piece]);
  }
  for (const [run, own] of runs) splitRun(run, own, tags);
  return faults;
}

/** A mark that no placeholder reaches over: a tab or the end of a line. */
const barrier = '\n';

/** The texts of a paragraph itself, not of a text box that hangs on it. */
function piecesOf(paragraph: Element): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const node of descendants(paragraph, (one) => one.nodeName === 'w:p')) {
    const text = node.nodeName === 'w:t' ? (node.textContent ?? '') : barriers.includes(node.nodeName) ? barrier : '';
    if (text === '') continue;
    pieces.push({ node, text, from });
    from += text.length;
  }
  return pieces;
}

const barriers = ['w:tab', 'w:br', 'w:cr', 'w:ptab'];

function scan(text: string): { tags: Found[]; faults: BraceFault[] } {
  const tags: Found[] = [];
  const faults: BraceFault[] = [];
  const near = (from: number): string => text.slice(from, from + 30).split(barrier)[0] ?? '';
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '}') faults.push({ code: 'unopened', raw: text.slice(Math.max(0, at - 25), at + 1) });
    if (text[at] !== '{') continue;
    const rest = text.slice(at + 1);
    const end = rest.search(/[{}\n]/);
    if (end < 0 || rest[end] !== '}') {
      faults.push({ code: 'unclosed', raw: near(at) });
      continue;
    }
    const raw = text.slice(at, at + end + 2);
    if (grammar.test(raw)) tags.push({ from: at, to: at + end + 2, raw });
    else faults.push({ code: 'malformed', raw });
    at += end + 1;
  }
  return { tags, faults };
}

/** In place of a run as many as it takes for each placeholder to have one; all have the look of the first. */
function splitRun(run: Element, pieces: readonly Piece[], tags: readonly Found[]): void {
  const look = childElements(run).find(({ nodeName }) => nodeName === 'w:rPr');
  const parts: Element[][] = [[]];
  const add = (element: Element, alone: boolean): void => {
    if (alone) parts.push([element], []);
    else parts.at(-1)?.push(element);
  };
  for (const node of childElements(run)) {
    if (node === look) continue;
    const piece = pieces.find((one) => one.node === node);
    if (!piece) add(node, false);
    else
      for (const { text, isTag: alone } of cut(piece, tags)) add(alone ? newTag(run, text) : newText(run, text), alone);
  }
  for (const part of parts.filter(({ length }) => length > 0)) {
    const made = run.cloneNode(false);
    if (!isElement(made)) continue;
    if (look) made.appendChild(look.cloneNode(true));
    for (const node of part) made.appendChild(node);
    run.parentNode?.insertBefore(made, run);
  }
  run.parentNode?.removeChild(run);
}

/** A piece of text and the placeholders that begin in it; what belongs to one that began before is left out. */
function* cut({ text, from }: Piece, tags: readonly Found[]): Generator<{ text: string; isTag: boolean }> {
  let at = 0;
  for (const tag of tags) {
    const [start, end] = [tag.from - from, tag.to - from];
    if (end <= 0 || start >= text.length) continue;
    if (start > at) yield { text: text.slice(at, start), isTag: false };
    if (start >= 0) yield { text: tag.raw, isTag: true };
    at = Math.min(end, text.length);
  }
  if (at < text.length) yield { text: text.slice(at), isTag: false };
}

const owner = (element: Element) => {
  const { ownerDocument } = element;
  if (!ownerDocument) throw new Error('an element without a document');
  return ownerDocument;
};

function newTag(beside: Element, raw: string): Element {
  const element = owner(beside).createElement(tagName);
  element.setAttribute('raw', raw);
  return element;
}

/** What XML 1.0 cannot hold is left out. */
const unholdable = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

export function newText(beside: Element, text: string): Element {
  const element = owner(beside).createElement('w:t');
  element.setAttribute('xml:space', 'preserve');
  element.appendChild(owner(beside).createTextNode(text.toWellFormed().replace(unholdable, '')));
  return element;
}
