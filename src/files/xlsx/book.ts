import { Refusal } from '../../values/refusal.ts';
import { attribute, child, type XmlElement, type XmlOptions } from '../containers/xml.ts';
import { parsePart } from '../containers/xml-part.ts';
import { openZip } from '../containers/zip.ts';
import type { OpenLimits } from '../open-limits.ts';
import { builtInFormat } from './format.ts';

export type CellStyle = { format: string; bold: boolean; italic: boolean; ruled: boolean; align: string | undefined };

/** A workbook's sheets, and what their cells refer to. */
export type Workbook = {
  sheets: { name: string; part: string; isHidden: boolean }[];
  /** Text of a shared string. */
  string: (index: number) => string;
  style: (index: number) => CellStyle;
  isLate: boolean;
  readSheet: (part: string, visitRow: (row: XmlElement) => void) => XmlElement;
};

/** @throws Refusal fileBroken, fileUnpacksTooLarge, fileHasEntities */
export function openWorkbook(bytes: Uint8Array, limits: OpenLimits): Workbook {
  const zip = openZip(bytes, limits);
  const read = (part: string, handOver?: XmlOptions['handOver']): XmlElement | undefined =>
    parsePart(zip, { part, depth: limits.depth, ...(handOver && { handOver }) });
  const need = (part: string, handOver?: XmlOptions['handOver']): XmlElement => {
    const root = read(part, handOver);
    if (!root) throw new Refusal('fileBroken', { part, reason: 'missing' });
    return root;
  };
  const book = need('xl/workbook.xml');
  const targets = new Map(
    (read('xl/_rels/workbook.xml.rels')?.children ?? []).map((one) => [attribute(one, 'Id'), attribute(one, 'Target')]),
  );
  const sheets = (child(book, 'x:sheets')?.children ?? []).flatMap((sheet) => {
    const target = targets.get(attribute(sheet, 'r:id'));
    if (!target) return [];
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    const isHidden = /hidden/i.test(attribute(sheet, 'state') ?? '');
    return [{ name: attribute(sheet, 'name') ?? '', part, isHidden }];
  });
  const strings = readStrings(read);
  const styles = readStyles(read('xl/styles.xml'));
  return {
    sheets,
    string: (index) => strings[index] ?? '',
    style: (index) => styles[index] ?? plain,
    isLate: ['1', 'true'].includes(attribute(child(book, 'x:workbookPr'), 'date1904') ?? ''),
    readSheet: (part, visit) => need(part, { parent: 'x:sheetData', visit }),
  };
}

/** Text of a string item: one run or several; readings beside East Asian text are left out. */
export function textOfItem(item: XmlElement | undefined): string {
  const parts = (item?.children ?? []).map((part) =>
    part.name === 'x:t' ? part.text : part.name === 'x:r' ? (child(part, 'x:t')?.text ?? '') : '',
  );
  return parts
    .join('')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function readStrings(read: (part: string, handOver: XmlOptions['handOver']) => XmlElement | undefined): string[] {
  const strings: string[] = [];
  read('xl/sharedStrings.xml', { parent: 'x:sst', visit: (item) => strings.push(textOfItem(item)) });
  return strings;
}

const plain: CellStyle = { format: 'General', bold: false, italic: false, ruled: false, align: undefined };

function readStyles(root: XmlElement | undefined): CellStyle[] {
  const formats = new Map(
    (child(root, 'x:numFmts')?.children ?? []).map((one) => [attribute(one, 'numFmtId'), attribute(one, 'formatCode')]),
  );
  const fonts = child(root, 'x:fonts')?.children ?? [];
  const borders = child(root, 'x:borders')?.children ?? [];
  const isOn = (font: XmlElement | undefined, name: string): boolean => {
    const element = child(font, name);
    return element !== undefined && !['0', 'false'].includes(attribute(element, 'val') ?? '');
  };
  const hasLine = (border: XmlElement | undefined): boolean =>
    (border?.children ?? []).some((side) => !['none', undefined].includes(attribute(side, 'style')));
  return (child(root, 'x:cellXfs')?.children ?? []).map((xf) => {
    const id = attribute(xf, 'numFmtId') ?? '0';
    const font = fonts[Number(attribute(xf, 'fontId') ?? 0)];
    return {
      format: formats.get(id) ?? builtInFormat(Number(id)),
      bold: isOn(font, 'x:b'),
      italic: isOn(font, 'x:i'),
      ruled: hasLine(borders[Number(attribute(xf, 'borderId') ?? 0)]),
      align: attribute(child(xf, 'x:alignment'), 'horizontal'),
    };
  });
}
