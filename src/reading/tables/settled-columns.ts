import { type Column, type ColumnRole, plans } from './column-roles.ts';
import { cellText, type GridRow } from './grid.ts';
import { isNumeric, isWorded } from './numeric.ts';

/** What a column's heading leaves open, settled by the other columns and by what stands in its cells. */

export function named(columns: Column[], rows: GridRow[], text: string): Column[] {
  const assigned = withFinest(withAssigned(columns), rows, text);
  return withTargetValues(withFigures(withNames(withWorded(assigned, rows, text), rows, text), rows, text));
}

export const settled = (columns: Column[]): Column[] => withDistinct(withoutReported(withMonths(columns)));

/**
 * In an assignment table without another column for who leads, "Đơn vị" is a body and no unit; and where a product has a
 * column of its own, the level that approves it is none.
 */
function withAssigned(columns: Column[]): Column[] {
  const has = (...roles: ColumnRole[]): boolean => columns.some((column) => roles.includes(column.role));
  if (!has('task') || has('target', 'value')) return columns;
  const leads = !has('lead', 'doers') && has('coord', 'time');
  const isOutcome = ({ role, header }: Column): boolean => role === 'product' && /sản phẩm|kết quả/iu.test(header);
  const outcome = columns.some(isOutcome);
  return columns.map((column) => {
    if (leads && isWho.test(column.header)) return { ...column, role: 'lead' };
    return outcome && column.role === 'product' && !isOutcome(column) ? { ...column, role: 'unknown' } : column;
  });
}

const isWho =
  /^(?:(?:các )?(?:cơ quan|đơn vị|sở|ngành|địa phương|tổ chức)(?:,? ?(?:và )?(?:cơ quan|đơn vị|ban|ngành|địa phương|tổ chức))*)$/iu;

/** "Mục tiêu | Nhiệm vụ | Hoạt động" side by side: the last of them that all rows fill is the work, the others sort it. */
function withFinest(columns: Column[], rows: GridRow[], text: string): Column[] {
  const isFilled = (at: number): boolean =>
    !isNumeric(rows, at, text) &&
    rows.filter((row) => row[at] && cellText(row[at].cell, text) !== '').length >= rows.length * 0.8;
  return columns.map((column, at) => {
    const next = columns[at + 1];
    const sorts = next?.role === 'task' && ['task', 'target'].includes(column.role) && isFilled(at + 1);
    return sorts ? { ...column, role: 'unknown' } : column;
  });
}

/** Two columns for one year and level, as "Kịch bản 1" and "Kịch bản 2": their own words tell them apart. */
function withDistinct(columns: Column[]): Column[] {
  const sameAs = (one: Column, other: Column): boolean =>
    other.role === 'value' &&
    one.header !== other.header &&
    one.measure === other.measure &&
    one.year === other.year &&
    one.yearFrom === other.yearFrom &&
    one.tier === other.tier;
  return columns.map((column) =>
    column.role === 'value' &&
    column.words !== null &&
    columns.some((other) => other !== column && sameAs(column, other))
      ? { ...column, measure: column.words }
      : column,
  );
}

/** In a table of tasks without a column of times, the columns of months or quarters tell by their marks when the work goes on. */
function withMonths(columns: Column[]): Column[] {
  const has = (...roles: ColumnRole[]): boolean => columns.some((column) => roles.includes(column.role));
  const spans = columns.filter(({ stretch }) => stretch !== null).length;
  if (!has('task') || has('target', 'unit') || spans < 2) return columns;
  return columns.map((column) => (column.stretch === null ? column : { ...column, role: 'when' }));
}

/** "Chỉ tiêu sử dụng đất" above words, not figures, names the targets. */
function withWorded(columns: Column[], rows: GridRow[], text: string): Column[] {
  if (columns.some(({ role }) => role === 'target' || role === 'task')) return columns;
  const name = columns.findIndex(
    ({ role, header }, at) => role === 'value' && /^(?:các |tên )?chỉ tiêu/iu.test(header) && isWorded(rows, at, text),
  );
  return columns.map((column, at) => (at === name ? { ...column, role: 'target' } : column));
}

/** Where nobody is assigned anything, the words beside columns of planned figures name what is to be reached ("Sản phẩm"). */
function withNames(columns: Column[], rows: GridRow[], text: string): Column[] {
  const assigns = columns.some(({ role }) => ['target', 'lead', 'doers', 'coord', 'monitor', 'time'].includes(role));
  const figures = columns.some(
    ({ role, header }, at) => role === 'value' && plans.test(header.toLowerCase()) && isNumeric(rows, at, text),
  );
  if (assigns || !figures) return columns;
  const name = columns.findIndex(
    ({ role, header }, at) =>
      ['task', 'product', 'unknown'].includes(role) && header !== '' && !isNumeric(rows, at, text),
  );
  return columns.map((column, at) => (at === name ? { ...column, role: 'target' } : column));
}

/** Beside "Ước thực hiện năm 2025" the plan of 2025, or of a year before, is what was to be reached, not what is. */
function withoutReported(columns: Column[]): Column[] {
  const reported = columns.flatMap(({ role, year, header }) =>
    role === 'past' && year !== undefined && !/tháng|quý|đầu năm/iu.test(header) ? [year] : [],
  );
  const last = Math.max(0, ...reported);
  return columns.map((column) =>
    column.role === 'value' && column.year !== undefined && column.year <= last ? { ...column, role: 'past' } : column,
  );
}

/** A column of figures holds values whatever its heading ("Tỉnh Lam Hà"); "Nội dung" beside unit and values names targets. */
function withFigures(columns: Column[], rows: GridRow[], text: string): Column[] {
  const has = (...roles: ColumnRole[]): boolean => columns.some((column) => roles.includes(column.role));
  const targets = has('target') || (has('task') && has('unit') && has('value') && !has('lead', 'doers', 'time'));
  if (!targets) return columns;
  return columns.map((column, at) => {
    if (column.role === 'task' && !has('target')) return { ...column, role: 'target' };
    return column.role === 'unknown' && column.header !== '' && isNumeric(rows, at, text)
      ? { ...column, role: 'value' }
      : column;
  });
}

/** In a table of targets the "Kết quả" column holds the value to reach; in a table of tasks it is the product. */
function withTargetValues(columns: Column[]): Column[] {
  const targets =
    columns.some((column) => column.role === 'target') && !columns.some((column) => column.role === 'task');
  if (!targets) return columns;
  const hasValue = columns.some((column) => column.role === 'value');
  return columns.map((column) => {
    if (column.role === 'product' && !hasValue) return { ...column, role: 'value' };
    return ['lead', 'doers', 'monitor'].includes(column.role) ? { ...column, role: 'agency' } : column;
  });
}
