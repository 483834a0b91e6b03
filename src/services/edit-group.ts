import { randomUUID } from 'node:crypto';
import type { AgencyGroup } from '../registry/agency-group.ts';
import { type GroupFields, groupFaults, groupFieldsOf, spellingOf } from '../registry/group-edit.ts';
import { differences } from '../registry/held-finding.ts';
import type { User } from '../registry/may.ts';
import { readStory, recordActions } from '../store/actions.ts';
import { listProfiles, lockAgencyGroups, putAgencyGroup } from '../store/agency-groups.ts';
import type { Db } from '../store/database.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { matchAgenciesLater } from './match-stored-agencies.ts';

type Said = { fields: GroupFields; reason?: string | undefined };

/** Name, spellings and rule of a group as an officer says them. */
export function changeGroup(
  { db, clock }: App,
  user: User,
  id: string,
  { fields, version, reason }: Said & { version: number },
): Promise<AgencyGroup> {
  return db.transaction().execute(async (trx) => {
    const groups = await lockAgencyGroups(trx);
    const before = groups.find((one) => one.id === id);
    if (!before) throw new Refusal('notFound');
    if (before.version !== version) throw await changedMeanwhile(trx, id);
    const after = { ...before, ...spelt(fields), version: version + 1 };
    await put(trx, after, groups);
    const changed = differences(groupFieldsOf(before), groupFieldsOf(after));
    await record(
      trx,
      { user, at: clock.now() },
      { verb: 'changeGroup', subjectId: id, reason: reason ?? null, ...changed },
    );
    return after;
  });
}

export function addGroup({ db, clock }: App, user: User, { fields, reason }: Said): Promise<AgencyGroup> {
  return db.transaction().execute(async (trx) => {
    // Above 1: what an officer says stays when the delivered register changes.
    const group: AgencyGroup = { ...spelt(fields), id: randomUUID(), source: user.name, version: 2 };
    await put(trx, group, await lockAgencyGroups(trx));
    const after = groupFieldsOf(group);
    await record(
      trx,
      { user, at: clock.now() },
      { verb: 'addGroup', subjectId: group.id, reason: reason ?? null, before: null, after },
    );
    return group;
  });
}

const spelt = (fields: GroupFields): GroupFields => ({
  ...fields,
  keys: [...new Set(fields.keys.map((typed) => spellingOf(typed) || typed))],
});

async function put(trx: Db, group: AgencyGroup, groups: readonly AgencyGroup[]): Promise<void> {
  const others = groups.filter(({ id }) => id !== group.id);
  const profiles = new Set((await listProfiles(trx)).map(({ id }) => id));
  const [fault] = groupFaults(group, { groups: others, profiles });
  if (fault) {
    const { code, part, text = '', other = '' } = fault;
    throw new Refusal('groupFaulty', { reason: code, text, other, ...(part !== undefined && { part: part + 1 }) });
  }
  await putAgencyGroup(trx, group);
  await matchAgenciesLater(trx);
}

async function changedMeanwhile(trx: Db, id: string): Promise<Refusal> {
  const [last] = await readStory(trx, { subject: { kind: 'group', id } }, { limit: 1 });
  return new Refusal('changedMeanwhile', { ...(last && { name: last.by.name, at: last.at }) });
}

type Recorded = Pick<Parameters<typeof recordActions>[1][number], 'verb' | 'subjectId' | 'reason' | 'before' | 'after'>;

const record = (trx: Db, { user, at }: { user: User; at: Date }, recorded: Recorded): Promise<void> =>
  recordActions(trx, [
    {
      ...{ operation: randomUUID(), at, userId: user.id, documentId: null, subjectKind: 'group' },
      ...recorded,
    },
  ]);
