import { type Days, daysOfPeriod, type PeriodCode, type ReportingCalendar } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { cellText, type RawCell } from '../values/raw-cell.ts';
import { readPeriod } from '../values/read-period.ts';
import { type FigureValue, isBlank } from './figure.ts';
import type { FigureBasis, FigureSpan } from './figure-basis.ts';
import type { FoundColumns } from './figure-columns.ts';
import {
  type ColumnRole,
  columnLetters,
  type FigureMapping,
  type RowFault,
  type RowFaultCode,
} from './figure-import.ts';
import { readBasis, readSpan } from './figure-words.ts';
import type { Indicator } from './indicator.ts';
import { unitFactor } from './indicator-units.ts';
import { readTyped, type Typed } from './typed-number.ts';

/** A figure as a row of a file has it; `row` counts from 1. */
export type ListedFigure = FigureValue & {
  agencyId: string;
  indicatorId: string;
  line: string;
  period: PeriodCode;
  calendar: ReportingCalendar;
  periodTo: PlainDate;
  span: FigureSpan;
  basis: FigureBasis;
  reason: string;
  row: number;
  column: number;
};

/** One thing found, or why not. */
export type Looked<T> = { found: T } | { code: RowFaultCode; detail?: RowFault['detail'] };

/** What the register knows of the words of a file. */
export type ListCatalogue = {
  agency: (name: string, days: Days) => Looked<string>;
  indicator: (name: string) => Looked<Indicator>;
  line: (indicator: Indicator, words: string) => string;
  today: PlainDate;
};

export type ReadRow = { figures: ListedFigure[]; faults: RowFault[] };

type Cells = readonly RawCell[];
type Fault = Exclude<Looked<never>, { found: never }>;

/** Why a cell is not taken, on its way up to its row. */
class Faulty extends Error {
  readonly role: ColumnRole;
  readonly fault: Fault;

  constructor(role: ColumnRole, fault: Fault) {
    super(fault.code);
    this.role = role;
    this.fault = fault;
  }
}

function must<T>(role: ColumnRole, looked: Looked<T>): T {
  if ('found' in looked) return looked.found;
  throw new Faulty(role, looked);
}

/** What comes again and again is looked up once. */
function remembered<T>(look: (words: string) => T): (words: string) => T {
  const known = new Map<string, T>();
  return (words) => {
    const before = known.get(words);
    if (before !== undefined) return before;
    const found = look(words);
    known.set(words, found);
    return found;
  };
}

/** Reads the rows of one file, one after another. */
export class FigureRows {
  readonly #mapping: FigureMapping;
  readonly #at: FoundColumns;
  readonly #today: PlainDate;
  readonly #columns: { at: number; period?: PeriodCode }[];
  readonly #days: (period: string) => Days;
  readonly #agency: (period: string) => (name: string) => Looked<string>;
  readonly #indicator: (name: string) => Looked<Indicator>;
  readonly #period: (words: string) => Looked<PeriodCode>;
  readonly #line: (indicator: Indicator) => (words: string) => string;

  /** @param at where its columns stand in this file */
  constructor(mapping: FigureMapping, at: FoundColumns, catalogue: ListCatalogue) {
    const { calendar, year } = mapping.fixed;
    this.#mapping = mapping;
    this.#at = at;
    this.#today = catalogue.today;
    this.#columns = at.periods.length > 0 ? at.periods : [{ at: at.roles.get('value') ?? 0 }];
    this.#days = remembered((period) => daysOfPeriod(period, calendar));
    this.#agency = remembered((period) => remembered((name) => catalogue.agency(name, this.#days(period))));
    this.#indicator = remembered((name) => catalogue.indicator(name));
    this.#period = remembered((words) => {
      const found = readPeriod(words, year ?? undefined);
      return found === undefined ? { code: 'periodUnreadable' } : { found };
    });
    const lines = new Map<string, (words: string) => string>();
    this.#line = (indicator) => {
      const known = lines.get(indicator.id) ?? remembered((words) => catalogue.line(indicator, words));
      lines.set(indicator.id, known);
      return known;
    };
  }

  /** @param row as Excel counts, from 1 */
  read(row: number, cells: Cells): ReadRow {
    const found: ReadRow = { figures: [], faults: [] };
    for (const column of this.#columns)
      try {
        const figure = this.#figure(row, cells, column);
        if (figure) found.figures.push(figure);
      } catch (error) {
        if (!(error instanceof Faulty)) throw error;
        const fault = this.#faultOf(error, row, cells, column.at);
        // In the wide form one wrong agency is one fault, not twelve.
        if (!found.faults.some((one) => one.column === fault.column && one.code === fault.code))
          found.faults.push(fault);
      }
    return found;
  }

  /** undefined where nothing is written: a blank says nothing. */
  #figure(row: number, cells: Cells, column: { at: number; period?: PeriodCode }): ListedFigure | undefined {
    const held = cells[column.at];
    if (held === undefined || held === '') return undefined;
    const { fixed } = this.#mapping;
    const indicator = this.#indicatorOf(cells);
    const amount = this.#valueOf(held, indicator, this.#text(cells, 'unit'));
    if (isBlank(amount)) return undefined;
    const period = column.period ?? this.#periodOf(cells);
    const basis = this.#worded(cells, 'basis', readBasis, fixed.basis);
    const periodTo = this.#days(period).to;
    if (basis === 'final' && periodTo > this.#today) throw new Faulty('period', { code: 'periodNotOver' });
    const line = this.#text(cells, 'line');
    return {
      agencyId: this.#agencyOf(cells, period),
      indicatorId: indicator.id,
      line: line === '' ? '' : this.#line(indicator)(line),
      period,
      calendar: fixed.calendar,
      periodTo,
      span: this.#worded(cells, 'span', readSpan, fixed.span),
      basis,
      ...amount,
      reason: this.#text(cells, 'reason').slice(0, longestReason),
      row,
      column: column.at,
    };
  }

  #text(cells: Cells, role: ColumnRole): string {
    const at = this.#at.roles.get(role);
    return at === undefined ? '' : cellText(cells[at]).trim();
  }

  #indicatorOf(cells: Cells): Indicator {
    const words = this.#text(cells, 'indicator') || (this.#mapping.fixed.indicatorId ?? '');
    return must('indicator', words === '' ? { code: 'indicatorMissing' } : this.#indicator(words));
  }

  #periodOf(cells: Cells): PeriodCode {
    const words = this.#text(cells, 'period');
    if (words !== '') return must('period', this.#period(words));
    const { period } = this.#mapping.fixed;
    return must('period', period === null ? { code: 'periodMissing' } : { found: period });
  }

  #agencyOf(cells: Cells, period: PeriodCode): string {
    const words = this.#text(cells, 'agency');
    if (words !== '') return must('agency', this.#agency(period)(words));
    const { agencyId } = this.#mapping.fixed;
    return must('agency', agencyId === null ? { code: 'agencyMissing' } : { found: agencyId });
  }

  #worded<T>(cells: Cells, role: 'basis' | 'span', read: (words: string) => T | undefined, otherwise: T): T {
    const words = this.#text(cells, role);
    const found = words === '' ? otherwise : read(words);
    return must(role, found === undefined ? { code: role === 'basis' ? 'basisUnknown' : 'spanUnknown' } : { found });
  }

  #valueOf(cell: RawCell, indicator: Indicator, unit: string): FigureValue {
    const typed = valueIn(cell, indicator, unit);
    return must('value', 'fault' in typed ? { code: typed.fault } : { found: typed.figure });
  }

  #faultOf({ role, fault }: Faulty, row: number, cells: Cells, column: number): RowFault {
    const at = role === 'value' ? column : (this.#at.roles.get(role) ?? column);
    const value = cellText(cells[at]).slice(0, longestShown);
    return { row, column: columnLetters(at), value, code: fault.code, detail: fault.detail ?? {} };
  }
}

const longestReason = 1000;
const longestShown = 200;

/** What a formula gave when the workbook was saved counts as if it were typed. */
function valueIn(cell: RawCell, indicator: Indicator, unit: string): Typed {
  const held = typeof cell === 'object' ? cell.last : cell;
  if (typeof held === 'string')
    return readTyped(unit === '' || !/\d$/u.test(held) ? held : `${held} ${unit}`, indicator);
  const factor = unit === '' ? 1 : unitFactor(indicator, unit);
  if (factor === undefined) return { fault: 'unitUnknown' };
  return { figure: { value: Number((held * factor).toPrecision(15)), missing: null } };
}
