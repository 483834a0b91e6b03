import type { Cell } from '../../values/block.ts';
import type { Change, Tier } from '../../values/finding.ts';
import { parseNumber } from '../../values/number.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { lowerFirst, squeeze } from '../../values/vietnamese.ts';
import { type FoundFigure, figureOfCell } from '../figures/figure.ts';
import { type PastColumn, pastColumnOf, saysBasis } from '../figures/past-column.ts';
import type { Column } from '../tables/column-roles.ts';
import { cellParagraphs, cellText, cellView, type GridRow, type Sheet } from '../tables/columns.ts';
import { cellAt, tableRowOf } from '../tables/table-row.ts';
import { bodiesOfCell } from '../tasks/bodies.ts';
import { wholeSpan } from '../text/view.ts';
import { atomsOf, baseAfter } from './atoms.ts';
import { type CellValue, valuesOfCell } from './cell-values.ts';
import { type Deadline, deadlineIn } from './deadline.ts';
import { changeOf, tidyName } from './naming.ts';
import { type Quantity, quantitiesIn } from './quantity.ts';
import { type Found, type FoundTarget, findsOfAtoms, type Setting } from './target.ts';
import { normalUnit } from './units.ts';

type Place = {
  section: string[];
  group: string | null;
  tier: Tier;
  deadline: Deadline | undefined;
  /** "Đơn vị tính: triệu đồng" above the table: the unit of values that have none of their own. */
  unit: string | null;
  /** The plan's first year: a column of a year before tells what it starts from. */
  since: number | undefined;
  issuedOn: PlainDate | null;
};

/** What the numbered rows above hand down to the unnumbered rows below them. */
type Above = {
  agencies: string[];
  /** The row's name where it has no value: the lines under it only vary it. */
  head: string | null;
  /** The last numbered row's name, which "Trong đó: …" below it varies. */
  name: string | null;
  /** Index of the row's own target for each value column, where it has values. */
  whole: Map<number, number>;
};

/** The targets of a table: one a value cell, or those written out in the name cell; and what its other columns tell of the past. */
export function findsOfTable(sheet: Sheet, text: string, place: Place): Found {
  const found: Found = { targets: [], figures: [] };
  let group: { label: string | null; title: string } | undefined;
  let above: Above = { agencies: [], head: null, name: null, whole: new Map() };
  for (const row of sheet.rows) {
    const read = tableRowOf(sheet, row, text);
    if (!read) continue;
    if (read.kind === 'group') {
      group = read;
      continue;
    }
    const here = {
      ...place,
      section: group?.label ? [...place.section, group.label] : place.section,
      group: group ? squeeze(group.title) : place.group,
      deadline: (group && deadlineIn(group.title)) ?? place.deadline,
    };
    const result = readRow(sheet, row, text, here, read.ordinal, above, found.targets.length);
    above = result.above;
    found.targets.push(...result.targets);
    found.figures.push(...result.figures);
  }
  return found;
}

function readRow(
  sheet: Sheet,
  row: GridRow,
  text: string,
  place: Place,
  ordinal: string | null,
  above: Above,
  count: number,
): Found & { above: Above } {
  const nameCell = cellAt(sheet, row, 'target');
  if (!nameCell || cellText(nameCell, text) === '') return { targets: [], figures: [], above };
  const agencyCell = cellAt(sheet, row, 'agency');
  const own = agencyCell ? bodiesOfCell(cellParagraphs(agencyCell, text)) : [];
  const agencies = own.length > 0 || ordinal !== null ? own : above.agencies;
  const { unit, since: _, ...placed } = place;
  const setting: Setting = { ...placed, ordinal, listed: true, agencies };
  const first = firstYear(sheet, place.since);
  const values = valueCells(sheet, row, text, (column) => isAimedAt(column, first));
  if (!sheet.columns.some((column) => column.role === 'value'))
    return writtenOut(nameCell, text, setting, count, { ...above, agencies });
  const name = cellText(nameCell, text);
  const numbered = ordinal !== null;
  const head = numbered ? null : variesAbove(name, above.name) ? above.name : above.head;
  const read = ({ value, column, at }: Valued): FoundTarget => {
    const parent = numbered ? null : (above.whole.get(at) ?? null);
    return valueTarget({ sheet, row, text, nameCell, value, column, setting, head, parent, caption: unit });
  };
  const past = { first, issuedOn: place.issuedOn, targets: values.map(({ column }, i) => ({ column, at: count + i })) };
  const figures = figuresOfRow(sheet, row, text, past, read);
  if (values.length === 0) return { targets: [], figures, above: { ...belowHeading(name, numbered, above), agencies } };
  const targets = values.map(read);
  if (!numbered) return { targets, figures, above: { ...above, agencies } };
  const whole = new Map(values.map(({ at }, i) => [at, count + i]));
  return { targets, figures, above: { agencies, head: /:\s*$/u.test(name) ? name : null, name, whole } };
}

/** The targets of a row with their columns, and what makes a column one of the past. */
type Past = { first: number; issuedOn: PlainDate | null; targets: { column: Column; at: number }[] };

/** What the row's columns of the past hold, each beside the row's first target of the same measure. */
function figuresOfRow(
  sheet: Sheet,
  row: GridRow,
  text: string,
  { first, issuedOn, targets }: Past,
  read: (valued: Valued) => FoundTarget,
): FoundFigure[] {
  const columns = new Map<Column, PastColumn>();
  for (const column of sheet.columns) {
    const past = pastColumnOf(column, first, issuedOn);
    if (past) columns.set(column, past);
  }
  return valueCells(sheet, row, text, (column) => columns.has(column)).flatMap((valued) => {
    const { column, value } = valued;
    const past = columns.get(column);
    const measure = column.measure === null || saysBasis(column.measure) ? null : column.measure;
    const beside = targets.find((one) => one.column.measure === measure) ?? targets[0];
    const cell = read({ ...valued, column: { ...column, measure } });
    return (past && figureOfCell(cell, past, value.view.text, beside?.at ?? null)) ?? [];
  });
}

/** "Trong đó: …", and the sectors under a rate of growth or a structure, which are no indicators by themselves. */
const variesAbove = (name: string, above: string | null): boolean =>
  /^trong đó\s*:\s*\p{L}/iu.test(name) ||
  (/^(?:tốc độ|t[ỷỉ] trọng|cơ cấu)/iu.test(above ?? '') &&
    !/^[-–+•\s]*(?:trong đó|tốc độ|t[ỷỉ] (?:lệ|trọng|suất)|số|tổng|mức|giá trị|sản lượng|diện tích|kim ngạch|doanh thu|thu|chi|vốn|cơ cấu|chỉ số|năng suất|quy mô|grdp|gdp)(?!\p{L})/iu.test(
      name,
    ));

/** A row without a value heads the unnumbered rows under it; a bare "Trong đó:" only announces the parts of the row above. */
function belowHeading(name: string, numbered: boolean, above: Above): Omit<Above, 'agencies'> {
  if (/^trong đó\s*:?$/iu.test(name)) return above;
  const head = numbered || above.head === null ? name : above.head;
  return { head, name: head, whole: /^trong đó/iu.test(name) ? above.whole : new Map() };
}

type Valued = { value: CellValue; column: Column; at: number };

/** The plan's first year, where the table has columns of it. */
function firstYear(sheet: Sheet, since: number | undefined): number {
  const years = sheet.columns.flatMap(({ role, year }) => (role === 'value' && year !== undefined ? [year] : []));
  return since !== undefined && years.some((year) => year >= since) ? since : 0;
}

const isAimedAt = ({ role, year }: Column, first: number): boolean => role === 'value' && (year ?? first) >= first;

function valueCells(sheet: Sheet, row: GridRow, text: string, holds: (column: Column) => boolean): Valued[] {
  return sheet.columns.flatMap((column, at) => {
    const cell = row[at]?.cell;
    return holds(column) && cell && cellText(cell, text) !== '' && !/^[-–…x\s]*$/iu.test(cellText(cell, text))
      ? valuesOfCell(cellView(cell, text)).map((value) => ({ value, column, at }))
      : [];
  });
}

/** Name and value stand in one cell, each of its paragraphs a sentence of its own. @param count of the table's targets above */
function writtenOut(cell: Cell, text: string, setting: Setting, count: number, above: Above): Found & { above: Above } {
  const view = cellView(cell, text);
  const { targets, figures } = findsOfAtoms(atomsOf(view.text), view, setting);
  const moved = (at: number | null): number | null => (at === null ? null : at + count);
  return {
    targets: targets.map((target) => ({ ...target, parent: moved(target.parent) })),
    figures: figures.map((figure) => ({ ...figure, target: moved(figure.target) })),
    above,
  };
}

type ValueCell = {
  sheet: Sheet;
  row: GridRow;
  text: string;
  nameCell: Cell;
  value: CellValue;
  column: Column;
  setting: Setting;
  head: string | null;
  parent: number | null;
  caption: string | null;
};

function valueTarget({
  sheet,
  row,
  text,
  nameCell,
  value: { view, remark },
  column,
  setting,
  head,
  parent,
  caption,
}: ValueCell): FoundTarget {
  const raw = cellText(nameCell, text);
  const value = view.text;
  const unitCell = cellAt(sheet, row, 'unit');
  const unit = (unitCell ? cellText(unitCell, text) : '') || column.unit || (caption ?? '');
  const named = withMeasure(nameOf(raw, head), column, sheet);
  const quantity = asRank(quantityOfCell(value, unit), value);
  const columnYear = column.year === undefined ? undefined : { year: column.year, yearFrom: column.yearFrom };
  const deadline = deadlineIn(value) ?? yearOf(value) ?? deadlineIn(raw) ?? columnYear ?? setting.deadline;
  return {
    span: wholeSpan(cellView(nameCell, text)),
    valueSpan: wholeSpan(view),
    section: setting.section,
    group: setting.group,
    ordinal: setting.ordinal,
    listed: true,
    name: named.name,
    variant: [named.variant, remark].filter(Boolean).join(', ') || null,
    op: quantity?.op ?? 'text',
    value: quantity?.value ?? null,
    value2: quantity?.value2 ?? null,
    of: quantity?.of ?? null,
    unit: quantity ? unitOf(quantity, unit, raw) : null,
    change: changeOfRow(`${head ?? ''} ${raw}`, value, quantity),
    base: quantity ? baseAfter(value.slice(quantity.to), quantity) : null,
    year: deadline?.year ?? null,
    yearFrom: deadline?.yearFrom ?? null,
    tier: column.tier ?? setting.tier,
    agencies: setting.agencies,
    parent,
  };
}

/** "Năm 2026: 95". */
function yearOf(value: string): Deadline | undefined {
  const year = /^năm\s+(?<year>20\d{2})\s*:/iu.exec(value)?.groups?.year;
  return year === undefined ? undefined : { year: Number(year), yearFrom: null };
}

/** "Tỷ lệ nghèo đa chiều giảm:" falls, "Tốc độ tăng …" and what "tăng 5" stands beside grow; a condition moves only where its own words say so. */
function changeOfRow(names: string, value: string, quantity: Quantity | undefined): Change {
  const words = names.trim().toLowerCase();
  if ((quantity || /giảm/u.test(value)) && /^(?:mức )?giảm|giảm\s*:?$|giảm\s*:/u.test(words)) return 'decrease';
  if (!quantity) return /^giảm(?: dần)?$/iu.test(value.trim()) ? 'decrease' : 'level';
  const moves = /^(?:phấn đấu )?(?<way>tăng|giảm)(?= (?!lên|xuống|còn))/iu.exec(value)?.groups?.way?.toLowerCase();
  if (moves !== undefined) return moves === 'tăng' ? 'increase' : 'decrease';
  if (/(?<!giá trị gia )tăng(?: trung bình| bình quân| thêm)?\s*:?$/u.test(words)) return 'increase';
  // A bare figure under "Số doanh nghiệp thành lập mới" counts what is added.
  const counts = quantity.kind === 'bare' && !/^(?:tỷ|tỉ|chỉ số)|tốc độ|tăng/u.test(words);
  return changeOf('', words, counts ? { ...quantity, kind: 'count' } : quantity);
}

/** The row's name; under a heading row its own words are the variant. */
function nameOf(raw: string, head: string | null): { name: string; variant: string | null } {
  const clean = squeeze(raw)
    .replace(/^(?:trong đó|[-–+•])\s*:?\s*/iu, '')
    .replace(/[.:;\s]+$/u, '');
  const strip = (words: string): string =>
    tidyName(
      words
        .replace(/(?<!giá trị gia)\s+(?:giảm|tăng)\s*:?\s*$/iu, '')
        .replace(/\s+giai đoạn\s+\d{4}\s*[-–]\s*\d{4}$/iu, '')
        .replace(/[.:;\s]+$/u, ''),
    );
  if (head === null) return { name: strip(clean), variant: null };
  const period = /^giai đoạn\s+\d{4}/iu.test(clean);
  return { name: strip(head), variant: period ? null : lowerFirst(clean.replace(/^(?:đối với|của)\s+/iu, '')) };
}

/** "Xoài" has a value each for "Lượng" and "Giá trị xuất khẩu": the column's measure tells them apart. */
function withMeasure(
  { name, variant }: { name: string; variant: string | null },
  { measure }: Column,
  sheet: Sheet,
): { name: string; variant: string | null } {
  const measures = new Set(sheet.columns.flatMap((column) => (column.role === 'value' ? [column.measure] : [])));
  if (measure === null || measures.size < 2) return { name, variant };
  const own = lowerFirst(measure);
  return { name, variant: variant === null ? own : `${variant}, ${own}` };
}

/** "Khoảng 31,5-32", "< 3", "41,3%", "Đạt": a value cell's number with its comparison; undefined for a condition in words. */
function quantityOfCell(value: string, unit: string): Quantity | undefined {
  const plain = parseNumber(value.replace(/\s*%$/u, ''));
  const read = quantitiesIn(value).find(
    (quantity) => !/^(?:19|20)\d{2}$/.test(String(quantity.value)) || quantity.unit !== null,
  );
  if (read && (plain !== undefined || isValue(value, read))) return read;
  return plain === undefined
    ? undefined
    : {
        from: 0,
        at: 0,
        to: value.length,
        op: '=',
        value: plain,
        value2: null,
        of: null,
        unit: unit || null,
        kind: 'bare',
      };
}

/** "Trong nhóm 20": a rank not to be missed. */
const asRank = (quantity: Quantity | undefined, value: string): Quantity | undefined =>
  quantity?.op === '=' && /(?:nhóm|tốp|top)\s+\d/iu.test(value) ? { ...quantity, op: '<=' } : quantity;

const isValue = (value: string, read: Quantity): boolean =>
  value.slice(0, read.from).trim().split(/\s+/u).filter(Boolean).length <= 4;

function unitOf(quantity: Quantity, unit: string, name: string): string | null {
  const own = squeeze(unit);
  if (own !== '') return normalUnit(own, name);
  if (quantity.unit) return normalUnit(quantity.unit, name);
  const counted = /^(?:số\s+)?(tỉnh|huyện|xã|thị xã|thành phố)(?!\p{L})/iu.exec(name)?.[1];
  if (counted) return counted.toLowerCase();
  return /xếp hạng|thứ hạng/iu.test(name) ? 'thứ hạng' : /chỉ số/iu.test(name) ? 'điểm' : null;
}
