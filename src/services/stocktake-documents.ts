import type { Person } from '../registry/may.ts';
import type { StocktakeDecision } from '../registry/stocktake.ts';
import { stocktakeConclusions, stocktakeConclusionsValues } from '../report/stocktake-conclusions.ts';
import type { ConcludedFact, StocktakeFacts } from '../report/stocktake-facts.ts';
import { stocktakeMinutes, stocktakeMinutesValues } from '../report/stocktake-minutes.ts';
import type { DocumentFormat } from '../values/document-format.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { today } from './clock.ts';
import { type DocumentFile, documentFile, type NamedOutgoing } from './document-file.ts';
import { issuerFacts } from './issuer-facts.ts';
import { readStocktake } from './stocktake-pages.ts';
import { heldFor, recordOnStocktake } from './stocktakes.ts';

/** Biên bản và thông báo kết luận of a stocktake, as the files that somebody takes away. */

export type StocktakeDocument = 'minutes' | 'conclusions';

export async function writeStocktakeDocument(
  app: App,
  person: Person,
  id: string,
  { kind, format }: { kind: StocktakeDocument; format: DocumentFormat },
): Promise<DocumentFile> {
  const one = await app.db.transaction().execute(async (trx) => {
    const by = { trx, person, at: app.clock.now() };
    await heldFor(by, id);
    const described = await describeStocktake({ db: trx, clock: app.clock }, person, id, kind);
    await recordOnStocktake(by, id, { verb: kind === 'minutes' ? 'writeMinutes' : 'writeConclusions' });
    return described;
  });
  return documentFile(app, one, format);
}

/** @throws Refusal notFound; notPossibleNow where there is nothing to tell of */
export async function describeStocktake(
  app: Pick<App, 'db' | 'clock'>,
  person: Person,
  id: string,
  kind: StocktakeDocument,
): Promise<NamedOutgoing> {
  const { stocktake, items, last } = await readStocktake(app, person, id);
  const issuer = await issuerFacts(app.db, stocktake.agency.id, stocktake.heldOn);
  if (!issuer) throw new Refusal('notFound');
  const facts: StocktakeFacts = {
    issuer,
    ...{ title: stocktake.title, heldOn: stocktake.heldOn, begins: stocktake.begins, ends: stocktake.ends },
    ...{ place: stocktake.place, chair: stocktake.chair.name, secretary: stocktake.secretary },
    agencies: stocktake.agencies.map(({ name }) => name),
    last: last && { heldOn: last.heldOn, decisions: last.decisions.map(concluded) },
    items: items
      .filter(({ kept }) => kept)
      .map((item) => ({ facts: item.facts, discussion: item.discussion, decisions: item.decisions.map(concluded) })),
  };
  const day = stocktake.heldOn;
  if (kind === 'minutes')
    return {
      outgoing: { kind, document: stocktakeMinutes(facts), own: stocktakeMinutesValues(facts) },
      ...{ issuerId: issuer.id, name: `Biên bản kiểm điểm ${day}` },
    };
  if (facts.items.every(({ decisions }) => decisions.length === 0)) throw new Refusal('notPossibleNow');
  return {
    outgoing: {
      ...{ kind, document: stocktakeConclusions(facts, today(app.clock)) },
      own: stocktakeConclusionsValues(facts),
    },
    ...{ issuerId: issuer.id, name: `Thông báo kết luận ${day}` },
  };
}

const concluded = ({ agency, content, due, duty }: StocktakeDecision): ConcludedFact => ({
  ...{ agency: agency.name, content, due, duty },
});
