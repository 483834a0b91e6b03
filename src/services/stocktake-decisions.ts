import { randomUUID } from 'node:crypto';
import type { Person } from '../registry/may.ts';
import type { DecisionFields } from '../registry/stocktake.ts';
import { inForce } from '../registry/validity.ts';
import { nextWorkingDay, type WorkingCalendar } from '../registry/working-days.ts';
import { recordActions } from '../store/actions.ts';
import { agenciesByIds } from '../store/agencies.ts';
import { loadCalendar } from '../store/calendar.ts';
import { insertDuty } from '../store/held-duties.ts';
import { findLaidDuty } from '../store/reported-duties.ts';
import {
  deleteDecision,
  holdDecision,
  insertDecision,
  type StoredDecision,
  setDecision,
  setDecisionDuty,
} from '../store/stocktake-decisions.ts';
import { holdItem, putParticipants, type StoredItem, type StoredStocktake } from '../store/stocktakes.ts';
import { dayOfMoment } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { nfc } from '../values/vietnamese.ts';
import type { App } from './app.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { peopleOf } from './duty-changes.ts';
import { heirOfEnded } from './heirs.ts';
import { notify } from './notify.ts';
import { type By, heldFor, plannedFor, recordOnStocktake } from './stocktakes.ts';

/** Decisions of a stocktake: written at what they are about, then given to their agencies as duties. */

const cleaned = (fields: DecisionFields): DecisionFields => ({ ...fields, content: nfc(fields.content.trim()) });

async function refuseAgency({ trx, at }: By, { agencyId }: DecisionFields): Promise<void> {
  const [agency] = await agenciesByIds(trx, [agencyId]);
  if (!agency) throw new Refusal('invalidInput', { field: 'agencyId' });
  if (!inForce(agency, dayOfMoment(at))) throw new Refusal('agencyEnded');
}

/** Sent a second time because the answer was lost, it is there once. */
export async function decide(
  app: App,
  person: Person,
  itemId: string,
  { id, ...typed }: DecisionFields & { id: string },
): Promise<void> {
  await app.db.transaction().execute(async (trx) => {
    const by: By = { trx, person, at: app.clock.now() };
    const item = await holdItem(trx, itemId);
    if (!item) throw new Refusal('notFound');
    await plannedFor(by, item.stocktakeId);
    const fields = cleaned(typed);
    await refuseAgency(by, fields);
    if (!(await insertDecision(trx, { id, itemId, ...fields }))) return;
    const after = { matter: item.key, ...fields };
    await recordOnStocktake(by, item.stocktakeId, { verb: 'decideAtStocktake', after });
  });
}

/** @throws Refusal notPossibleNow once it has been given */
async function openDecision(by: By, id: string, version: number): Promise<StoredDecision> {
  const held = await holdDecision(by.trx, id);
  if (!held) throw new Refusal('notFound');
  await plannedFor(by, held.stocktakeId);
  if (held.dutyId !== null) throw new Refusal('notPossibleNow');
  if (held.version !== version) throw await changedMeanwhile(by.trx, { kind: 'stocktake', id: held.stocktakeId });
  return held;
}

const fieldsOf = ({ agencyId, content, due }: DecisionFields): DecisionFields => ({ agencyId, content, due });

export async function changeDecision(
  app: App,
  person: Person,
  id: string,
  { version, ...typed }: DecisionFields & { version: number },
): Promise<void> {
  await app.db.transaction().execute(async (trx) => {
    const by: By = { trx, person, at: app.clock.now() };
    const held = await openDecision(by, id, version);
    const after = cleaned(typed);
    // Whose it was already goes to the heir when it is given.
    if (after.agencyId !== held.agencyId) await refuseAgency(by, after);
    await setDecision(trx, id, after);
    await recordOnStocktake(by, held.stocktakeId, { verb: 'changeDecision', before: fieldsOf(held), after });
  });
}

export async function removeDecision(app: App, person: Person, id: string, version: number): Promise<void> {
  await app.db.transaction().execute(async (trx) => {
    const by: By = { trx, person, at: app.clock.now() };
    const held = await openDecision(by, id, version);
    await deleteDecision(trx, id);
    await recordOnStocktake(by, held.stocktakeId, { verb: 'removeDecision', before: fieldsOf(held) });
  });
}

/** Each becomes a duty of its agency; what was given already is left as it is. */
export function giveDecisions(
  app: App,
  person: Person,
  stocktakeId: string,
  ids: readonly string[],
): Promise<{ given: number }> {
  return app.db.transaction().execute(async (trx) => {
    const by: By = { trx, person, at: app.clock.now() };
    const stocktake = await heldFor(by, stocktakeId);
    const calendar = await loadCalendar(trx);
    let given = 0;
    for (const id of new Set(ids)) {
      const decision = await holdDecision(trx, id);
      if (decision?.stocktakeId !== stocktakeId) throw new Refusal('notFound');
      const item = await holdItem(trx, decision.itemId);
      if (decision.dutyId !== null || !item) continue;
      await giveOne(by, { stocktake, item, decision, calendar });
      given++;
    }
    return { given };
  });
}

/** Of an agency that is no more the heir, as with what was given already. */
async function whoHasItNow(by: By, decision: StoredDecision): Promise<string> {
  const heir = await heirOfEnded(by.trx, decision.agencyId, dayOfMoment(by.at));
  if (!heir) await refuseAgency(by, decision);
  return heir?.agencyId ?? decision.agencyId;
}

type Giving = { stocktake: StoredStocktake; item: StoredItem; decision: StoredDecision; calendar: WorkingCalendar };

async function giveOne(by: By, { stocktake, item, decision, calendar }: Giving): Promise<void> {
  const { trx, person, at } = by;
  const { content } = decision;
  const agencyId = await whoHasItNow(by, decision);
  const due = decision.due && nextWorkingDay(calendar, decision.due);
  const duty = await insertDuty(trx, {
    ...{ kind: 'assigned', agency_id: agencyId, content, first_due: due, due, given_at: at },
  });
  const dutyId = duty.id;
  const about = item.matter.kind === 'duty' ? await findLaidDuty(trx, item.matter.dutyId) : undefined;
  await setDecisionDuty(trx, decision.id, dutyId);
  await putParticipants(trx, stocktake.id, [agencyId]);
  const origin = { stocktakeId: stocktake.id, stocktake: stocktake.title, heldOn: stocktake.heldOn };
  const given = { agencyId, content, due, ...origin };
  const deed = { at, userId: person.user.id, documentId: null, reason: null, before: null, subjectKind: 'duty' };
  const operation = randomUUID();
  await recordActions(trx, [
    { ...deed, operation, verb: 'give', subjectId: dutyId, duty, after: { ...given, period: null } },
    // What the stocktake looked at tells what was decided there.
    ...(about
      ? [
          {
            ...{ ...deed, operation, verb: 'concludeAtStocktake', subjectId: about.id },
            ...{ duty: about, after: { ...given, givenDutyId: dutyId } },
          },
        ]
      : []),
  ]);
  await recordOnStocktake(by, stocktake.id, { verb: 'giveDecision', after: { ...given, dutyId } });
  const details = { what: content, by: person.user.name, ...(due && { due }) };
  await notify(trx, { by: person.user, at }, [{ kind: 'assigned', to: [peopleOf(agencyId)], dutyId, details }]);
}
