import { type OldFont, oldFont } from '../encoding/fonts.ts';
import { alignments, type ParagraphDraft } from '../layout/drafts.ts';
import { type FontRules, noFontRules, ruledFont } from './font-rules.ts';
import { attributeOf, type HtmlElement } from './tree.ts';

/** What an element hands down to the text in it. */
export type Look = {
  bold: boolean;
  italic: boolean;
  capitals: boolean;
  keepsSpace: boolean;
  align: ParagraphDraft['align'];
  heading: number | undefined;
  font: OldFont | undefined;
  /** What the page's <style> says of fonts. */
  fontRules: FontRules;
  /** How deep in lists, from 1; 0 outside. */
  list: number;
};

export const plainLook: Look = {
  bold: false,
  italic: false,
  capitals: false,
  keepsSpace: false,
  align: undefined,
  heading: undefined,
  font: undefined,
  fontRules: noFontRules,
  list: 0,
};

const bold: ReadonlySet<string> = new Set('b strong th h1 h2 h3 h4 h5 h6'.split(' '));
const italic: ReadonlySet<string> = new Set('i em cite'.split(' '));

/** The value of a property in a style attribute. */
const styled = (style: string, property: string): string | undefined =>
  new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, 'i').exec(style)?.[1]?.trim();

export function lookOf(element: HtmlElement, outer: Look): Look {
  const { tagName: tag, attrs } = element;
  const look: Look = { ...outer };
  if (bold.has(tag)) look.bold = true;
  if (italic.has(tag)) look.italic = true;
  if (tag === 'pre') look.keepsSpace = true;
  if (tag === 'center') look.align = 'center';
  if (tag === 'ul' || tag === 'ol') look.list += 1;
  if (/^h[1-6]$/.test(tag)) look.heading = Number(tag[1]);
  const ruled = ruledFont(outer.fontRules, element);
  if (ruled !== undefined) look.font = ruled ?? undefined;
  if (attrs.length === 0) return look;
  const aligned = alignments.get(attributeOf(element, 'align')?.toLowerCase() ?? '');
  if (aligned && tag !== 'table' && tag !== 'img') look.align = aligned;
  const face = attributeOf(element, 'face');
  if (tag === 'font' && face !== undefined) look.font = oldFont(face.split(',')[0]);
  const style = attributeOf(element, 'style');
  return style === undefined ? look : withStyle(look, style);
}

function withStyle(look: Look, style: string): Look {
  const weight = styled(style, 'font-weight')?.toLowerCase();
  const slant = styled(style, 'font-style')?.toLowerCase();
  const transform = styled(style, 'text-transform')?.toLowerCase();
  const family = styled(style, 'font-family');
  const align = alignments.get(styled(style, 'text-align')?.toLowerCase() ?? '');
  return {
    ...look,
    ...(weight && { bold: /bold|[6-9]00/.test(weight) }),
    ...(slant && { italic: /italic|oblique/.test(slant) }),
    ...(transform && { capitals: transform === 'uppercase' }),
    ...(family && { font: oldFont(family.split(',')[0]) }),
    ...(align && { align }),
    ...(/white-space\s*:\s*pre/i.test(style) && { keepsSpace: true }),
  };
}
