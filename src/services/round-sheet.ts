import { aggregate, aggregationOf } from '../registry/aggregate.ts';
import type { Cell } from '../registry/cell.ts';
import { deriveWhole, isWideTier, type WholePart } from '../registry/derived-wholes.ts';
import { blank, type FigureKey, type FigureValue, figureKey } from '../registry/figure.ts';
import { isFault, parseFormula } from '../registry/formula.ts';
import type { Indicator } from '../registry/indicator.ts';
import type { RoundColumn, RoundSheet } from '../registry/round-sheet.ts';
import { inOtherSpan, otherSpanOf, toDateBefore } from '../registry/span-values.ts';
import { agenciesByIds } from '../store/agencies.ts';
import { cellsOfSubmissions } from '../store/cells.ts';
import type { Db } from '../store/database.ts';
import { figureSeries } from '../store/figure-series.ts';
import { submissionsOfRound } from '../store/filled-submissions.ts';
import { listIndicators } from '../store/indicators.ts';
import { findRound } from '../store/rounds.ts';
import { type PeriodCode, parsePeriod, type ReportingCalendar } from '../values/period.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneTransaction } from './app.ts';
import { today } from './clock.ts';
import { weightsOf } from './figures.ts';

/** The figures of a round, agencies beside one another: what was asked, and of what is summed the other span as it follows from that. */

type Catalogue = ReadonlyMap<string, Indicator>;
type Submission = { askedId: string };
/** Under whom its figures stand, whoever has taken its report over since. */
type Row = RoundSheet['rows'][number] & Submission;
/** One column: what it is of, and where it is computed, what was asked in its place. */
type Shown = { key: FigureKey; asked: FigureKey | null };

export const getRoundSheet = (app: App, roundId: string): Promise<RoundSheet> =>
  inOneTransaction(app, async ({ db }) => {
    const found = await findRound(db, roundId);
    if (!found) throw new Refusal('notFound');
    const { period, calendar, to: periodTo } = found.round;
    const submissions = await submissionsOfRound(db, roundId, today(app.clock));
    const cells = await cellsOfSubmissions(db, submissions);
    const keyed = new Map(
      [...cells].map(([id, own]) => [id, new Map(own.map((cell) => [figureKey(cell), cell]))] as const),
    );
    const catalogue = new Map((await listIndicators(db)).map((one) => [one.id, one]));
    const wanted = columnsOf([...cells.values()].flat(), catalogue);
    const before = await beforeOf(db, { period, calendar }, { submissions, shown: wanted });
    // What follows for nobody is no column.
    const shown = wanted.filter(
      ({ key, asked }) => asked === null || submissions.some(({ askedId }) => before(askedId, key) !== null),
    );
    const rows = submissions.map(({ id, askedId, agency, stage, sentAt }) => ({
      ...{ submissionId: id, askedId, agency, stage, sentAt },
      cells: shown.map(({ key, asked }): FigureValue | null => {
        const cell = keyed.get(id)?.get(figureKey(asked ?? key));
        if (!cell) return null;
        if (asked) return inOtherSpan(cell, before(askedId, key)) ?? blank;
        return { value: cell.value, missing: cell.missing };
      }),
    }));
    const sent = rows.flatMap(({ askedId, cells: own }) =>
      shown.flatMap(({ key, asked }, at) =>
        own[at] && !asked ? [{ ...key, period, periodTo, ...own[at], agencyId: askedId }] : [],
      ),
    );
    const totals: Total[] = [];
    for (const [at, { key, asked }] of shown.entries()) {
      const indicator = catalogue.get(key.indicatorId);
      const own = sent.filter(({ indicatorId }) => indicatorId === indicator?.weightIndicatorId);
      const weightOf = await weightsOf(db, indicator, { sent: own });
      const weighed = (agencyId: string) => weightOf({ period, periodTo, line: key.line, agencyId });
      totals.push(totalOf({ key, at, indicator, weighed, computed: asked !== null }, rows));
    }
    const columns = await withFormulas(db, totals, { rows, catalogue });
    return { period, columns, rows: rows.map(({ askedId: _, ...row }) => row) };
  });

/** In the order in which they were asked for; each that is summed is followed by its other span, unless that was asked, too. */
function columnsOf(cells: readonly Cell[], catalogue: Catalogue): Shown[] {
  const keys = new Map<string, FigureKey>();
  for (const { indicatorId, line, span, basis } of cells) {
    const key = { indicatorId, line, span, basis };
    keys.set(figureKey(key), key);
  }
  return [...keys.values()].flatMap((key): Shown[] => {
    const other = { ...key, span: otherSpanOf(key.span) };
    const isComputed =
      key.basis !== 'planned' && catalogue.get(key.indicatorId)?.cumulative && !keys.has(figureKey(other));
    return isComputed
      ? [
          { key, asked: null },
          { key: other, asked: key },
        ]
      : [{ key, asked: null }];
  });
}

type When = { period: PeriodCode; calendar: ReportingCalendar };
type Columns = { submissions: readonly Submission[]; shown: readonly Shown[] };

/** How far the year was before the period, by what each agency had reported. */
async function beforeOf(
  db: Db,
  { period, calendar }: When,
  { submissions, shown }: Columns,
): Promise<(agencyId: string, key: FigureKey) => number | null> {
  const year = parsePeriod(period)?.from.year;
  const lines = shown.filter(({ asked }) => asked !== null).map(({ key }) => key);
  const known = toDateBefore(period, []);
  if (year === undefined || known !== null || lines.length === 0) return () => known;
  const keys = submissions.flatMap(({ askedId }) =>
    lines.map(({ indicatorId, line }) => ({ agencyId: askedId, indicatorId, line, calendar })),
  );
  const sums = new Map<string, number | null>();
  for (const { values, ...of } of await figureSeries(db, keys, `${year}-01-01`)) {
    const reported = values.map(({ value, ...one }) => ({ ...one, figure: { value, missing: null } }));
    sums.set(lineKey(of), toDateBefore(period, reported));
  }
  return (agencyId, { indicatorId, line }) => sums.get(lineKey({ agencyId, indicatorId, line })) ?? null;
}

const lineKey = ({ agencyId, indicatorId, line }: { agencyId: string; indicatorId: string; line: string }): string =>
  [agencyId, indicatorId, line].join('\t');

type Column = {
  key: FigureKey;
  at: number;
  indicator: Indicator | undefined;
  computed: boolean;
  weighed: (agencyId: string) => FigureValue | undefined;
};

/** A column, and whose figures its total rests on; of one agency alone its own figure. */
type Total = { column: RoundColumn; value: number | null; agencies: readonly string[] };

function totalOf({ key, at, indicator, computed, weighed }: Column, rows: readonly Row[]): Total {
  const figures = rows.flatMap(({ askedId, sentAt, cells }) => {
    const figure = cells[at];
    const weight = weighed(askedId);
    return figure ? [{ agencyId: askedId, figure, at: sentAt ?? '', ...(weight && { weight }) }] : [];
  });
  const rule = indicator ? aggregationOf(indicator) : 'none';
  const whole = aggregate(rule, figures);
  const column = {
    ...{ ...key, rule, computed },
    name: indicator?.name ?? key.indicatorId,
    unit: indicator?.unit ?? null,
    decimals: indicator?.decimals ?? null,
    whole: whole
      ? { ...whole.figure, counted: whole.counted.length, lacking: whole.lacking.length, formula: false }
      : null,
  };
  const [only] = figures;
  if (figures.length === 1 && only) return { column, value: only.figure.value, agencies: [only.agencyId] };
  const isKnown = whole !== undefined && whole.lacking.length === 0;
  return { column, value: isKnown ? whole.figure.value : null, agencies: whole?.counted ?? [] };
}

type OfSheet = { rows: readonly Row[]; catalogue: Catalogue };

/** What does not add up, but follows by formula from columns that do. */
async function withFormulas(db: Db, totals: readonly Total[], { rows, catalogue }: OfSheet): Promise<RoundColumn[]> {
  const formulaOf = ({ indicatorId }: FigureKey) => {
    const text = catalogue.get(indicatorId)?.formula ?? null;
    const formula = text === null ? undefined : parseFormula(text);
    return formula && !isFault(formula) ? formula : undefined;
  };
  if (!totals.some(({ column }) => column.whole === null && formulaOf(column))) return totals.map((one) => one.column);
  const agencies = await agenciesByIds(
    db,
    rows.map(({ askedId }) => askedId),
  );
  const wide = new Set(agencies.filter(({ tier }) => isWideTier(tier)).map(({ id }) => id));
  const keyed = new Map(totals.map((one) => [figureKey(one.column), one]));
  const partAt = (key: FigureKey): WholePart | undefined => {
    const found = keyed.get(figureKey(key));
    if (found) {
      const { value, agencies: own } = found;
      return value === null
        ? undefined
        : { value, agencies: own, wide: own.every((id) => wide.has(id)), basis: key.basis };
    }
    // What stands as it is, is the same since the year began.
    const isSummed = catalogue.get(key.indicatorId)?.cumulative !== false;
    return key.span === 'toDate' && !isSummed ? partAt({ ...key, span: 'period' }) : undefined;
  };
  return totals.map(({ column }) => {
    const formula = column.whole === null ? formulaOf(column) : undefined;
    const result = formula && deriveWhole(formula, column.line, (of) => partAt({ ...column, ...of }));
    if (!result) return column;
    return {
      ...column,
      whole: { value: result.value, missing: null, counted: result.agencies.length, lacking: 0, formula: true },
    };
  });
}
