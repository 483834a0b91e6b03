import type { FigureSheet, GridCell, GridLine } from '../../../src/registry/cell.ts';
import { type CellCheck, checkCell, sayingOf, surroundingsOf } from '../../../src/registry/cell-checks.ts';
import { checkedLines } from '../../../src/registry/checked-lines.ts';
import { deriveFigure, formulasOf } from '../../../src/registry/derived-cells.ts';
import { blank, type FigureKey, type FigureValue, figureKey } from '../../../src/registry/figure.ts';
import type { FigureBasis, FigureSpan } from '../../../src/registry/figure-basis.ts';
import { inOtherSpan, otherSpanOf } from '../../../src/registry/span-values.ts';
import { type Forecast, forecastYear, shareOfPlan } from '../../../src/registry/trend.ts';
import type { CellsDesk } from './use-cells.ts';

/** A sheet as it stands with what is typed: derived figures computed, numbers looked over, the other span beside. */

export type Kind = { span: FigureSpan; basis: FigureBasis };
export type LiveCell = GridCell & { checks: CellCheck[]; derived: boolean };
export type LiveLine = Omit<GridLine, 'cells'> & {
  cells: LiveCell[];
  /** The one that earlier periods and the plan are compared with. */
  main: LiveCell | undefined;
  /** Since the year began, reported or computed: what a plan of the year is compared with. */
  toDate: number | null;
  /** The span that is not asked for, of what is summed; without a figure while what it follows from is not known. */
  other: (Kind & { figure: FigureValue | undefined }) | undefined;
  share: number | undefined;
};

/** The kinds of figures that a sheet asks for, in the order they come. */
export function kindsOf(sheet: FigureSheet): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { cells } of sheet.lines)
    for (const { span, basis } of cells) kinds.set(kindKey({ span, basis }), { span, basis });
  return [...kinds.values()];
}

/** What nobody is asked for, but follows from what is. */
export function computedKinds(sheet: FigureSheet, lines: readonly LiveLine[]): Kind[] {
  const asked = new Set(kindsOf(sheet).map(kindKey));
  const kinds = new Map<string, Kind>();
  for (const { other } of lines)
    if (other && !asked.has(kindKey(other))) kinds.set(kindKey(other), { span: other.span, basis: other.basis });
  return [...kinds.values()];
}

export const kindKey = ({ span, basis }: Kind): string => `${span} ${basis}`;

/** As it is written down in a cell: a computed one where its indicator is derived, else what is typed. */
function figureReader(sheet: FigureSheet, said: CellsDesk['said']): (cell: GridCell, derived: boolean) => FigureValue {
  const formulas = formulasOf(Object.entries(sheet.formulas));
  const elsewhere = new Map(sheet.elsewhere.map((one) => [figureKey(one), one]));
  const known = (key: FigureKey): FigureValue | undefined => said(key) ?? elsewhere.get(figureKey(key));
  return (cell, derived) =>
    derived && formulas.size > 0 ? deriveFigure(cell, formulas, known) : (known(cell) ?? blank);
}

/** What the names of a sheet's lines are about stays as it is while numbers are typed. */
const sayings = new WeakMap<FigureSheet['formulas'], Map<string, string>>();

function sayingFor({ formulas }: FigureSheet): (name: string) => string {
  const known = sayings.get(formulas) ?? new Map<string, string>();
  sayings.set(formulas, known);
  return (name) => {
    const said = known.get(name) ?? sayingOf(name);
    known.set(name, said);
    return said;
  };
}

export function liveLines(sheet: FigureSheet, said: CellsDesk['said']): LiveLine[] {
  const read = figureReader(sheet, said);
  const lines: GridLine[] = sheet.lines.map((line) => ({
    ...line,
    cells: line.cells.map((cell) => {
      const { value, missing } = read(cell, line.formula !== null);
      return { ...cell, value, missing, reason: said(cell)?.reason ?? cell.reason };
    }),
  }));
  const checked = checkedLines(lines);
  const around = surroundingsOf(checked, sheet.period, sayingFor(sheet));
  return lines.map((line, at) => {
    const [looked, beside] = [checked[at], around[at]];
    const cells = line.cells.map((cell, index): LiveCell => {
      const own = looked?.cells[index];
      return {
        ...cell,
        derived: line.formula !== null,
        checks: own && looked && beside ? checkCell(own, looked, beside) : [],
      };
    });
    return withTrend({ ...line, cells });
  });
}

function withTrend(line: Omit<GridLine, 'cells'> & { cells: LiveCell[] }): LiveLine {
  const main = line.cells.find(({ span }) => span === 'toDate') ?? line.cells[0];
  if (!main) return { ...line, main, toDate: null, other: undefined, share: undefined };
  const other = otherSpanOf(main.span);
  const isComputed = line.cumulative && main.basis !== 'planned' && !line.cells.some(({ span }) => span === other);
  const figure = isComputed ? inOtherSpan(main, main.beside.toDateBefore) : undefined;
  const toDate = main.span === 'toDate' || !line.cumulative ? main.value : (figure?.value ?? null);
  return {
    ...line,
    main,
    toDate,
    other: isComputed ? { span: other, basis: main.basis, figure } : undefined,
    share: shareOfPlan(toDate, line.plan?.value ?? null),
  };
}

export const forecastOf = ({ main, toDate, cumulative }: LiveLine, { period }: FigureSheet): Forecast | undefined =>
  main &&
  forecastYear({
    ...{ period, value: toDate, summed: cumulative },
    lastYear: main.beside.lastYear ?? undefined,
    history: main.beside.history,
  });
