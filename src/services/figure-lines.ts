import type { Cell, CellRemark, GridLine, Plan } from '../registry/cell.ts';
import { besideOf } from '../registry/cell-beside.ts';
import { computable, formulasOf } from '../registry/derived-cells.ts';
import { type Figure, figureKey } from '../registry/figure.ts';
import type { FigureBasis } from '../registry/figure-basis.ts';
import { isFault, parseFormula, referencesOf } from '../registry/formula.ts';
import type { Indicator } from '../registry/indicator.ts';
import { askedOf } from '../registry/indicator-line.ts';
import type { Reported } from '../registry/span-values.ts';
import type { Db } from '../store/database.ts';
import { figuresOfAgency } from '../store/figures.ts';
import type { AskedFigures } from '../store/held-submissions.ts';
import { indicatorsByIds } from '../store/indicators.ts';
import { plansOfAgency } from '../store/plans.ts';
import { type PeriodCode, parsePeriod } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** The cells of a submission as rows of lines, each with what stands beside it. */

const yearsBack = 3;
const byTrust: readonly FigureBasis[] = ['final', 'preliminary', 'estimated'];

export type SheetLines = {
  lines: GridLine[];
  formulas: Record<string, string>;
  /** The agency's approved figures of the same period, under what they are of. */
  now: Figure[];
};

export async function figureLines(
  db: Db,
  { askedId, askedProvince, period, calendar, to }: Omit<AskedFigures, 'id' | 'province'>,
  { cells, remarks, day }: { cells: readonly Cell[]; remarks: ReadonlyMap<string, CellRemark[]>; day: PlainDate },
): Promise<SheetLines> {
  const catalogue = await indicatorsBehind(db, cells);
  const behind = formulasIn(catalogue);
  const year = yearOf(period, to);
  const figures = await figuresOfAgency(
    db,
    { agencyId: askedId, province: askedProvince },
    {
      indicatorIds: [...new Set([...cells.map(({ indicatorId }) => indicatorId), ...namedIn(behind)])],
      ...{ calendar, since: `${year - yearsBack}-01-01` },
    },
  );
  const plans = await plansOf(db, { agencyId: askedId, year, day }, catalogue);
  const reported = reportedByLine(figures);
  const now = figures.filter((figure) => figure.period === period);
  const there = new Set([...cells, ...now].map(({ indicatorId }) => indicatorId));
  const able = computable(formulasOf(Object.entries(behind)), there);
  const formulas = Object.fromEntries(Object.entries(behind).filter(([id]) => able.has(id)));
  const lines = new Map<string, GridLine>();
  for (const cell of cells) {
    const indicator = catalogue.get(cell.indicatorId);
    if (!indicator) continue;
    const key = lineKey(cell);
    const line = lines.get(key) ?? {
      ...lineOf(indicator, cell.line),
      formula: formulas[indicator.id] ?? null,
      plan: plans.get(key) ?? null,
      cells: [],
    };
    const beside = besideOf({ period, span: cell.span }, reported.get(key) ?? [], indicator.cumulative);
    lines.set(key, line);
    line.cells.push({ ...cell, beside, remarks: remarks.get(figureKey(cell)) ?? [] });
  }
  return { lines: [...lines.values()], formulas, now };
}

const lineKey = ({ indicatorId, line }: { indicatorId: string; line: string }): string => `${indicatorId}\t${line}`;

const yearOf = (period: PeriodCode, to: PlainDate): number => parsePeriod(period)?.to.year ?? Number(to.slice(0, 4));

const lineOf = (indicator: Indicator, line: string): Omit<GridLine, 'formula' | 'plan' | 'cells'> => {
  const { name, unit, unitFactors, measure, direction, cumulative, decimals, breakdowns, pillar } = indicator;
  const said = { name, unit, unitFactors, measure, direction, cumulative, decimals, breakdowns, pillar };
  return { indicatorId: indicator.id, line, ...said };
};

/** Those of the cells, and those that these follow from. */
async function indicatorsBehind(db: Db, cells: readonly Cell[]): Promise<Map<string, Indicator>> {
  const found = new Map<string, Indicator>();
  let wanted = new Set(cells.map(({ indicatorId }) => indicatorId));
  while (wanted.size > 0) {
    const next = await indicatorsByIds(db, [...wanted]);
    for (const one of next) found.set(one.id, one);
    wanted = new Set(namedIn(formulasIn(new Map(next.map((one) => [one.id, one])))).filter((id) => !found.has(id)));
  }
  return found;
}

const formulasIn = (catalogue: ReadonlyMap<string, Indicator>): Record<string, string> =>
  Object.fromEntries([...catalogue].flatMap(([id, { formula }]) => (formula ? [[id, formula]] : [])));

const namedIn = (formulas: Record<string, string>): string[] =>
  Object.values(formulas).flatMap((text) => {
    const formula = parseFormula(text);
    return isFault(formula) ? [] : referencesOf(formula).map(({ indicatorId }) => indicatorId);
  });

/** One for each period and span: the one that is trusted most. What was planned is no report. */
function reportedByLine(figures: readonly Figure[]): Map<string, Reported[]> {
  const best = new Map<string, Figure>();
  for (const figure of figures) {
    if (figure.basis === 'planned') continue;
    const key = [lineKey(figure), figure.period, figure.span].join('\t');
    const other = best.get(key);
    if (!other || byTrust.indexOf(figure.basis) < byTrust.indexOf(other.basis)) best.set(key, figure);
  }
  const lines = new Map<string, Reported[]>();
  for (const { period, span, value, missing, ...of } of best.values())
    lines.set(lineKey(of), [...(lines.get(lineKey(of)) ?? []), { period, span, figure: { value, missing } }]);
  return lines;
}

/** By line: what a document asks for in the year. */
async function plansOf(
  db: Db,
  asked: { agencyId: string; year: number; day: PlainDate },
  catalogue: ReadonlyMap<string, Indicator>,
): Promise<Map<string, Plan>> {
  const plans = new Map<string, Plan>();
  for (const target of await plansOfAgency(db, asked)) {
    const indicator = catalogue.get(target.indicatorId);
    const wanted = indicator && askedOf(indicator, target);
    if (!wanted) continue;
    const { documentId, documentNumber, targetId } = target;
    plans.set(lineKey(target), { value: wanted.value, documentId, documentNumber, targetId });
  }
  return plans;
}
