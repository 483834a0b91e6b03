import { may, type Person } from '../registry/may.ts';
import {
  type Obstacle,
  type ObstacleFields,
  type ObstacleItem,
  type ObstacleVerb,
  obstacleVerbsOf,
} from '../registry/obstacle.ts';
import { inForce } from '../registry/validity.ts';
import { agenciesByIds } from '../store/agencies.ts';
import { agenciesAboveEach } from '../store/agency-reach.ts';
import { answerObstacle, findObstacle, holdObstacle, insertObstacle, setObstacleClosed } from '../store/obstacles.ts';
import { dayOfMoment } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { nfc } from '../values/vietnamese.ts';
import type { App } from './app.ts';
import { type DutyWork, lastDoneTo, onDuty, recordWork, refuseStale } from './duty-work.ts';
import { heirsOfEnded } from './heirs.ts';
import { decidersOf, headsOf, officerOf, peopleOf, tellOf } from './tell-of-work.ts';

type Asking = Pick<DutyWork, 'trx' | 'person' | 'hats' | 'at'>;

/** Whoever it names decides, or whoever has the work of that one now, and always those who gave the work. */
export async function obstacleItems(
  { trx, person, hats, at }: Asking,
  obstacles: readonly Obstacle[],
): Promise<ObstacleItem[]> {
  const named = hats.directs ? [] : obstacles.flatMap(({ deciderId }) => deciderId ?? []);
  const heirs = await heirsOfEnded(trx, named, dayOfMoment(at));
  const deciders = (id: string) => [id, ...(heirs.get(id) ?? []).map(({ agencyId }) => agencyId)];
  const above = await agenciesAboveEach(trx, [...new Set(named.flatMap(deciders))]);
  return obstacles.map((obstacle) => {
    const agencyAndAbove = deciders(obstacle.deciderId ?? '').flatMap((id) => above.get(id) ?? []);
    const isNamed = may(person, 'answerObstacle', { agencyAndAbove });
    return { ...obstacle, may: obstacleVerbsOf(obstacle, { isOwn: hats.isOwn, decides: hats.directs || isNamed }) };
  });
}

async function obstacleItem(asking: Asking, obstacle: Obstacle): Promise<ObstacleItem> {
  const [item] = await obstacleItems(asking, [obstacle]);
  if (!item) throw new Error('an obstacle has no item');
  return item;
}

export function raiseObstacle(
  app: Pick<App, 'db' | 'clock'>,
  person: Person,
  dutyId: string,
  { id, ...raised }: ObstacleFields & { id: string },
): Promise<ObstacleItem> {
  return onDuty(app, person, dutyId, async (work) => {
    const { trx, duty, hats, at } = work;
    if (!hats.isOwn) throw new Refusal('notAllowed');
    if (duty.stage === 'done' || duty.stage === 'dropped') throw new Refusal('notPossibleNow');
    await refuseDecider(work, raised.deciderId);
    const fields = { ...raised, what: nfc(raised.what), impact: nfc(raised.impact) };
    const inserted = await insertObstacle(trx, {
      ...fields,
      id,
      dutyId,
      agencyId: duty.agencyId,
      userId: person.user.id,
      at,
    });
    const stored = await holdObstacle(trx, id);
    // Sent a second time because the answer was lost, it is answered with what is there.
    if (stored?.dutyId !== dutyId || stored.raised.by.id !== person.user.id)
      throw new Refusal('invalidInput', { field: 'id' });
    if (inserted) {
      await recordWork(work, {
        verb: 'raiseObstacle',
        kind: 'obstacle',
        id,
        after: { ...fields, agencyId: duty.agencyId },
      });
      const to = fields.deciderId === null ? decidersOf(duty.agencyId) : peopleOf(fields.deciderId);
      await tellOf(work, 'obstacleRaised', [to], { words: fields.what });
    }
    return obstacleItem(work, stored);
  });
}

async function refuseDecider({ trx, at }: DutyWork, id: string | null): Promise<void> {
  if (id === null) return;
  const [agency] = await agenciesByIds(trx, [id]);
  if (!agency) throw new Refusal('notFound');
  if (!inForce(agency, dayOfMoment(at))) throw new Refusal('agencyEnded');
}

type StepAction = { verb: ObstacleVerb; version: number; answer?: string };

export async function stepObstacle(
  app: Pick<App, 'db' | 'clock'>,
  person: Person,
  id: string,
  { verb, version, answer }: StepAction,
): Promise<ObstacleItem> {
  const found = await findObstacle(app.db, id);
  if (!found) throw new Refusal('notFound');
  return onDuty(app, person, found.dutyId, async (work) => {
    const stored = await holdObstacle(work.trx, id);
    if (!stored) throw new Refusal('notFound');
    const { may: verbs } = await obstacleItem(work, stored);
    if (verbs.length === 0) throw new Refusal('notAllowed');
    await refuseStale(stored, version, () => lastDoneTo(work, 'obstacle', id));
    if (!verbs.includes(verb)) throw new Refusal('notPossibleNow');
    if (verb === 'answer') await giveAnswer(work, stored, nfc(answer ?? ''));
    else await setClosed(work, stored, verb);
    const changed = await holdObstacle(work.trx, id);
    if (!changed) throw new Error(`obstacle ${id} was changed and is not there`);
    return obstacleItem(work, changed);
  });
}

async function giveAnswer(
  work: DutyWork,
  { id, answer: before, raised, agencyId }: Obstacle,
  answer: string,
): Promise<void> {
  await answerObstacle(work.trx, id, { answer, userId: work.person.user.id, at: work.at });
  await recordWork(work, {
    verb: 'answerObstacle',
    kind: 'obstacle',
    id,
    before: { answer: before?.text ?? null },
    after: { answer },
  });
  const to = [{ userId: raised.by.id }, ...officerOf(work.duty), headsOf(agencyId)];
  await tellOf(work, 'obstacleAnswered', to, { words: answer });
}

async function setClosed(work: DutyWork, { id }: Obstacle, verb: 'close' | 'reopen'): Promise<void> {
  await setObstacleClosed(work.trx, id, verb === 'close' ? work.at : null);
  const closed = verb === 'close';
  await recordWork(work, {
    verb: `${verb}Obstacle`,
    kind: 'obstacle',
    id,
    before: { closed: !closed },
    after: { closed },
  });
}
