import type { Criterion } from '../registry/emulation-scale.ts';
import type { Person } from '../registry/may.ts';
import { placesOf, scoreOf } from '../registry/scorecard.ts';
import type { PeerGroup, RankedAgency, RankingPage } from '../registry/scorecard-page.ts';
import { rankingColumns, rankingSheetName } from '../report/ranking-sheet.ts';
import { sheetOf } from '../report/sheet-column.ts';
import { peerGroupsIn, peersIn, provinceOf } from '../store/scorecards.ts';
import { compareVietnamese } from '../values/vietnamese.ts';
import { type App, inOneReading } from './app.ts';
import { type ExportAs, type ExportedFile, fileOf } from './export-findings.ts';
import { gatherScored, peerName, type ScorecardQuery, spanOf } from './scorecards.ts';

/** Agencies of one kind beside one another: a department is never measured against a commune. */

export type RankingSort = 'score' | 'name' | Criterion;
export type RankingQuery = ScorecardQuery &
  PeerGroup & {
    /** An agency of the province that is meant; without, the person's own. */
    near?: string | undefined;
    sort: RankingSort;
    order: 'asc' | 'desc';
  };

export const getRanking = (app: App, person: Person, query: RankingQuery): Promise<RankingPage> =>
  inOneReading(app, async (one) => rankingOf(one, person, query));

async function rankingOf(
  app: App,
  { posts }: Person,
  { kind, tier, near, sort, order, ...query }: RankingQuery,
): Promise<RankingPage> {
  const { db, clock } = app;
  const { day } = spanOf(clock, query);
  const province = await provinceOf(db, near ?? posts[0]?.agencyId ?? '');
  const ids = await peersIn(db, province?.id ?? null, { kind, tier }, day);
  const { judging, peers, agencies } = await gatherScored(app, ids, query);
  const { judged, days } = judging;
  const names = new Map(peers.map((peer) => [peer.id, peerName(peer)]));
  const scores = agencies.map((agency) => scoreOf(agency, days, judged.rules));
  const places = placesOf(scores.map(({ score }) => score));
  const rows = agencies.flatMap(({ id }, at): RankedAgency[] => {
    const score = scores[at];
    return score ? [{ agency: { id, name: names.get(id) ?? id }, place: places[at] ?? null, score }] : [];
  });
  return {
    ...judged,
    ...{ group: { kind, tier }, province, groups: await peerGroupsIn(db, province?.id ?? null, judged.last) },
    rows: sorted(rows, sort, order),
  };
}

/** What has nothing to be compared by stands last, whichever way. */
function sorted(rows: readonly RankedAgency[], sort: RankingSort, order: 'asc' | 'desc'): RankedAgency[] {
  const way = order === 'asc' ? 1 : -1;
  const measured = ({ score }: RankedAgency): number | null =>
    sort === 'score' || sort === 'name'
      ? score.score
      : (score.criteria.find(({ criterion }) => criterion === sort)?.share ?? null);
  const byName = (a: RankedAgency, b: RankedAgency) => compareVietnamese(a.agency.name, b.agency.name);
  if (sort === 'name') return rows.toSorted((a, b) => way * byName(a, b));
  return rows.toSorted((a, b) => {
    const [one, other] = [measured(a), measured(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null) || byName(a, b);
    return way * (one - other) || byName(a, b);
  });
}

export async function exportRanking(
  app: App,
  person: Person,
  query: RankingQuery,
  as: Omit<ExportAs<never>, 'columns'>,
): Promise<ExportedFile> {
  const { rows } = await getRanking(app, person, query);
  return fileOf(sheetOf(rankingSheetName[as.language], rankingColumns, once(rows), as.language), as);
}

async function* once<T>(rows: T[]): AsyncGenerator<T[]> {
  yield rows;
}
