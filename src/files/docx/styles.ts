import { attribute, child, type XmlElement } from '../containers/xml.ts';
import { flag, value, whole } from './package.ts';

/** Formatting of letters, as far as it decides what the text is or how it is read. */
export type RunFormat = {
  bold?: boolean;
  italic?: boolean;
  caps?: boolean;
  hidden?: boolean;
  font?: string;
};

/** Formatting of a paragraph; undefined is "not said here". */
export type ParagraphFormat = {
  align?: string;
  /** 0 to 8, 9 for body text. */
  outline?: number;
  indent?: number;
  numId?: string;
  numLevel?: number;
  breakBefore?: boolean;
};

export type Style = {
  id: string;
  run: RunFormat;
  paragraph: ParagraphFormat;
  /** True where the table style or its conditional parts draw a line. */
  borders: Borders;
  /** Its definitions along basedOn, the furthest first: for whoever wants more of them than reading does. */
  layers: readonly XmlElement[];
};

/** Edge name -> whether a line is drawn; an edge that is not named is not said. */
export type Borders = Readonly<Record<string, boolean>>;

export type Styles = {
  /** Resolved along basedOn; an unknown id gives the empty style. */
  paragraph: (id: string | undefined) => Style;
  character: (id: string | undefined) => Style;
  table: (id: string | undefined) => Style;
  /** Number of the list that a numbering style stands for. */
  listOf: (styleId: string) => string | undefined;
  defaults: { run: RunFormat; paragraph: ParagraphFormat; layer: XmlElement | undefined };
  /** The document's text is Unicode also where its fonts are old ones. */
  isUnicode: boolean;
};

const empty: Style = { id: '', run: {}, paragraph: {}, borders: {}, layers: [] };

/** Leaves out what is undefined, so that one layer can be spread over another. */
const said = <T extends object>(format: T): Partial<T> => {
  const result: Partial<T> = {};
  for (const key of Object.keys(format) as (keyof T)[]) if (format[key] !== undefined) result[key] = format[key];
  return result;
};

export function runFormat(rPr: XmlElement | undefined): RunFormat {
  if (!rPr || rPr.children.length === 0) return {};
  const fonts = child(rPr, 'w:rFonts');
  return said({
    bold: flag(rPr, 'w:b'),
    italic: flag(rPr, 'w:i'),
    caps: flag(rPr, 'w:caps') ?? flag(rPr, 'w:smallCaps'),
    hidden: flag(rPr, 'w:vanish'),
    font: attribute(fonts, 'w:ascii') ?? attribute(fonts, 'w:hAnsi'),
  }) as RunFormat;
}

export function paragraphFormat(pPr: XmlElement | undefined): ParagraphFormat {
  if (!pPr) return {};
  const numbering = child(pPr, 'w:numPr');
  const indent = child(pPr, 'w:ind');
  return said({
    align: value(pPr, 'w:jc'),
    outline: whole(value(pPr, 'w:outlineLvl')),
    indent: whole(attribute(indent, 'w:left') ?? attribute(indent, 'w:start')),
    numId: value(numbering, 'w:numId'),
    numLevel: whole(value(numbering, 'w:ilvl')),
    breakBefore: flag(pPr, 'w:pageBreakBefore'),
  }) as ParagraphFormat;
}

/** Which edges a w:tblBorders or w:tcBorders draws. */
export function bordersOf(element: XmlElement | undefined): Borders {
  const borders: Record<string, boolean> = {};
  for (const edge of element?.children ?? []) {
    borders[edge.name] = !['nil', 'none', undefined].includes(attribute(edge, 'w:val'));
  }
  return borders;
}

/** Lines drawn by the conditional parts of a table style (first row, banding) make the table a ruled one too. */
function styleBorders(element: XmlElement): Borders {
  const own = bordersOf(child(child(element, 'w:tblPr'), 'w:tblBorders'));
  const conditional = element.children
    .filter((part) => part.name === 'w:tblStylePr')
    .flatMap((part) => [child(child(part, 'w:tcPr'), 'w:tcBorders'), child(child(part, 'w:tblPr'), 'w:tblBorders')])
    .some((borders) => Object.values(bordersOf(borders)).includes(true));
  return conditional ? { ...own, conditional: true } : own;
}

/** Word's built-in headings have their level even where the file leaves it out. */
function outlineOf(element: XmlElement, format: ParagraphFormat): ParagraphFormat {
  const heading = /^heading ([1-9])$/i.exec(value(element, 'w:name') ?? '')?.[1];
  return format.outline === undefined && heading ? { ...format, outline: Number(heading) - 1 } : format;
}

export function readStyles(root: XmlElement | undefined, isUnicode: boolean): Styles {
  const definitions = new Map<string, XmlElement>();
  const defaultIds = new Map<string, string>();
  for (const element of root?.children ?? []) {
    const id = attribute(element, 'w:styleId');
    const type = attribute(element, 'w:type') ?? 'paragraph';
    if (element.name !== 'w:style' || id === undefined) continue;
    definitions.set(`${type} ${id}`, element);
    if (['1', 'true', 'on'].includes(attribute(element, 'w:default') ?? '')) defaultIds.set(type, id);
  }
  const resolved = new Map<string, Style>();
  const resolve = (type: string, id: string | undefined, depth = 0): Style => {
    const own = id !== undefined && definitions.has(`${type} ${id}`) ? id : defaultIds.get(type);
    const key = `${type} ${own}`;
    const element = definitions.get(key);
    const known = resolved.get(key);
    if (known || !element || own === undefined) return known ?? empty;
    const parent = value(element, 'w:basedOn');
    // A chain that runs in a circle ends where it would begin again.
    const isChained = parent !== undefined && depth < 50 && definitions.has(`${type} ${parent}`);
    const base = isChained ? resolve(type, parent, depth + 1) : empty;
    const style: Style = {
      id: own,
      run: { ...base.run, ...runFormat(child(element, 'w:rPr')) },
      paragraph: { ...base.paragraph, ...outlineOf(element, paragraphFormat(child(element, 'w:pPr'))) },
      borders: { ...base.borders, ...styleBorders(element) },
      layers: [...base.layers, element],
    };
    resolved.set(key, style);
    return style;
  };
  const defaults = child(root, 'w:docDefaults');
  return {
    isUnicode,
    paragraph: (id) => resolve('paragraph', id),
    character: (id) => (id === undefined ? empty : resolve('character', id)),
    table: (id) => resolve('table', id),
    listOf: (id) => value(child(child(definitions.get(`numbering ${id}`), 'w:pPr'), 'w:numPr'), 'w:numId'),
    defaults: {
      run: runFormat(child(child(defaults, 'w:rPrDefault'), 'w:rPr')),
      paragraph: paragraphFormat(child(child(defaults, 'w:pPrDefault'), 'w:pPr')),
      layer: defaults,
    },
  };
}
