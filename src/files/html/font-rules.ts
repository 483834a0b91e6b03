import { type OldFont, oldFont } from '../encoding/fonts.ts';
import { attributeOf, type HtmlElement } from './tree.ts';

/**
 * The fonts that a page's <style> gives to "p", ".ten" and "p.ten"; null for a font that is no old one. Selectors of other
 * forms (descendants, attributes, ids, pseudo-classes) are not read: Word and the portals write the font so, or at the letters.
 */
export type FontRules = ReadonlyMap<string, OldFont | null>;

export const noFontRules: FontRules = new Map();

/** A page of a portal has some hundred. */
const maxRules = 10_000;
const simple = /^(?:[a-z][a-z0-9]*)?(?:\.[\w-]+)?$/i;

export function fontRulesOf(html: string): FontRules {
  const rules = new Map<string, OldFont | null>();
  for (const sheet of sheetsOf(html))
    for (const rule of withoutComments(sheet).split('}')) {
      const [selectors = '', declarations = ''] = rule.split('{').slice(-2);
      const family = /(?:^|;)\s*font-family\s*:\s*([^;]+)/i.exec(declarations)?.[1];
      if (family === undefined) continue;
      for (const selector of selectors.split(',')) {
        const name = selector.trim();
        if (name === '' || !simple.test(name)) continue;
        if (rules.size >= maxRules) return rules;
        rules.set(name.toLowerCase(), oldFont(family.split(',')[0]) ?? null);
      }
    }
  return rules;
}

/** What the rules say of an element: undefined where they say nothing. */
export function ruledFont(rules: FontRules, element: HtmlElement): OldFont | null | undefined {
  if (rules.size === 0) return undefined;
  const tag = element.tagName;
  const classes = (attributeOf(element, 'class') ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 50);
  const names = [...classes.map((one) => `${tag}.${one}`), ...classes.map((one) => `.${one}`), tag];
  const found = names.find((name) => rules.has(name));
  return found === undefined ? undefined : rules.get(found);
}

function sheetsOf(html: string): string[] {
  const sheets: string[] = [];
  const small = html.toLowerCase();
  for (let at = small.indexOf('<style'); at >= 0; at = small.indexOf('<style', at)) {
    const from = small.indexOf('>', at);
    const to = from < 0 ? -1 : small.indexOf('</style', from);
    if (to < 0) break;
    sheets.push(html.slice(from + 1, to));
    at = to;
  }
  return sheets;
}

/** Also the marks that hide a sheet from browsers of long ago. */
function withoutComments(sheet: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let open = sheet.indexOf('/*'); open >= 0; open = sheet.indexOf('/*', at)) {
    parts.push(sheet.slice(at, open));
    const close = sheet.indexOf('*/', open + 2);
    at = close < 0 ? sheet.length : close + 2;
  }
  return (parts.join(' ') + sheet.slice(at)).replaceAll('<!--', ' ').replaceAll('-->', ' ');
}
