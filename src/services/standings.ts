import { askedOf, type IndicatorPoint, territoryOf } from '../registry/indicator-line.ts';
import type { Named } from '../registry/named.ts';
import { type Sparkline, sparklineOf } from '../registry/sparkline.ts';
import type { StandingFacts, StandingState } from '../registry/standing.ts';
import { standingOf } from '../registry/standing.ts';
import { storyOf } from '../registry/standing-story.ts';
import { groupOf, type PillarOrNone, pillarOf } from '../registry/target-pillar.ts';
import type { JudgedTarget, ListedStanding, PlanFilter } from '../registry/target-standing.ts';
import type { TargetStory } from '../registry/target-story.ts';
import { sheetOf } from '../report/sheet-column.ts';
import { standingSheet, standingSheetName } from '../report/standing-sheet.ts';
import { pointsBeside } from '../store/indicator-points.ts';
import { agencyNamesOn } from '../store/names.ts';
import { findTargetPath } from '../store/path-rules.ts';
import { confidenceIn, type TargetKey, type TargetToJudge, targetsToJudge } from '../store/standings.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneReading } from './app.ts';
import { today } from './clock.ts';
import { type ExportAs, type ExportedFile, fileOf } from './export-findings.ts';
import { standingsOf } from './kept-standings.ts';

/** Where each target of a plan stands. */

export const judge = ({ facts, ...target }: TargetToJudge, day: PlainDate): JudgedTarget => ({
  ...target,
  standing: standingOf(facts, day),
});

export type StandingQuery = PlanFilter & {
  state: readonly StandingState[];
  agency: readonly string[];
  atRisk: boolean;
  pillar: readonly PillarOrNone[];
  group: readonly string[];
  asOf?: PlainDate | undefined;
};

export type Page = { offset: number; limit: number };

/** Whoever is named by id on this page is named in full beside it. */
export type StandingPage = { total: number; rows: ListedStanding[]; agencies: Named[] };

export const listStandings = (app: App, query: StandingQuery, { offset, limit }: Page): Promise<StandingPage> =>
  inOneReading(app, async (one) => {
    const { db, clock } = one;
    const { document, year, tier, asOf } = query;
    const day = asOf ?? today(clock);
    const plan = { document, year, tier };
    const all = await standingsOf(one, { plan, days: [day] });
    const found = all
      .flatMap(({ target, standings: [standing] }) => (standing ? { ...target, standing } : []))
      .filter((judged) => isWanted(judged, query));
    const shown = await confidenceIn(db, found.slice(offset, offset + limit));
    const lines = new Map<string, Sparkline>();
    for (const { facts, ...target } of await targetsToJudge(db, plan, { from: day, day, among: shown }))
      lines.set(keyOf(target), sparklineOfTarget(facts, day));
    const rows = shown.map((row) => ({ ...row, sparkline: lines.get(keyOf(row)) ?? [] }));
    const ids = [...new Set(rows.flatMap((row) => [...row.agencyIds, ...row.standing.agencyIds]))];
    const names = await agencyNamesOn(db, ids, day);
    return { total: found.length, rows, agencies: ids.map((id) => ({ id, name: names.get(id) ?? id })) };
  });

const keyOf = ({ documentId, id }: TargetKey): string => `${documentId} ${id}`;

const sparklineOfTarget = ({ figures, rule, indicator }: StandingFacts, day: PlainDate, months?: number): Sparkline =>
  sparklineOf(figures, { aggregation: rule, summed: indicator?.cumulative ?? false }, day, months);

/** As many years as are read for a judgement. */
const monthsCompared = 60;

/** Exactly the targets that a query lists, with what each state follows from. */
export async function exportStandings(
  app: App,
  query: StandingQuery,
  as: Omit<ExportAs<never>, 'columns'>,
): Promise<ExportedFile> {
  const { rows, agencies } = await listStandings(app, query, { offset: 0, limit: Number.MAX_SAFE_INTEGER });
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  const named = rows.map((row) => ({ ...row, agencyNames: row.agencyIds.map((id) => names.get(id) ?? id) }));
  return fileOf(sheetOf(standingSheetName[as.language], standingSheet, once(named), as.language), as);
}

async function* once<T>(rows: T[]): AsyncGenerator<T[]> {
  yield rows;
}

/** One target with everything that its page shows. */
export const getTargetStanding = (
  app: App,
  { documentId, targetId }: { documentId: string; targetId: string },
  asOf?: PlainDate | undefined,
): Promise<TargetStory> =>
  inOneReading(app, async ({ db, clock }) => {
    const day = asOf ?? today(clock);
    const plan = { document: [documentId], year: null, tier: [], target: targetId };
    const [found] = await targetsToJudge(db, plan, { from: day, day });
    if (!found) throw new Refusal('notFound');
    const [target] = await confidenceIn(db, [judge(found, day)]);
    if (!target) throw new Refusal('notFound');
    const names = await agencyNamesOn(db, [...new Set([...target.agencyIds, ...target.standing.agencyIds])], day);
    const path = await findTargetPath(db, documentId, targetId);
    const points = found.indicatorId === null ? [] : await pointsBeside(db, found, asOf);
    const own = points.find((one) => one.documentId === documentId && one.id === targetId);
    return {
      target,
      agencies: [...names].map(([id, name]) => ({ id, name })),
      story: storyOf(found.facts, day),
      monthly: sparklineOfTarget(found.facts, day, monthsCompared),
      steps: own ? stepsBeside(own, points, found) : [],
      path: path ? { method: path.method, points: [...path.points], version: path.version } : null,
    };
  });

/** What the documents of the same place ask for. */
function stepsBeside(
  own: IndicatorPoint,
  points: readonly IndicatorPoint[],
  { facts }: TargetToJudge,
): TargetStory['steps'] {
  const place = territoryOf(own.issuer);
  return points.flatMap((point) => {
    const same = territoryOf(point.issuer) === place;
    const asked = same && facts.indicator ? askedOf(facts.indicator, point) : null;
    if (!asked || point.year === null) return [];
    const { documentId, id, documentNumber, quote, year } = point;
    return [{ documentId, id, documentNumber, quote, year, value: asked.value }];
  });
}

function isWanted(target: JudgedTarget, { state, agency, atRisk, pillar, group }: StandingQuery): boolean {
  const { standing, agencyIds } = target;
  if (pillar.length > 0 && !pillar.includes(pillarOf(target))) return false;
  if (group.length > 0 && !group.includes(groupOf(target))) return false;
  if (state.length > 0 && !state.includes(standing.state)) return false;
  if (agency.length > 0 && !agency.some((id) => agencyIds.includes(id))) return false;
  return !atRisk || (standing.state === 'behind' && standing.degree === 'far' && !standing.ended);
}
