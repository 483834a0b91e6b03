import { randomUUID } from 'node:crypto';
import type { DutyPage } from '../registry/duty.ts';
import type { DutyAction } from '../registry/duty-action.ts';
import { capacitiesOf, mayAtAll, mayBeDone } from '../registry/duty-stage.ts';
import type { Person } from '../registry/may.ts';
import { readStory } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import { findDuty } from '../store/duties.ts';
import { dutyAgencies } from '../store/duty-agencies.ts';
import { type HeldDuty, holdDuties, holdDuty } from '../store/held-duties.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { factsOf, getDuty } from './duties.ts';
import { doOnDuty } from './duty-verbs.ts';
import { workDay } from './work-day.ts';

/** One thing done with a duty, as the one table allows it; what changed is recorded with it. */
export async function actOnDuty(app: App, person: Person, id: string, action: DutyAction): Promise<DutyPage> {
  await app.db.transaction().execute(async (trx) => {
    if ('otherId' in action && action.otherId !== null) await holdDuties(trx, [id, action.otherId]);
    const duty = await holdDuty(trx, id);
    if (!duty) throw new Refusal('notFound');
    const day = await workDay({ db: trx, clock: app.clock });
    const record = await findDuty(trx, id, day);
    if (!record) throw new Refusal('notFound');
    const capacities = capacitiesOf(person.posts, await dutyAgencies(trx, id, day.today));
    if (!mayAtAll(action.verb, capacities)) throw new Refusal('notAllowed');
    await refuseStale(trx, duty, action.version);
    const facts = factsOf(record, day);
    if (!mayBeDone(facts, capacities).includes(action.verb)) {
      if (action.verb === 'return' && facts.returnIsLate)
        throw new Refusal('dutyReturnIsLate', { days: day.rules.returnDays });
      throw new Refusal('notPossibleNow');
    }
    const what = record.content ?? record.origins[0]?.quote ?? '';
    await doOnDuty({ trx, person, at: app.clock.now(), operation: randomUUID(), day, duty, what }, action);
  });
  return getDuty(app, person, id);
}

async function refuseStale(trx: Db, { id, version }: HeldDuty, seen: number): Promise<void> {
  if (version === seen) return;
  const [last] = await readStory(trx, { subject: { kind: 'duty', id } }, { limit: 1 });
  throw new Refusal('changedMeanwhile', { ...(last && { name: last.by.name, at: last.at }) });
}
