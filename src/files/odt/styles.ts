import { attribute, child, type XmlElement } from '../containers/xml.ts';

/** Formatting as far as it decides what the text is or how it is read; undefined is "not said here". */
export type OdtFormat = {
  bold?: boolean;
  italic?: boolean;
  capitals?: boolean;
  hidden?: boolean;
  font?: string;
  align?: string;
  breakBefore?: boolean;
  /** Left indent in inches. */
  indent?: number;
  outline?: number;
  listStyle?: string;
  ruled?: boolean;
};

export type OdtStyles = {
  /** Resolved along its parents; an unknown name gives the defaults. */
  find: (family: string, name: string | undefined) => OdtFormat;
  lists: ReadonlyMap<string, XmlElement>;
  outline: XmlElement | undefined;
};

/** Longer chains run in a circle. */
const maxChain = 50;

/** @param roots elements that hold styles, the document's own last */
export function readOdtStyles(roots: readonly XmlElement[]): OdtStyles {
  const elements = new Map<string, XmlElement>();
  const defaults = new Map<string, XmlElement>();
  const lists = new Map<string, XmlElement>();
  const fonts = new Map<string, string>();
  let outline: XmlElement | undefined;
  for (const element of roots.flatMap((root) => root.children)) {
    const name = attribute(element, 'style:name') ?? '';
    const family = attribute(element, 'style:family') ?? '';
    if (element.name === 'style:style') elements.set(`${family} ${name}`, element);
    else if (element.name === 'style:default-style') defaults.set(family, element);
    else if (element.name === 'text:list-style') lists.set(name, element);
    else if (element.name === 'text:outline-style') outline = element;
    else if (element.name === 'style:font-face') fonts.set(name, attribute(element, 'svg:font-family') ?? name);
  }
  const resolved = new Map<string, OdtFormat>();
  const find = (family: string, name: string | undefined, depth = 0): OdtFormat => {
    const key = `${family} ${name}`;
    const known = resolved.get(key);
    if (known) return known;
    const element = name === undefined ? undefined : elements.get(key);
    if (!element || depth > maxChain) return formatOf(defaults.get(family), fonts);
    const format = {
      ...find(family, attribute(element, 'style:parent-style-name'), depth + 1),
      ...formatOf(element, fonts),
    };
    resolved.set(key, format);
    return format;
  };
  return { find, lists, outline };
}

function formatOf(style: XmlElement | undefined, fonts: ReadonlyMap<string, string>): OdtFormat {
  if (!style) return {};
  const format: OdtFormat = {};
  const outline = Number(attribute(style, 'style:default-outline-level'));
  if (outline >= 1) format.outline = outline;
  const list = attribute(style, 'style:list-style-name');
  if (list !== undefined) format.listStyle = list;
  if (attribute(style, 'style:master-page-name')) format.breakBefore = true;
  addText(format, child(style, 'style:text-properties'), fonts);
  addParagraph(format, child(style, 'style:paragraph-properties'));
  const cell = child(style, 'style:table-cell-properties');
  if (cell) format.ruled = hasLine(cell);
  return format;
}

function addText(format: OdtFormat, element: XmlElement | undefined, fonts: ReadonlyMap<string, string>): void {
  if (!element) return;
  const weight = attribute(element, 'fo:font-weight');
  const slant = attribute(element, 'fo:font-style');
  const transform = attribute(element, 'fo:text-transform');
  const variant = attribute(element, 'fo:font-variant');
  const face = attribute(element, 'style:font-name');
  const font = face === undefined ? attribute(element, 'fo:font-family') : (fonts.get(face) ?? face);
  const display = attribute(element, 'text:display');
  if (weight !== undefined) format.bold = weight === 'bold' || Number(weight) >= 600;
  if (slant !== undefined) format.italic = slant !== 'normal';
  if (transform !== undefined || variant !== undefined)
    format.capitals = transform === 'uppercase' || variant === 'small-caps';
  if (font !== undefined) format.font = font;
  if (display !== undefined) format.hidden = display === 'none';
}

function addParagraph(format: OdtFormat, element: XmlElement | undefined): void {
  if (!element) return;
  const align = attribute(element, 'fo:text-align');
  const before = attribute(element, 'fo:break-before');
  const indent = inches(attribute(element, 'fo:margin-left'));
  if (align !== undefined) format.align = align;
  if (before !== undefined) format.breakBefore = before === 'page';
  if (indent !== undefined) format.indent = indent;
}

const perInch: Readonly<Record<string, number>> = { in: 1, cm: 2.54, mm: 25.4, pt: 72, pc: 6 };

function inches(length: string | undefined): number | undefined {
  const match = /^(-?[\d.]+)(in|cm|mm|pt|pc)$/.exec(length ?? '');
  return match ? Number(match[1]) / (perInch[match[2] ?? ''] ?? 1) : undefined;
}

const hasLine = (cell: XmlElement): boolean =>
  ['', '-top', '-bottom', '-left', '-right'].some((side) => {
    const border = attribute(cell, `fo:border${side}`);
    return border !== undefined && !/^(?:none|hidden|0)/.test(border);
  });
