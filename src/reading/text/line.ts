import type { Block, Paragraph, Table, TextSource } from '../../values/block.ts';
import { isUpper } from '../../values/vietnamese.ts';
import { type Sheet, sheetOf } from '../tables/columns.ts';
import { type Marker, markerOf } from './marker.ts';
import { joinViews, paragraphView, subview, type View } from './view.ts';

/** A paragraph of the body, its marker taken off. */
export type Line = {
  kind: 'line';
  /** Without marker. */
  body: View;
  /** With a marker that stands in the text. */
  full: View;
  marker: Marker | undefined;
  heading: number | undefined;
  bold: boolean;
  italic: boolean;
  centered: boolean;
  upper: boolean;
};

/** A table, and what its columns hold. */
export type TableBlock = { kind: 'table'; table: Table; sheet: Sheet };
export type Item = Line | TableBlock;

/** The document as lines and tables in reading order; a paragraph that a page break cut in two is one line. */
export function itemsOf(source: TextSource): Item[] {
  const items: Item[] = [];
  for (const block of source.blocks) {
    const item = itemOf(block, source.text);
    const before = items.at(-1);
    if (item.kind === 'line' && before?.kind === 'line' && (isBareMarker(before, item) || goesOn(before, item)))
      items[items.length - 1] = joined(before, item);
    else items.push(item);
  }
  return items;
}

function itemOf(block: Block, text: string): Item {
  return block.kind === 'table'
    ? { kind: 'table', table: block, sheet: sheetOf(block, text) }
    : lineOf(block, paragraphView(block, text));
}

/** A table's cells as lines too: header and signature often stand in tables, and references stand everywhere. */
export function linesOfItem(item: Item, text: string): Line[] {
  if (item.kind === 'line') return [item];
  return item.table.rows.flatMap((row) =>
    row.cells.flatMap((cell) => cell.paragraphs.map((paragraph) => lineOf(paragraph, paragraphView(paragraph, text)))),
  );
}

function lineOf(paragraph: Paragraph, full: View): Line {
  const numbered = paragraph.marker === undefined ? undefined : markerOf(`${paragraph.marker} x`);
  const marker = numbered ?? markerOf(full.text);
  const body = numbered || !marker ? full : subview(full, marker.length, full.text.length);
  return {
    kind: 'line',
    body,
    full,
    marker: marker && numbered ? { ...marker, length: 0 } : marker,
    heading: paragraph.heading,
    bold: paragraph.bold === true,
    italic: paragraph.italic === true,
    centered: paragraph.align === 'center',
    upper: isUpper(body.text),
  };
}

const ended = /[.;:!?…”"]\s*$|\/\.\s*\p{Lu}*$/u;

/** "II." on a line of its own, its words on the next. */
const isBareMarker = (line: Line, next: Line): boolean =>
  line.marker !== undefined &&
  line.body.text === '' &&
  next.marker === undefined &&
  ['roman', 'capital', 'decimal', 'letter', 'article'].includes(line.marker.kind);

/** True where `next` is the rest of a paragraph that a page or line break cut. */
function goesOn(line: Line, next: Line): boolean {
  if (isCutAtDash(line, next) || isCutAtNumber(line, next)) return true;
  if (next.marker || next.heading) return false;
  if (closesBracket(line, next) || insideBracket(line.full.text)) return true;
  const text = line.full.text;
  if (isCutHeading(line, next)) return true;
  if (line.heading || ended.test(text) || line.upper || next.upper || next.centered !== line.centered) return false;
  if (/,$/u.test(text) && line.marker !== undefined && !next.bold) return true;
  const small = /^[\p{Ll}]/u.test(next.body.text);
  if (small) return text.length > 55 && !line.bold;
  const bullet = line.marker?.kind === 'dash' || line.marker?.kind === 'plus';
  return (
    bullet &&
    text.length > 60 &&
    /^\p{Lu}/u.test(next.body.text) &&
    !next.bold &&
    !next.italic &&
    next.body.text.length > 40
  );
}

/** A numbered heading in bold whose words go on in bold on the next line. */
const isCutHeading = (line: Line, next: Line): boolean =>
  line.marker?.kind === 'decimal' &&
  [line, next].every((one) => one.bold && !one.upper && !one.centered && !one.italic) &&
  !ended.test(line.full.text) &&
  line.full.text.length > 50;

/** "Căn cứ Quyết định số" at a line's end, "112/QĐ-TTg ngày" at the next one's. */
const isCutAtNumber = (line: Line, next: Line): boolean =>
  /(?:^|\s)(?:ngày|số|tháng|năm)$/u.test(line.full.text) && !line.upper && /^\d/u.test(next.full.text);

/** A wrapped line that happens to begin with the dash of "05 - 06%", "2021 - 2025" or "kinh tế - xã hội". */
function isCutAtDash(line: Line, next: Line): boolean {
  const text = line.full.text;
  if (next.marker?.kind !== 'dash' || line.upper || ended.test(text)) return false;
  if (/^\p{Ll}/u.test(next.body.text)) return text.length > 45 && !/^\p{Ll}/u.test(line.body.text);
  // Among bullets "… đạt 80%" and "- 94% dân cư …" are two.
  if (line.marker?.kind === 'dash' && text.endsWith('%')) return false;
  // "… đến năm 2030" above "- 80% xã …": a year goes on with a year.
  if (!/^[-–—]/u.test(next.full.text)) return false;
  if (/năm\s(?:19|20)\d{2}$/u.test(text) && !/^(?:19|20)\d{2}(?!\d)/u.test(next.body.text)) return false;
  return /\s\d[\d.,]*%?$/u.test(text) && /^\d[\d.,]*(?:\s?(?:%|\p{Ll})|\d\W*$)/u.test(next.body.text);
}

/** A footnote mark or a bracket broken over two lines: "Trà Vinh(", "), chủ động …". */
const closesBracket = (line: Line, next: Line): boolean =>
  /[(“]\s*$/u.test(line.full.text) && /^[)”,]/u.test(next.full.text);

/** "(Kèm theo Kế hoạch …" whose closing bracket stands in the next paragraph. */
const insideBracket = (text: string): boolean => /^\([^)]*$/u.test(text) && text.length < 300;

/** Two paragraphs read as one line. */
export function joined(line: Line, next: Line): Line {
  const full = joinViews([line.full, next.full]);
  const lead = line.full.text.length - line.body.text.length;
  const body = subview(full, lead, full.text.length);
  return { ...line, full, body, upper: isUpper(body.text), bold: line.bold || (line.body.text === '' && next.bold) };
}
