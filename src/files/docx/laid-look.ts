import type { LaidParagraph, LaidRun } from '../../values/laid-document.ts';
import { attribute, child, type XmlElement } from '../containers/xml.ts';
import { flag, value, whole } from './package.ts';
import type { Style, Styles } from './styles.ts';

/** What letters and paragraphs look like, laid over one another from the document's defaults to the run itself. */
export type RunLook = Omit<LaidRun, 'text' | 'page'> & { caps: boolean; hidden: boolean };
export type ParagraphLook = Pick<
  LaidParagraph,
  'align' | 'firstLine' | 'left' | 'right' | 'before' | 'after' | 'line' | 'pageBreak'
> & { bottomLine: boolean; boxed: boolean };

/** Word's own where a file says nothing. */
const plainRun: RunLook = {
  ...{ font: 'Times New Roman', size: 10, bold: false, italic: false, underline: false, colour: null },
  ...{ caps: false, hidden: false },
};
const plainParagraph: ParagraphLook = {
  ...{ align: 'left', firstLine: 0, left: 0, right: 0, before: 0, after: 0, line: { as: 'share', value: 1 } },
  ...{ pageBreak: false, bottomLine: false, boxed: false },
};

export const millimetres = (twentieths: number): number => (twentieths * 25.4) / 1440;

/** Only what is said there. */
function runPart(rPr: XmlElement | undefined): Partial<RunLook> {
  if (!rPr) return {};
  const fonts = child(rPr, 'w:rFonts');
  const size = whole(value(rPr, 'w:sz'));
  const underline = value(rPr, 'w:u');
  const colour = value(rPr, 'w:color');
  const font = attribute(fonts, 'w:ascii') ?? attribute(fonts, 'w:hAnsi');
  const theme = attribute(fonts, 'w:asciiTheme');
  return {
    // A font of the theme goes before one that is named beside it.
    ...(theme !== undefined ? { font: `theme:${theme}` } : font !== undefined && { font }),
    ...(size !== undefined && { size: size / 2 }),
    ...(underline !== undefined && { underline: underline !== 'none' }),
    ...(colour !== undefined && { colour: /^(?:auto|0{6})$/i.test(colour) ? null : colour.toUpperCase() }),
    ...flags(rPr),
  };
}

function flags(rPr: XmlElement): Partial<RunLook> {
  const found: Partial<RunLook> = {};
  const named = { bold: 'w:b', italic: 'w:i', caps: 'w:caps', hidden: 'w:vanish' } as const;
  for (const key of ['bold', 'italic', 'caps', 'hidden'] as const) {
    const said = flag(rPr, named[key]);
    if (said !== undefined) found[key] = said;
  }
  return found;
}

const alignments: Readonly<Record<string, LaidParagraph['align']>> = {
  ...{ left: 'left', start: 'left', center: 'centre', right: 'right', end: 'right' },
  ...{ both: 'justify', distribute: 'justify' },
};

/** Where Word chooses the room itself, it takes that of a page on the web. */
const automaticRoom = 14;

function paragraphPart(pPr: XmlElement | undefined): Partial<ParagraphLook> {
  if (!pPr) return {};
  const align = alignments[value(pPr, 'w:jc') ?? ''];
  const breakBefore = flag(pPr, 'w:pageBreakBefore');
  return {
    ...(align && { align }),
    ...(breakBefore !== undefined && { pageBreak: breakBefore }),
    ...indentOf(child(pPr, 'w:ind')),
    ...spacingOf(child(pPr, 'w:spacing')),
    ...(flag(pPr, 'w:contextualSpacing') && { before: 0, after: 0 }),
    ...edgesOf(child(pPr, 'w:pBdr')),
  };
}

function indentOf(indent: XmlElement | undefined): Partial<ParagraphLook> {
  const length = (...names: string[]): number | undefined => {
    const found = names.map((name) => whole(attribute(indent, name))).find((one) => one !== undefined);
    return found === undefined ? undefined : millimetres(found);
  };
  const hanging = length('w:hanging');
  const first = hanging === undefined ? length('w:firstLine') : -hanging;
  const left = length('w:left', 'w:start');
  const right = length('w:right', 'w:end');
  return {
    ...(first !== undefined && { firstLine: first }),
    ...(left !== undefined && { left }),
    ...(right !== undefined && { right }),
  };
}

function spacingOf(spacing: XmlElement | undefined): Partial<ParagraphLook> {
  const room = (name: string): number | undefined => {
    if (['1', 'true', 'on'].includes(attribute(spacing, `${name}Autospacing`) ?? '')) return automaticRoom;
    const said = whole(attribute(spacing, name));
    return said === undefined ? undefined : said / 20;
  };
  const [before, after] = [room('w:before'), room('w:after')];
  const line = whole(attribute(spacing, 'w:line'));
  const rule = attribute(spacing, 'w:lineRule') ?? 'auto';
  return {
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...(line !== undefined && {
      line:
        rule === 'auto'
          ? { as: 'share', value: line / 240 }
          : { as: rule === 'exact' ? 'exactly' : 'atLeast', value: line / 20 },
    }),
  };
}

function edgesOf(borders: XmlElement | undefined): Partial<ParagraphLook> {
  if (!borders) return {};
  const drawn = (name: string): boolean => !['nil', 'none', undefined].includes(value(borders, name));
  const boxed = ['w:top', 'w:bottom', 'w:left', 'w:right'].every(drawn);
  return { boxed, bottomLine: !boxed && drawn('w:bottom') };
}

export function paragraphLook(pPr: XmlElement | undefined, style: Style, styles: Styles): ParagraphLook {
  const layers = [
    child(child(styles.defaults.layer, 'w:pPrDefault'), 'w:pPr'),
    ...style.layers.map((layer) => child(layer, 'w:pPr')),
    pPr,
  ];
  return Object.assign({}, plainParagraph, ...layers.map(paragraphPart)) as ParagraphLook;
}

/** Of letters that say nothing themselves. */
export function styledRun(style: Style, styles: Styles): RunLook {
  const layers = [
    child(child(styles.defaults.layer, 'w:rPrDefault'), 'w:rPr'),
    ...style.layers.map((layer) => child(layer, 'w:rPr')),
  ];
  return Object.assign({}, plainRun, ...layers.map(runPart)) as RunLook;
}

export function runLook(rPr: XmlElement | undefined, styled: RunLook, styles: Styles): RunLook {
  if (!rPr) return styled;
  const character = styles.character(value(rPr, 'w:rStyle')).layers.map((layer) => runPart(child(layer, 'w:rPr')));
  return Object.assign({}, styled, ...character, runPart(rPr)) as RunLook;
}
