import { Refusal } from '../../values/refusal.ts';
import { canonicalPrefix } from './xml-namespaces.ts';

/**
 * A part of an Office file as a tree. Names carry a prefix of ours, chosen by the namespace and not by the file ("w:p").
 * Office XML has no mixed content, so an element's text is one string beside its children.
 */
export type XmlElement = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly XmlElement[];
  text: string;
};

type Open = {
  element: { -readonly [key in keyof XmlElement]: XmlElement[key] };
  rawName: string;
  /** Where its children begin among those of all open elements. */
  from: number;
  /** The names in force outside it, where it declares namespaces of its own. */
  outer: Names | undefined;
};

export type XmlOptions = {
  /** For refusals: which part of the file this is. */
  part: string;
  depth: number;
  /** Children of elements of that name are handed over one by one and not kept: a long body never stands in memory whole. */
  handOver?: { parent: string | readonly string[]; visit: (element: XmlElement) => void };
  /** Text stands between elements (OpenDocument): each stretch becomes a child named `textName` in its place. */
  isMixed?: boolean;
};

/** Name of the children that are text, where text and elements are mixed. */
export const textName = '#text';

const malformed = (part: string, at: number): Refusal => new Refusal('fileBroken', { part, reason: 'xml', at });

const noAttributes: Readonly<Record<string, string>> = Object.freeze({});
const noChildren: readonly XmlElement[] = Object.freeze([]);

/** Raw names of the file -> ours, remembered; one table per set of namespace declarations. */
type Names = { prefixes: ReadonlyMap<string, string>; elements: Map<string, string>; attributes: Map<string, string> };

const newNames = (prefixes: ReadonlyMap<string, string>): Names => ({
  prefixes,
  elements: new Map(),
  attributes: new Map(),
});

function nameOf(names: Names, raw: string, isAttribute: boolean): string {
  const known = isAttribute ? names.attributes : names.elements;
  const found = known.get(raw);
  if (found !== undefined) return found;
  const colon = raw.indexOf(':');
  const prefix = colon < 0 ? '' : raw.slice(0, colon);
  const local = raw.slice(colon + 1);
  const ours = prefix === '' && isAttribute ? '' : prefix === 'xml' ? 'xml' : (names.prefixes.get(prefix) ?? '');
  const name = ours === '' ? (colon < 0 ? local : `?:${local}`) : `${ours}:${local}`;
  known.set(raw, name);
  return name;
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(raw: string, part: string, at: number): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&([^;&\s]{0,32};)?/g, (whole, body: string | undefined) => {
    const name = body?.slice(0, -1) ?? '';
    const number = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name);
    const code = number ? Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10) : undefined;
    if (code !== undefined && code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
    const text = Object.hasOwn(entities, name) ? entities[name] : undefined;
    if (whole === '&' || text === undefined) throw malformed(part, at);
    return text;
  });
}

/** Parses a part. Document types and entities are refused, never read. */
export function parseXml(xml: string, options: XmlOptions): XmlElement {
  const { part, handOver, isMixed } = options;
  const handedOver = new Set(handOver ? [handOver.parent].flat() : []);
  const stack: Open[] = [];
  // Children wait on one list until their parent closes: arrays that grow one by one take three times the memory.
  const waiting: XmlElement[] = [];
  let names = newNames(new Map());
  let root: XmlElement | undefined;
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;

  const close = (): void => {
    const open = stack.pop();
    if (!open) throw malformed(part, at);
    const parent = stack.at(-1)?.element;
    if (open.outer) names = open.outer;
    if (waiting.length > open.from) {
      open.element.children = waiting.slice(open.from);
      waiting.length = open.from;
    }
    if (!parent) root = open.element;
    else if (handOver && handedOver.has(parent.name)) handOver.visit(open.element);
    else waiting.push(open.element);
  };

  const addText = (text: string): void => {
    const element = stack.at(-1)?.element;
    if (element && isMixed) waiting.push({ name: textName, attributes: noAttributes, children: noChildren, text });
    else if (element) element.text = element.text === '' ? text : element.text + text;
    else if (/\S/.test(text)) throw malformed(part, at);
  };

  while (at < xml.length) {
    const bracket = xml.indexOf('<', at);
    const textEnd = bracket < 0 ? xml.length : bracket;
    if (textEnd > at) addText(decode(xml.slice(at, textEnd), part, at));
    if (bracket < 0) break;
    at = bracket;
    const code = xml.charCodeAt(bracket + 1);
    if (code === 47) {
      const end = xml.indexOf('>', bracket);
      if (end < 0 || xml.slice(bracket + 2, end).trimEnd() !== stack.at(-1)?.rawName) throw malformed(part, at);
      at = end + 1;
      close();
    } else if (code === 33 || code === 63) {
      at = skipMarkup(xml, bracket, part, addText);
    } else {
      if (root && stack.length === 0) throw malformed(part, at);
      if (stack.length >= options.depth)
        throw new Refusal('fileUnpacksTooLarge', { part, what: 'depth', limit: options.depth });
      const tag = readTag(xml, bracket, part, names);
      stack.push({
        element: { name: tag.name, attributes: tag.attributes, children: noChildren, text: '' },
        rawName: tag.rawName,
        from: waiting.length,
        outer: tag.names === names ? undefined : names,
      });
      names = tag.names;
      at = tag.end;
      if (tag.isEmpty) close();
    }
  }
  if (!root || stack.length > 0) throw malformed(part, xml.length);
  return root;
}

/** Comments and processing instructions are passed over, CDATA is text; a document type is refused. */
function skipMarkup(xml: string, at: number, part: string, addText: (text: string) => void): number {
  const [start, stop] = xml.startsWith('<!--', at)
    ? ['<!--', '-->']
    : xml.startsWith('<![CDATA[', at)
      ? ['<![CDATA[', ']]>']
      : xml.startsWith('<?', at)
        ? ['<?', '?>']
        : ['', ''];
  if (start === '') throw new Refusal('fileHasEntities', { part });
  const end = xml.indexOf(stop, at + start.length);
  if (end < 0) throw malformed(part, at);
  if (start === '<![CDATA[') addText(xml.slice(at + start.length, end));
  return end + stop.length;
}

type Tag = {
  name: string;
  rawName: string;
  attributes: Readonly<Record<string, string>>;
  names: Names;
  isEmpty: boolean;
  end: number;
};

function nameEnd(xml: string, from: number): number {
  let at = from;
  for (; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (code === 62 || code === 47 || code === 61 || isSpace(code)) break;
  }
  return at;
}

function readTag(xml: string, bracket: number, part: string, outer: Names): Tag {
  let at = nameEnd(xml, bracket + 1);
  const rawName = xml.slice(bracket + 1, at);
  if (!/^[\p{L}_]/u.test(rawName)) throw malformed(part, bracket);
  let raw: [string, string][] | undefined;
  for (;;) {
    while (isSpace(xml.charCodeAt(at))) at++;
    const code = xml.charCodeAt(at);
    if (code === 62 || code === 47) break;
    const stop = nameEnd(xml, at);
    const name = xml.slice(at, stop);
    at = stop;
    while (isSpace(xml.charCodeAt(at))) at++;
    if (name === '' || xml.charCodeAt(at) !== 61) throw malformed(part, at);
    at++;
    while (isSpace(xml.charCodeAt(at))) at++;
    const quote = xml[at];
    const end = quote === '"' || quote === "'" ? xml.indexOf(quote, at + 1) : -1;
    if (end < 0) throw malformed(part, at);
    raw ??= [];
    raw.push([name, decode(xml.slice(at + 1, end), part, at)]);
    at = end + 1;
  }
  const isEmpty = xml.charCodeAt(at) === 47;
  if (isEmpty) at++;
  if (xml.charCodeAt(at) !== 62) throw malformed(part, at);
  const names = raw ? declared(raw, outer) : outer;
  const attributes = raw ? named(raw, names, part, at) : noAttributes;
  return { name: nameOf(names, rawName, false), rawName, attributes, names, isEmpty, end: at + 1 };
}

/** The names in force inside an element with these attributes. */
function declared(raw: readonly [string, string][], outer: Names): Names {
  if (!raw.some(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))) return outer;
  const prefixes = new Map(outer.prefixes);
  for (const [name, uri] of raw) {
    if (name === 'xmlns') prefixes.set('', canonicalPrefix(uri));
    else if (name.startsWith('xmlns:')) prefixes.set(name.slice(6), canonicalPrefix(uri));
  }
  return newNames(prefixes);
}

function named(raw: readonly [string, string][], names: Names, part: string, at: number): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [rawName, value] of raw) {
    const name = nameOf(names, rawName, true);
    if (Object.hasOwn(attributes, name) && !name.startsWith('?:')) throw malformed(part, at);
    attributes[name] = value;
  }
  return attributes;
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element) for (const candidate of element.children) if (candidate.name === name) return candidate;
  return undefined;
}

export const attribute = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.attributes[name];
