import type { PeriodCode } from '../values/period.ts';
import { cellText, type RawCell } from '../values/raw-cell.ts';
import { readPeriod } from '../values/read-period.ts';
import { fold, squeeze } from '../values/vietnamese.ts';
import { type ColumnRole, columnRoles, type FigureMapping, type ListColumn, type MappingGap } from './figure-import.ts';

/** Which column of a file is what: found again by the words at their heads, and guessed where nobody has said it yet. */

const headKey = (text: string): string => squeeze(fold(text).replace(/[^a-z0-9%/.-]+/g, ' '));

export type FoundColumns = {
  roles: ReadonlyMap<ColumnRole, number>;
  periods: { at: number; period: PeriodCode }[];
};

/** Gives the heads that this file does not have, where it lacks one. */
export function locateColumns(mapping: FigureMapping, head: readonly RawCell[]): FoundColumns | { missing: string[] } {
  const keys = head.map((cell) => headKey(cellText(cell)));
  const missing: string[] = [];
  const place = ({ header, at }: ListColumn): number => {
    const key = headKey(header);
    // A column without a head is known by its place alone.
    const found = (keys[at] ?? '') === key ? at : key === '' ? -1 : keys.indexOf(key);
    if (found < 0) missing.push(header);
    return found;
  };
  const roles = new Map<ColumnRole, number>();
  for (const role of columnRoles) {
    const column = mapping.columns[role];
    if (column) roles.set(role, place(column));
  }
  const periods = mapping.periodColumns.map(({ column, period }) => ({ at: place(column), period }));
  return missing.length > 0 ? { missing } : { roles, periods };
}

export function mappingGaps({ columns, periodColumns, fixed }: FigureMapping): MappingGap[] {
  const wide = periodColumns.length > 0;
  const gaps: [MappingGap, boolean][] = [
    ['agency', !columns.agency && fixed.agencyId === null],
    ['indicator', !columns.indicator && fixed.indicatorId === null],
    ['period', !wide && !columns.period && fixed.period === null],
    ['value', !wide && !columns.value],
  ];
  return gaps.filter(([, gap]) => gap).map(([role]) => role);
}

/** Heads as they are met, without accents; the first that fits a column has it. */
const headWords: readonly [ColumnRole, RegExp][] = [
  ['unit', /^(?:don vi tinh|dvt|d v t|unit)$/],
  [
    'agency',
    /^(?:ma |ten )?(?:co quan|don vi|noi bao cao|so nganh|dia phuong|xa phuong|agency)(?: bao cao| thuc hien| gui)?$/,
  ],
  ['line', /^(?:dong|phan to|phan theo|chi tiet|nhom|trong do|line|breakdown)$/],
  ['indicator', /^(?:ma |ten )?(?:chi tieu|indicator)(?: bao cao| thong ke)?$/],
  ['period', /^(?:ma )?(?:ky|ky bao cao|ky so lieu|thoi gian|thoi ky|thang|quy|nam|period)$/],
  ['span', /^(?:luy ke|trong ky luy ke|cach tinh|pham vi|span)$/],
  ['basis', /^(?:loai|loai so|loai so lieu|tinh chat|tinh chat so lieu|basis)$/],
  ['value', /^(?:gia tri|so lieu|ket qua|thuc hien|so|ket qua thuc hien|value)$/],
  ['reason', /^(?:ly do|ghi chu|giai trinh|thuyet minh|reason|note)$/],
];

const mostHeadRow = 20;

/** A first mapping for a file: the row with the most heads that are known, and what they say. */
export function guessMapping(
  rows: readonly (readonly RawCell[])[],
  from: { sheet: string | null; year: number | null },
): FigureMapping {
  const guesses = rows.slice(0, mostHeadRow).map((row, headerRow) => ({ headerRow, ...columnsOf(row, from.year) }));
  const known = (guess: (typeof guesses)[number]) => Object.keys(guess.columns).length + guess.periodColumns.length;
  const best = guesses.reduce((one, other) => (known(other) > known(one) ? other : one), {
    headerRow: 0,
    columns: {},
    periodColumns: [],
  } as (typeof guesses)[number]);
  return {
    sheet: from.sheet,
    ...best,
    fixed: {
      agencyId: null,
      indicatorId: null,
      period: null,
      year: from.year,
      calendar: 'administrative',
      span: 'period',
      basis: 'final',
    },
  };
}

function columnsOf(row: readonly RawCell[], year: number | null): Pick<FigureMapping, 'columns' | 'periodColumns'> {
  const columns: FigureMapping['columns'] = {};
  const periodColumns: FigureMapping['periodColumns'] = [];
  for (const [at, cell] of row.entries()) {
    const header = cellText(cell).slice(0, 300);
    const key = headKey(header);
    const role = headWords.find(([one, words]) => !columns[one] && words.test(key))?.[0];
    if (role) columns[role] = { header, at };
    else {
      const period = key === '' ? undefined : readPeriod(header, year ?? undefined);
      if (period !== undefined) periodColumns.push({ column: { header, at }, period });
    }
  }
  // One head that reads as a period is no wide form where there is a column of values beside it.
  return columns.value ? { columns, periodColumns: [] } : { columns, periodColumns };
}
