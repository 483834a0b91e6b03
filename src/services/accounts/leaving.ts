import type { HandOver } from '../../registry/leaving.ts';
import type { User } from '../../registry/may.ts';
import { voidAccountLinks } from '../../store/account-links.ts';
import type { Db } from '../../store/database.ts';
import { colleaguesIn, endPosts, handOverDrafts, handOverDuties, openWorkOf } from '../../store/leaving.ts';
import { findAccount } from '../../store/passwords.ts';
import { deleteSessionsOf } from '../../store/sessions.ts';
import { setUserState } from '../../store/users.ts';
import { Refusal } from '../../values/refusal.ts';
import type { App } from '../app.ts';
import { today } from '../clock.ts';
import { notify } from '../notify.ts';
import { postsWithNames } from '../posts.ts';
import { refusePersonBeyond } from './reach.ts';
import { recordOfAccount } from './recording.ts';
import type { Arrival } from './sessions.ts';

/** What is to be handed over before somebody can leave, and to whom it can go. */
export async function leavingOf(app: App, userId: string, by: User) {
  if (!(await findAccount(app.db, userId))) throw new Refusal('notFound');
  await refusePersonBeyond(app.db, by.id, userId, today(app.clock));
  const work = await openWorkOf(app.db, userId);
  const colleagues = await colleaguesIn(
    app.db,
    work.map(({ agencyId }) => agencyId),
    { but: userId, day: today(app.clock) },
  );
  const named = await postsWithNames(
    app,
    work.map((one) => ({ ...one, role: 'officer' as const })),
  );
  return named.map(({ agencyId, agencyName, duties, drafts }) => ({
    agencyId,
    agencyName,
    duties,
    drafts,
    colleagues: colleagues.filter((one) => one.agencyId === agencyId).map(({ id, name }) => ({ id, name })),
  }));
}

type Leaving = { userId: string; handOver: readonly HandOver[]; reason: string };

/** All at once: work goes to the colleagues named, posts end, nobody signs in as this person again. What they did stays theirs. */
export async function leave(app: App, by: User, { userId, handOver, reason }: Leaving, from: Arrival): Promise<void> {
  if (userId === by.id) throw new Refusal('notPossibleNow');
  const account = await findAccount(app.db, userId);
  if (!account) throw new Refusal('notFound');
  if (account.state === 'left') throw new Refusal('notPossibleNow');
  const day = today(app.clock);
  await refusePersonBeyond(app.db, by.id, userId, day);
  await app.db.transaction().execute(async (trx) => {
    await setUserState(trx, userId, 'left');
    const along = await handOverAll(trx, account, { handOver, day });
    for (const { to, count } of along.counts)
      await notify(trx, { by, at: app.clock.now() }, [
        { kind: 'handedOver', to: [{ userId: to }], details: { by: account.name, what: `${count} việc` } },
      ]);
    await endPosts(trx, userId, day);
    await deleteSessionsOf(trx, userId);
    await voidAccountLinks(trx, userId, new Date());
    const change = { before: { state: account.state }, after: { state: 'left' } };
    const recorded = { by: by.id, from, verb: 'endAccount', userId, reason, ...change, along: along.actions };
    await recordOfAccount(trx, recorded);
  });
}

type Along = NonNullable<Parameters<typeof recordOfAccount>[1]['along']>[number];

async function handOverAll(trx: Db, leaver: User, { handOver, day }: { handOver: readonly HandOver[]; day: string }) {
  const work = await openWorkOf(trx, leaver.id);
  const heirs = new Map(handOver.map(({ agencyId, to }) => [agencyId, to]));
  const agencyIds = work.map(({ agencyId }) => agencyId);
  const colleagues = await colleaguesIn(trx, agencyIds, { but: leaver.id, day });
  const actions: Along[] = [];
  const counts: { to: string; count: number }[] = [];
  for (const agencyId of agencyIds) {
    const heir = colleagues.find((one) => one.agencyId === agencyId && one.id === heirs.get(agencyId));
    if (!heir) throw new Refusal('handOverMissing', { agency: agencyId });
    const duties = await handOverDuties(trx, agencyId, leaver.id, heir.id);
    const drafts = await handOverDrafts(trx, agencyId, leaver.id, heir.id);
    const before = { officer: { id: leaver.id, name: leaver.name } };
    const after = { officer: { id: heir.id, name: heir.name } };
    for (const duty of duties)
      actions.push({ verb: 'handOverDuty', subjectKind: 'duty', subjectId: duty.id, duty, before, after });
    for (const id of drafts)
      actions.push({ verb: 'handOverDraft', subjectKind: 'progress', subjectId: id, before, after });
    if (duties.length > 0) counts.push({ to: heir.id, count: duties.length });
  }
  return { actions, counts };
}
