import type { Block, TextSource } from '../../values/block.ts';
import { Refusal } from '../../values/refusal.ts';
import { encodingOf, looksMisread } from '../encoding/encoding.ts';
import type { BlockDraft } from '../layout/drafts.ts';
import { newLayout } from '../layout/layout.ts';
import type { OpenLimits } from '../open-limits.ts';
import { readHtml } from './blocks.ts';
import { type FontRules, fontRulesOf } from './font-rules.ts';
import { type Look, lookOf, plainLook } from './look.ts';
import { mainContent } from './main.ts';
import { webArchivePage } from './mht.ts';
import { type HtmlElement, type HtmlNode, isElement, parseHtml, textOf } from './tree.ts';

/**
 * Opens a page as saved from a legal portal, or by Word: the document in it, without the portal's menus and links.
 * Nothing that the page names is fetched.
 * @throws Refusal fileBroken, fileEmpty, fileUnpacksTooLarge, fileEncodingInvalid
 */
export function openHtml(bytes: Uint8Array, limits: OpenLimits): TextSource {
  return pageOf(bytes, undefined, limits, 'html');
}

/** Opens a page saved as one file (.mht): its first part that is a page. */
export function openMht(bytes: Uint8Array, limits: OpenLimits): TextSource {
  const page = webArchivePage(bytes);
  return pageOf(page.bytes, page.charset, limits, 'mht');
}

function pageOf(
  bytes: Uint8Array,
  charset: string | undefined,
  limits: OpenLimits,
  format: 'html' | 'mht',
): TextSource {
  const { html, isGuess } = decodePage(bytes, charset);
  const body = parseHtml(html, limits);
  const main = mainContent(body);
  const words = allText(main.root);
  const encoding = isGuess || looksMisread(words) ? encodingOf(words) : undefined;
  if (isGuess && !encoding && /[^\0-\x7f]/.test(words)) throw new Refusal('fileEncodingInvalid');
  return sourceOf(
    readHtml(main.root, { isChrome: main.isChrome, encoding }, lookAbove(main.root, fontRulesOf(html))),
    format,
  );
}

/** The font that the page gives to all that stands in it; its other looks are those of menus and frames. */
function lookAbove(root: HtmlElement, fontRules: FontRules): Look {
  const above: HtmlElement[] = [];
  for (let one = root.parentNode; one && 'tagName' in one; one = one.parentNode) above.push(one);
  const look = { ...plainLook, fontRules };
  for (const one of above.reverse()) look.font = lookOf(one, look).font;
  return look;
}

function sourceOf(drafts: readonly BlockDraft[], format: 'html' | 'mht'): TextSource {
  const layout = newLayout();
  const blocks: Block[] = drafts.flatMap((draft) => layout.add(draft) ?? []);
  if (blocks.length === 0) throw new Refusal('fileEmpty');
  return { format, text: layout.text(), blocks };
}

const declared = /<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w-]+)/i;

/** By its mark, by what the page or its envelope says, as UTF-8, or as bytes whose meaning is still to be found. */
function decodePage(bytes: Uint8Array, charset: string | undefined): { html: string; isGuess: boolean } {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
  const marked = /^(?:ÿþ|þÿ)/.test(start) ? (start.startsWith('ÿ') ? 'utf-16le' : 'utf-16be') : undefined;
  const named = declared.exec(start)?.[1] ?? charset;
  for (const label of [marked, 'utf-8', named]) {
    const html = label === undefined ? undefined : decodeAs(bytes, label);
    if (html !== undefined) return { html, isGuess: false };
  }
  return { html: new TextDecoder('windows-1252').decode(bytes), isGuess: true };
}

function decodeAs(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function allText(element: HtmlElement): string {
  const parts: string[] = [];
  const visit = (node: HtmlNode): void => {
    if (isElement(node)) for (const inner of node.childNodes) visit(inner);
    else parts.push(textOf(node));
  };
  visit(element);
  return parts.join(' ');
}
