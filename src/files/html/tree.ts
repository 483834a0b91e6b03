import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { Refusal } from '../../values/refusal.ts';
import type { OpenLimits } from '../open-limits.ts';

export type HtmlElement = Tree.Element;
export type HtmlNode = Tree.ChildNode;

/** Pages of portals have some ten thousand. */
const maxElements = 500_000;
/** The parser compares each attribute of a tag with those before it. */
const maxAttributes = 1000;
/** Pages nest deeper than Office files do. */
const extraDepth = 256;

/**
 * The tree that browsers make of a page, however broken it is.
 * @throws Refusal fileUnpacksTooLarge where the parser would take more than a moment
 */
export function parseHtml(html: string, limits: OpenLimits): HtmlElement {
  checkAttributes(html);
  let depth = 0;
  let elements = 0;
  const limit = limits.depth + extraDepth;
  const document = parse(html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement: (...args) => {
        elements += 1;
        if (elements > maxElements) throw tooMuch('parts', maxElements);
        return defaultTreeAdapter.createElement(...args);
      },
      onItemPush: () => {
        depth += 1;
        if (depth > limit) throw tooMuch('depth', limit);
      },
      onItemPop: () => {
        depth -= 1;
      },
    },
  });
  const root = document.childNodes.find((node) => node.nodeName === 'html');
  const body = root && isElement(root) ? childrenOf(root).find((node) => node.nodeName === 'body') : undefined;
  if (!body || !isElement(body)) throw new Refusal('fileBroken', { part: 'html', reason: 'body' });
  return body;
}

const tooMuch = (what: string, limit: number): Refusal =>
  new Refusal('fileUnpacksTooLarge', { part: 'html', what, limit });

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node;

export const childrenOf = (element: HtmlElement): HtmlNode[] => element.childNodes;

export const textOf = (node: HtmlNode): string => (node.nodeName === '#text' && 'value' in node ? node.value : '');

export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** Elements whose content is no markup: what looks like a tag in a script is none. */
const rawElements = ['script', 'style', 'textarea', 'title', 'xmp'];

/** Walks over the tags as a tokenizer does, once and without building anything. */
function checkAttributes(html: string): void {
  const small = html.toLowerCase();
  const closings = new Map(rawElements.map((name) => [name, nextIndex(small, `</${name}`)]));
  const comments = nextIndex(small, '-->');
  for (let at = small.indexOf('<'); at >= 0; at = small.indexOf('<', at)) {
    if (small.startsWith('<!--', at)) {
      at = comments(at + 2);
      continue;
    }
    at += 1;
    if (!/[a-z/]/.test(small.charAt(at))) continue;
    const name = /[a-z]+/y;
    name.lastIndex = at;
    const tag = name.exec(small)?.[0] ?? '';
    at = endOfTag(small, at);
    at = closings.get(tag)?.(at) ?? at;
  }
}

/** Where the text stands next; the last answer is kept, so that asking in order searches the page once. */
function nextIndex(text: string, wanted: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      const next = text.indexOf(wanted, from);
      found = next < 0 ? text.length : next;
    }
    return found;
  };
}

function endOfTag(html: string, from: number): number {
  let attributes = 0;
  const part = /[^\s>=/"']+|=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s>]*)|[\s/"']+|>/y;
  part.lastIndex = from;
  for (let match = part.exec(html); match && match[0] !== '>'; match = part.exec(html)) {
    if (/^[^\s=/"']/.test(match[0])) attributes += 1;
    if (attributes > maxAttributes) throw tooMuch('attributes', maxAttributes);
    from = part.lastIndex;
  }
  return from;
}
