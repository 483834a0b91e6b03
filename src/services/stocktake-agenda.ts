import { randomUUID } from 'node:crypto';
import { type Matter, matterKey } from '../registry/matter.ts';
import type { Person } from '../registry/may.ts';
import type { AgendaProposal, AgendaReason, ProposalRules } from '../registry/stocktake.ts';
import { isAtRisk } from '../registry/target-standing.ts';
import { dutiesByIds } from '../store/duties.ts';
import { listFollows } from '../store/follows.ts';
import { knownMatters } from '../store/matters.ts';
import { agencyNamesOn } from '../store/names.ts';
import { proposedDuties } from '../store/stocktake-proposals.ts';
import {
  findStocktake,
  holdItem,
  itemsOfStocktake,
  putItems,
  type StoredStocktake,
  setDiscussion,
  touchStocktake,
} from '../store/stocktakes.ts';
import { Refusal } from '../values/refusal.ts';
import { nfc } from '../values/vietnamese.ts';
import { type App, inOneTransaction } from './app.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { type KeepingApp, standingsOf } from './kept-standings.ts';
import { factsOfMatters } from './matters.ts';
import { type By, plannedFor, recordOnStocktake } from './stocktakes.ts';
import { workDay } from './work-day.ts';

/** What a stocktake looks at: what its chair follows, and what the system proposes with its reasons. */

type Reading = KeepingApp & Pick<App, 'clock'>;

/** Of each kind of reason; beyond that nobody reads an agenda. */
const most = 30;
const shownOfKind = 100;

/** What is not on the agenda yet, and was not left out of it. */
export const proposeForStocktake = (
  app: App,
  id: string,
  rules: ProposalRules,
): Promise<{ proposals: AgendaProposal[] }> =>
  inOneTransaction(app, async (one) => {
    const found = await findStocktake(one.db, id);
    if (!found) throw new Refusal('notFound');
    const there = new Set((await itemsOfStocktake(one.db, id)).map(({ key }) => key));
    const proposals = await proposalsFor(one, found, rules);
    return { proposals: proposals.filter(({ key }) => !there.has(key)) };
  });

async function proposalsFor(
  app: Reading,
  { chair }: Pick<StoredStocktake, 'chair'>,
  rules: ProposalRules,
): Promise<AgendaProposal[]> {
  const found = new Map<string, AgendaProposal>();
  const add = (one: Omit<AgendaProposal, 'reasons' | 'key'>, reason: AgendaReason) => {
    const key = matterKey(one.matter);
    const there = found.get(key) ?? { ...one, key, reasons: [] };
    found.set(key, { ...there, reasons: [...there.reasons, reason] });
  };
  const follows = await listFollows(app.db, chair.id);
  for (const { matter, name, agencies } of await factsOfMatters(
    app,
    follows.map(({ matter }) => matter),
    null,
  ))
    add({ matter, name, agencies }, { kind: 'followed' });
  for (const { reason, ...one } of await workProposals(app, rules)) add(one, reason);
  for (const { reason, ...one } of await targetProposals(app)) add(one, reason);
  return [...found.values()].slice(0, shownOfKind);
}

type Proposed = Omit<AgendaProposal, 'reasons' | 'key'> & { reason: AgendaReason };

async function workProposals(app: Reading, rules: ProposalRules): Promise<Proposed[]> {
  const work = await workDay(app);
  const found = await proposedDuties(app.db, rules, { day: work.today, most });
  const duties = await dutiesByIds(app.db, [...new Set(found.map(({ dutyId }) => dutyId))], work);
  const byId = new Map(duties.map((duty) => [duty.id, duty]));
  return found.flatMap(({ dutyId, kind, days, what, due }): Proposed[] => {
    const duty = byId.get(dutyId);
    if (!duty) return [];
    const reason: AgendaReason =
      kind === 'overdue' ? { kind, days } : kind === 'obstacle' ? { kind, days, what } : { kind, due, reason: what };
    const name = duty.content ?? duty.origins[0]?.quote ?? '';
    return [{ matter: { kind: 'duty', dutyId }, name, agencies: [duty.agency], reason }];
  });
}

async function targetProposals(app: Reading): Promise<Proposed[]> {
  const { db } = app;
  const { today: day } = await workDay(app);
  const plan = { document: [], year: Number(day.slice(0, 4)), tier: [] };
  const risky = (await standingsOf(app, { plan, days: [day] }))
    .flatMap(({ target, standings: [standing] }) => (standing && isAtRisk(standing) ? { ...target, standing } : []))
    .toSorted((a, b) => (b.standing.gap ?? 0) - (a.standing.gap ?? 0))
    .slice(0, most);
  const names = await agencyNamesOn(db, [...new Set(risky.flatMap(({ agencyIds }) => agencyIds))], day);
  return risky.map(({ documentId, id, name, variant, agencyIds, standing }) => ({
    matter: { kind: 'target', documentId, targetId: id },
    name: [name, variant].filter(Boolean).join(', '),
    agencies: agencyIds.map((agencyId) => ({ id: agencyId, name: names.get(agencyId) ?? agencyId })),
    reason: { kind: 'farBehind', gap: standing.gap },
  }));
}

export type Arranged = { version: number; kept: Matter[]; dropped: Matter[] };

/** The whole agenda in its order, and what is left out of it. What is there keeps its reasons and what was written to it. */
export async function arrangeStocktake(
  app: App,
  person: Person,
  id: string,
  { version, kept, dropped }: Arranged,
): Promise<void> {
  await app.db.transaction().execute(async (trx) => {
    const by: By = { trx, person, at: app.clock.now() };
    const held = await plannedFor(by, id, version);
    const there = new Map((await itemsOfStocktake(trx, id)).map((item) => [item.key, item]));
    const asked = new Map(
      [...kept.map((matter) => ({ matter, kept: true })), ...dropped.map((matter) => ({ matter, kept: false }))].map(
        (one) => [matterKey(one.matter), one],
      ),
    );
    const added = [...asked.values()].filter(({ matter }) => !there.has(matterKey(matter)));
    const known = await knownMatters(
      trx,
      added.map(({ matter }) => matter),
    );
    if (known.size < added.length) throw new Refusal('notFound');
    const reasons =
      added.length === 0
        ? new Map<string, AgendaReason[]>()
        : new Map(
            (await proposalsFor({ db: trx, clock: app.clock }, held, { overdueDays: 0, obstacleDays: 0 })).map(
              (one) => [one.key, one.reasons],
            ),
          );
    const items = [...asked].map(([key, one]) => ({
      ...one,
      id: there.get(key)?.id ?? randomUUID(),
      reasons: there.get(key)?.reasons ?? reasons.get(key) ?? [{ kind: 'added' as const }],
    }));
    await putItems(trx, id, items);
    await touchStocktake(trx, id);
    const keysOf = (some: readonly { matter: Matter; kept: boolean }[]) =>
      some.filter((one) => one.kept).map(({ matter }) => matterKey(matter));
    await recordOnStocktake(by, id, {
      ...{ verb: 'arrangeStocktake', before: { items: keysOf([...there.values()]) } },
      after: { items: keysOf(items) },
    });
  });
}

/** What was said of one thing, for the minutes. */
export function writeDiscussion(
  app: App,
  person: Person,
  itemId: string,
  { version, discussion: typed }: { version: number; discussion: string },
): Promise<{ version: number }> {
  return app.db.transaction().execute(async (trx) => {
    const by: By = { trx, person, at: app.clock.now() };
    const item = await holdItem(trx, itemId);
    if (!item) throw new Refusal('notFound');
    await plannedFor(by, item.stocktakeId);
    const discussion = nfc(typed.trim());
    if (item.discussion === discussion) return { version: item.version };
    if (item.version !== version) throw await changedMeanwhile(trx, { kind: 'stocktake', id: item.stocktakeId });
    await setDiscussion(trx, itemId, discussion);
    await recordOnStocktake(by, item.stocktakeId, {
      verb: 'writeDiscussion',
      before: { matter: item.key, discussion: item.discussion },
      after: { matter: item.key, discussion },
    });
    return { version: version + 1 };
  });
}
