import type { Cell } from '../../values/block.ts';
import type { Tier } from '../../values/finding.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { squeeze } from '../../values/vietnamese.ts';
import { type FoundFigure, figureOfCell } from '../figures/figure.ts';
import { type PastColumn, pastColumnOf, saysBasis } from '../figures/past-column.ts';
import type { Column } from '../tables/column-roles.ts';
import type { Sheet } from '../tables/columns.ts';
import { cellParagraphs, cellText, cellView, type GridRow } from '../tables/grid.ts';
import { cellAt, tableRowOf } from '../tables/table-row.ts';
import { bodiesOfCell } from '../tasks/bodies.ts';
import { wholeSpan } from '../text/view.ts';
import { atomsOf, baseAfter } from './atoms.ts';
import { type CellValue, valuesOfCell } from './cell-values.ts';
import { type Deadline, deadlineIn } from './deadline.ts';
import { nameOfColumn, nameOfRow, unitInName, withMeasure } from './row-name.ts';
import { asRank, changeOfRow, quantityOfCell, unitOf } from './row-value.ts';
import { type Found, type FoundTarget, findsOfAtoms, type Setting } from './target.ts';

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
  /** That row's number. */
  ordinal: string | null;
  /** The last numbered row's name, which "Trong đó: …" below it varies. */
  name: string | null;
  /** Index of the row's own target for each value column, where it has values. */
  whole: Map<number, number>;
};

/** The targets of a table: one a value cell, or those written out in the name cell; and what its other columns tell of the past. */
export function findsOfTable(sheet: Sheet, text: string, place: Place): Found {
  const found: Found = { targets: [], figures: [] };
  let group: { label: string | null; title: string } | undefined;
  let above: Above = { agencies: [], head: null, ordinal: null, name: null, whole: new Map() };
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
  const numbered = ordinal !== null && !variesHead(name, ordinal, above);
  const head = numbered ? null : variesAbove(name, above.name) ? above.name : above.head;
  const read = ({ value, column, at }: Valued): FoundTarget => {
    const parent = numbered ? null : (above.whole.get(at) ?? null);
    return valueTarget({ sheet, row, text, nameCell, value, column, setting, head, parent, caption: unit });
  };
  const past = { first, issuedOn: place.issuedOn, targets: values.map(({ column }, i) => ({ column, at: count + i })) };
  const figures = figuresOfRow(sheet, row, text, past, read);
  if (values.length === 0)
    return { targets: [], figures, above: { ...belowHeading(name, numbered ? ordinal : null, above), agencies } };
  const targets = values.map(read);
  if (!numbered) return { targets, figures, above: { ...above, agencies } };
  const whole = new Map(values.map(({ at }, i) => [at, count + i]));
  return { targets, figures, above: { agencies, head: /:\s*$/u.test(name) ? name : null, ordinal, name, whole } };
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

/** What says of itself what it measures. */
const indicator =
  /^[-–+•\s]*(?:trong đó|tốc độ|t[ỷỉ] (?:lệ|trọng|suất)|số|tổng|mức|giá trị|sản lượng|diện tích|kim ngạch|doanh thu|thu|chi|vốn|cơ cấu|chỉ số|năng suất|quy mô|grdp|gdp)(?!\p{L})/iu;

/** "Trong đó: …", and the sectors under a rate of growth or a structure, which are no indicators by themselves. */
const variesAbove = (name: string, above: string | null): boolean =>
  /^trong đó\s*:\s*\p{L}/iu.test(name) ||
  (/^(?:tốc độ|t[ỷỉ] trọng|cơ cấu)/iu.test(above ?? '') && !indicator.test(name));

/** "a", "b" or "3.1" under "3. Tỷ lệ trường đạt chuẩn", which has no value: school levels, no indicators by themselves. */
const variesHead = (name: string, ordinal: string, { head, ordinal: above }: Above): boolean =>
  head !== null &&
  indicator.test(head) &&
  !indicator.test(name) &&
  (/^[a-zđ]$/u.test(ordinal) || (above !== null && ordinal.startsWith(`${above}.`)));

/** A row without a value heads the unnumbered rows under it; a bare "Trong đó:" only announces the parts of the row above. */
function belowHeading(name: string, ordinal: string | null, above: Above): Omit<Above, 'agencies'> {
  if (/^trong đó\s*:?$/iu.test(name)) return above;
  const own = ordinal !== null || above.head === null;
  const head = own ? name : above.head;
  const whole = /^trong đó/iu.test(name) ? above.whole : new Map<number, number>();
  return { head, ordinal: own ? ordinal : above.ordinal, name: head, whole };
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
  const inCell = cellText(nameCell, text);
  const value = view.text;
  const ownUnit = unitInColumn(sheet, row, text) || column.unit;
  const inName = ownUnit ? undefined : unitInName(inCell);
  const unit = ownUnit || inName?.unit || (caption ?? '');
  const raw = inName?.name ?? inCell;
  const named = sheet.rowsAre
    ? nameOfColumn(column, raw, sheet, setting.group)
    : withMeasure(nameOfRow(raw, head), column, sheet);
  const quantity = asRank(quantityOfCell(value, unit), value);
  const columnYear = column.year === undefined ? undefined : { year: column.year, yearFrom: column.yearFrom };
  const deadline =
    deadlineIn(value) ??
    yearOf(value) ??
    yearOfTime(sheet, row, text) ??
    (sheet.rowsAre === 'years' ? yearOf(`năm ${/\d{4}/u.exec(raw)?.[0]}:`) : deadlineIn(raw)) ??
    columnYear ??
    setting.deadline;
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
    unit: quantity ? unitOf(quantity, unit, sheet.rowsAre ? named.name : raw, named.variant) : null,
    change: changeOfRow(sheet.rowsAre ? named.name : `${head ?? ''} ${raw}`, value, quantity),
    base: quantity ? baseAfter(value.slice(quantity.to), quantity) : null,
    year: deadline?.year ?? null,
    yearFrom: deadline?.yearFrom ?? null,
    tier: column.tier ?? setting.tier,
    agencies: setting.agencies,
    parent: sheet.rowsAre ? null : parent,
  };
}

/** A sign that stands for no unit at all is none. */
function unitInColumn(sheet: Sheet, row: GridRow, text: string): string {
  const cell = cellAt(sheet, row, 'unit');
  const words = cell ? cellText(cell, text) : '';
  return /^[-–…]$/u.test(words) ? '' : words;
}

/** "Năm 2027" or "Quý II/2027" in a column of deadlines. */
function yearOfTime(sheet: Sheet, row: GridRow, text: string): Deadline | undefined {
  const cell = cellAt(sheet, row, 'time');
  const words = cell ? cellText(cell, text) : '';
  const [from, to] = [...words.matchAll(/20\d{2}/gu)].map(([year]) => Number(year));
  if (from === undefined || /tiếp theo|hằng năm|hàng năm|^từ(?!.*đến)/iu.test(words)) return undefined;
  return to === undefined ? { year: from, yearFrom: null } : { year: to, yearFrom: from };
}

/** "Năm 2026: 95". */
function yearOf(value: string): Deadline | undefined {
  const year = /^năm\s+(?<year>20\d{2})\s*:/iu.exec(value)?.groups?.year;
  return year === undefined ? undefined : { year: Number(year), yearFrom: null };
}
