import { randomUUID } from 'node:crypto';
import { nameOutside } from '../registry/agency.ts';
import { stateDay } from '../registry/duty-state.ts';
import { type Criterion, type EmulationScale, proposedRules, scaleOn } from '../registry/emulation-scale.ts';
import { may, type Person } from '../registry/may.ts';
import { type Counted, countedBy, type ScoredAgency, type ScoredDays, scoreOf } from '../registry/scorecard.ts';
import type { Judged, ScorecardItem, ScorecardPage } from '../registry/scorecard-page.ts';
import { scorecardNotice, scorecardValues } from '../report/scorecard-document.ts';
import { recordActions } from '../store/actions.ts';
import { agenciesAbove } from '../store/agency-reach.ts';
import type { Counting } from '../store/calendar.ts';
import type { Db } from '../store/database.ts';
import { provincesOfAgencies } from '../store/provinces.ts';
import { factsToScore, type Peer, type ScoredSpan, wordsOfItems } from '../store/scorecards.ts';
import type { DocumentFormat } from '../values/document-format.ts';
import { daysOfPeriod, type PeriodCode } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneReading } from './app.ts';
import { type Clock, today } from './clock.ts';
import { type DocumentFile, documentFile, type NamedOutgoing } from './document-file.ts';
import { issuerOf } from './document-issuer.ts';
import type { Issuer } from './issuer-facts.ts';
import { type KeepingApp, keptStandings, type StoodTarget } from './kept-standings.ts';
import { rulesOf, workSetting } from './work-day.ts';

/** How agencies did in a period, counted from what is recorded. */

export type ScorecardQuery = { period: PeriodCode; asOf?: PlainDate | undefined };

export type ScoringApp = KeepingApp & Pick<App, 'clock'>;
export type Judging = { judged: Judged; days: ScoredDays };
export type Scored = { judging: Judging; peers: Peer[]; agencies: ScoredAgency[] };

export function spanOf(clock: Clock, { period, asOf: asked }: ScorecardQuery): ScoredSpan {
  const asOf = asked ?? today(clock);
  const { from, to } = daysOfPeriod(period, 'administrative');
  const [day = asOf] = [to, asOf].toSorted();
  return { from, to, day, asOf, past: day < today(clock) };
}

/** These agencies and everything that is counted of them, in one question after that for where it lies, and another where targets have to be judged anew. */
export async function gatherScored(app: ScoringApp, ids: readonly string[], query: ScorecardQuery): Promise<Scored> {
  const { db, clock } = app;
  const span = spanOf(clock, query);
  const plan = { document: [], year: Number(span.day.slice(0, 4)), tier: [] };
  const { since, settle } = keptStandings(app, { plan, agencyIds: ids, days: [span.day] });
  const of = { agencyIds: ids, provinces: await provincesOfAgencies(db, ids) };
  const facts = await factsToScore(db, of, span, { setting: workSetting, since });
  const targets = ids.length === 0 ? [] : await settle(facts);
  const [duties, reports] = [byAgency(facts.duties), byAgency(facts.reports)];
  const [obstacles, people] = [byAgency(facts.obstacles), byAgency(facts.people)];
  const targetsOf = byAgency(targets.flatMap(scoredTargets));
  const agencies = ids.map((id) => ({
    id,
    duties: duties.get(id) ?? [],
    reports: reports.get(id) ?? [],
    targets: targetsOf.get(id) ?? [],
    obstacles: obstacles.get(id) ?? [],
    people: people.get(id)?.[0] ?? { people: 0, came: 0 },
  }));
  return { judging: judgingOf(query.period, span, facts), peers: facts.peers, agencies };
}

/** A past period is judged by the scale of its last day. */
function judgingOf(
  period: PeriodCode,
  { from, to, day: last, asOf }: ScoredSpan,
  { counting, scales }: { counting: Counting; scales: readonly EmulationScale[] },
): Judging {
  const scale = scaleOn(scales, to);
  const { soonDays } = rulesOf(counting);
  return {
    judged: { period, from, to, last, asOf, scale, rules: scale?.rules ?? proposedRules },
    days: { last: stateDay(counting.calendar, last, soonDays), today: asOf, over: asOf > to },
  };
}

const scoredTargets = ({ target, standings }: StoodTarget) =>
  standings.flatMap((standing) => target.agencyIds.map((agencyId) => ({ ...target, agencyId, standing })));

const byAgency = <T extends { agencyId: string }>(rows: readonly T[]) => Map.groupBy(rows, ({ agencyId }) => agencyId);

/** Whoever compares agencies sees every scorecard, whoever belongs to one its own. */
async function refuseStrangers(db: Db, person: Person, id: string): Promise<void> {
  if (may(person, 'compareAgencies')) return;
  if (!may(person, 'seeScorecard', { agencyAndAbove: await agenciesAbove(db, id) })) throw new Refusal('notAllowed');
}

export const peerName = ({ name, tier, placeName }: Peer): string =>
  placeName === null ? name : nameOutside(name, { tier, name: placeName });

type One = { peer: Peer; agency: ScoredAgency; judging: Judging };

/** @throws Refusal notFound, notAllowed */
async function oneScored(app: App, person: Person, id: string, query: ScorecardQuery): Promise<One> {
  await refuseStrangers(app.db, person, id);
  return scoredOne(app, id, query);
}

/** One agency and all that is counted of it. @throws Refusal notFound */
async function scoredOne(app: ScoringApp, id: string, query: ScorecardQuery): Promise<One> {
  const { judging, peers, agencies } = await gatherScored(app, [id], query);
  const [[peer], [agency]] = [peers, agencies];
  if (!peer || !agency) throw new Refusal('notFound');
  return { peer, agency, judging };
}

export const getScorecard = (app: App, person: Person, id: string, query: ScorecardQuery): Promise<ScorecardPage> =>
  inOneReading(app, async (one) => pageOf(await oneScored(one, person, id, query)));

const pageOf = ({ peer, agency, judging: { judged, days } }: One): ScorecardPage => ({
  ...judged,
  agency: { id: peer.id, name: peerName(peer) },
  group: { kind: peer.kind, tier: peer.tier },
  score: scoreOf(agency, days, judged.rules),
});

/** Whose sight of it has been asked for already. @throws Refusal notFound */
export async function describeScorecard(
  app: ScoringApp,
  id: string,
  query: ScorecardQuery,
  issuing: () => Promise<Issuer>,
): Promise<NamedOutgoing> {
  const card = pageOf(await scoredOne(app, id, query));
  const issuer = await issuing();
  const facts = { issuer, card, today: today(app.clock) };
  return {
    outgoing: { kind: 'scorecard', document: scorecardNotice(facts), own: scorecardValues(facts) },
    issuerId: issuer.id,
    name: `Phiếu điểm ${card.agency.name} ${card.period}`,
  };
}

/** The scorecard as the notice that tells the agency; its number and day are filled in when it is signed. */
export async function writeScorecard(
  app: App,
  person: Person,
  { id, format, ...query }: ScorecardQuery & { id: string; format: DocumentFormat },
): Promise<DocumentFile> {
  const notice = await app.db.transaction().execute(async (trx) => {
    const inside = { db: trx, clock: app.clock };
    await refuseStrangers(trx, person, id);
    const one = await describeScorecard(inside, id, query, () => issuerOf(trx, person, today(app.clock)));
    await recordActions(trx, [
      {
        ...{ operation: randomUUID(), verb: 'writeScorecard', reason: null, at: app.clock.now() },
        ...{ userId: person.user.id, documentId: null, subjectKind: 'agency', subjectId: id },
        ...{ before: null, after: { period: query.period } },
      },
    ]);
    return one;
  });
  return documentFile(app, notice, format);
}

export type ItemPage = { total: number; rows: ScorecardItem[] };

/** Exactly what one number of a scorecard counts; what speaks against the agency first. */
export const listScorecardItems = (
  app: App,
  person: Person,
  { id, criterion, ...query }: ScorecardQuery & { id: string; criterion: Criterion },
  { offset, limit }: { offset: number; limit: number },
): Promise<ItemPage> =>
  inOneReading(app, async (inside) => {
    const one = await oneScored(inside, person, id, query);
    const counted = countedBy(criterion, one.agency, one.judging.days);
    const sorted = counted.toSorted((a, b) => a.count / a.of - b.count / b.of);
    const page = sorted.slice(offset, offset + limit);
    return { total: counted.length, rows: await named(inside.db, page, one) };
  });

async function named(db: Db, items: readonly Counted[], { agency, peer }: One): Promise<ScorecardItem[]> {
  const of = (kind: Counted['kind']) => items.filter((item) => item.kind === kind).map(({ id }) => id);
  const words = await wordsOfItems(db, { duties: of('duty'), reports: of('report'), obstacles: of('obstacle') });
  const targets = new Map(agency.targets.map((target) => [`${target.documentId} ${target.id}`, target]));
  return items.map((item) => {
    if (item.kind === 'agency') return { ...item, what: peerName(peer) };
    const target = item.kind === 'target' ? targets.get(`${item.within} ${item.id}`) : undefined;
    return { ...item, what: target?.name ?? words.get(item.id) ?? '' };
  });
}
