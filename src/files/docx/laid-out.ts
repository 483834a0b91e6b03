import type { LaidBlock, LaidDocument, LaidParagraph, LaidSection, LaidTable } from '../../values/laid-document.ts';
import { Refusal } from '../../values/refusal.ts';
import { attribute, child, type XmlElement } from '../containers/xml.ts';
import { newCounter } from '../layout/counter.ts';
import { defaultLimits, type OpenLimits } from '../open-limits.ts';
import { millimetres } from './laid-look.ts';
import { type LaidContext, laidParagraph } from './laid-paragraph.ts';
import { readLists } from './numbering.ts';
import { type DocxPackage, flag, openPackage, value, whole } from './package.ts';
import { bordersOf, readStyles } from './styles.ts';

/**
 * How a Word file is laid out: sections, lines and letters with their looks. Tracked changes count as accepted.
 * @throws Refusal fileBroken, fileEmpty, fileUnpacksTooLarge, fileHasEntities, filePasswordProtected
 */
export function layOut(bytes: Uint8Array, limits: OpenLimits = defaultLimits): LaidDocument {
  const parts = openPackage(bytes, limits);
  const styles = readStyles(parts.read('styles'), parts.isUnicode());
  const lists = readLists(parts.read('numbering'), styles);
  const context: LaidContext = { styles, lists, counter: newCounter(lists), theme: themeFonts(parts.read('theme')) };
  const sections: LaidSection[] = [];
  // How wide the text is stands at the end of its section: the blocks wait for it.
  let waiting: XmlElement[] = [];
  const endSection = (properties: XmlElement | undefined): void => {
    sections.push(sectionOf(properties, waiting, sections.at(-1), { context, parts }));
    waiting = [];
  };
  parts.readMain({
    parent: 'w:body',
    visit: (element) => {
      if (element.name === 'w:sectPr') return endSection(element);
      waiting.push(element);
      const section = child(child(element, 'w:pPr'), 'w:sectPr');
      if (section) endSection(section);
    },
  });
  if (waiting.length > 0) endSection(undefined);
  if (sections.length === 0) throw new Refusal('fileEmpty');
  return { sections };
}

function themeFonts(root: XmlElement | undefined): Map<string, string> {
  const scheme = child(child(root, 'a:themeElements'), 'a:fontScheme');
  const fonts = new Map<string, string>();
  for (const kind of ['major', 'minor']) {
    const name = attribute(child(child(scheme, `a:${kind}Font`), 'a:latin'), 'typeface');
    if (name) fonts.set(kind, name);
  }
  return fonts;
}

type Opened = { context: LaidContext; parts: DocxPackage };
const a4 = { width: 11906, height: 16838 };

function sectionOf(
  properties: XmlElement | undefined,
  elements: readonly XmlElement[],
  before: LaidSection | undefined,
  opened: Opened,
): LaidSection {
  const size = child(properties, 'w:pgSz');
  const margin = child(properties, 'w:pgMar');
  const length = (of: XmlElement | undefined, name: string, usual: number): number =>
    millimetres(whole(attribute(of, name)) ?? usual);
  const [width, height] = [length(size, 'w:w', a4.width), length(size, 'w:h', a4.height)];
  const margins = {
    top: Math.abs(length(margin, 'w:top', 1440)),
    bottom: Math.abs(length(margin, 'w:bottom', 1440)),
    left: length(margin, 'w:left', 1440) + length(margin, 'w:gutter', 0),
    right: length(margin, 'w:right', 1440),
  };
  const text = width - margins.left - margins.right;
  // A section that names no header has that of the one before it.
  const edge = (name: 'w:headerReference' | 'w:footerReference', type: string): LaidParagraph[] | undefined =>
    edgeOf(properties, [name, type], text, opened);
  return {
    page: { width, height, landscape: width > height, margins },
    titlePage: flag(properties, 'w:titlePg') ?? false,
    startsAt: whole(attribute(child(properties, 'w:pgNumType'), 'w:start')) ?? null,
    header: edge('w:headerReference', 'default') ?? before?.header ?? [],
    firstHeader: edge('w:headerReference', 'first') ?? before?.firstHeader ?? [],
    footer: edge('w:footerReference', 'default') ?? before?.footer ?? [],
    firstFooter: edge('w:footerReference', 'first') ?? before?.firstFooter ?? [],
    blocks: blocksIn(elements, opened.context, text),
  };
}

function edgeOf(
  properties: XmlElement | undefined,
  [name, type]: [string, string],
  width: number,
  { context, parts }: Opened,
): LaidParagraph[] | undefined {
  const reference = properties?.children.find(
    (one) => one.name === name && (attribute(one, 'w:type') ?? 'default') === type,
  );
  const root = reference && parts.readLinked(attribute(reference, 'r:id'));
  return root && paragraphsOf(blocksIn(root.children, context, width));
}

const paragraphsOf = (blocks: readonly LaidBlock[]): LaidParagraph[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block]
      : block.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs)),
  );

const wrappers = ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'];

function blocksIn(elements: readonly XmlElement[], context: LaidContext, width: number): LaidBlock[] {
  return elements.flatMap((element): LaidBlock[] => {
    if (element.name === 'w:p') return laidParagraph(element, context, width);
    if (element.name === 'w:tbl') return [tableOf(element, context)];
    return wrappers.includes(element.name) ? blocksIn(element.children, context, width) : [];
  });
}

const inside = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap((part) =>
    part.name === name ? [part] : wrappers.includes(part.name) ? inside(part, name) : [],
  );

/** Left and right of the text in a cell, where the file says nothing. */
const usualPadding = 108;

function tableOf(table: XmlElement, context: LaidContext): LaidTable {
  const properties = child(table, 'w:tblPr');
  const drawn = {
    ...context.styles.table(value(properties, 'w:tblStyle')).borders,
    ...bordersOf(child(properties, 'w:tblBorders')),
  };
  const rows = inside(table, 'w:tr').map((row) => ({
    header: flag(child(row, 'w:trPr'), 'w:tblHeader') ?? false,
    cells: inside(row, 'w:tc').map((cell) => {
      const own = child(cell, 'w:tcPr');
      const margins = child(own, 'w:tcMar');
      const padding = ['w:left', 'w:right'].reduce(
        (sum, side) => sum + (whole(attribute(child(margins, side), 'w:w')) ?? usualPadding),
        0,
      );
      const full = whole(attribute(child(own, 'w:tcW'), 'w:w')) ?? 0;
      const width = millimetres(Math.max(full - padding, 0));
      const borders = { ...drawn, ...bordersOf(child(own, 'w:tcBorders')) };
      return {
        width,
        paragraphs: paragraphsOf(blocksIn(cell.children, context, width)),
        ruled: Object.values(borders).includes(true),
      };
    }),
  }));
  return {
    kind: 'table',
    borderless: !rows.some(({ cells }) => cells.some(({ ruled }) => ruled)),
    rows: rows.map(({ header, cells }) => ({
      header,
      cells: cells.map(({ width, paragraphs }) => ({ width, paragraphs })),
    })),
  };
}
