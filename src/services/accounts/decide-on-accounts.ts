import { randomUUID } from 'node:crypto';
import { needsReason, type ReviewDecision, type ReviewedAccount } from '../../registry/account-review.ts';
import { decideOnAccount, postsLookedAfter } from '../../store/account-reviews.ts';
import { actFrom, type NewAction, recordActions } from '../../store/actions.ts';
import type { Db } from '../../store/database.ts';
import { openWorkOf } from '../../store/leaving.ts';
import { findAccount } from '../../store/passwords.ts';
import { lockPosts, setPostEnd } from '../../store/posts.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { Refusal } from '../../values/refusal.ts';
import type { App } from '../app.ts';
import { today } from '../clock.ts';
import { lockAccount } from './lock.ts';
import { type Doing, getReview, reviewedAccounts } from './reviews.ts';

export type Decision = {
  decision: ReviewDecision;
  reason: string | null;
  /** With the version that was seen of each. */
  accounts: readonly { userId: string; version: number }[];
};

const verbs: Record<ReviewDecision, string> = { keep: 'keepAccount', lock: 'lockAccount', endPosts: 'endPosts' };

/** The same for several at once, all or none; each is a deed of its own in the log. */
export async function decideOnAccounts(app: App, id: string, asked: Decision, { by, from }: Doing): Promise<void> {
  const { decision, reason } = asked;
  const at = app.clock.now();
  await app.db.transaction().execute(async (trx) => {
    await lockPosts(trx);
    const review = await getReview(app, trx, by, id, true);
    if (review.closedAt !== null) throw new Refusal('notPossibleNow');
    const seen = new Map(asked.accounts.map(({ userId, version }) => [userId, version]));
    const accounts = await reviewedAccounts(app, trx, { review, by, userIds: [...seen.keys()], hold: true });
    if (accounts.length < seen.size) throw new Refusal('notFound');
    await actFrom(trx, from.address);
    const operation = randomUUID();
    const common = { operation, at, userId: by.id, documentId: null, reason };
    for (const account of accounts) {
      refuseStale(account, seen.get(account.userId));
      if (!account.may.includes(decision)) throw new Refusal('notPossibleNow');
      if (needsReason(decision, account.facts.remarks) && !reason)
        throw new Refusal('reasonMissing', { about: 'account' });
      const done = await carryOut(trx, { app, decision, account, agencyId: review.agency.id, by });
      await decideOnAccount(trx, id, account.facts, { userId: account.userId, decision, reason, by: by.id, at });
      const subject = { subjectKind: 'account', subjectId: account.userId, verb: verbs[decision] };
      const fields = { before: done.before, after: { ...done.after, review: id } };
      await recordActions(trx, [
        { ...common, ...subject, ...fields },
        ...done.along.map((one) => ({ ...common, ...one })),
      ]);
    }
  });
}

function refuseStale({ version, decidedBy, decidedAt }: ReviewedAccount, seen: number | undefined): void {
  if (version === seen) return;
  throw new Refusal('changedMeanwhile', {
    ...(decidedBy && { name: decidedBy.name }),
    ...(decidedAt && { at: decidedAt }),
  });
}

type Fields = Record<string, unknown>;
type Along = Pick<NewAction, 'verb' | 'subjectKind' | 'subjectId' | 'before' | 'after'>;
type Done = { before: Fields | null; after: Fields; along: Along[] };
type Carrying = { app: App; decision: ReviewDecision; account: ReviewedAccount; agencyId: string; by: Doing['by'] };

async function carryOut(trx: Db, { app, decision, account, agencyId, by }: Carrying): Promise<Done> {
  const { userId, facts } = account;
  if (decision === 'keep') return { before: null, after: {}, along: [] };
  if (decision === 'lock') {
    const found = await findAccount(trx, userId);
    if (!found) throw new Refusal('notFound');
    return { ...(await lockAccount(trx, found, by)), along: [] };
  }
  const day = today(app.clock);
  const posts = await postsLookedAfter(trx, agencyId, [userId], day);
  const open = await openWorkOf(trx, userId);
  if (open.some((work) => posts.some((post) => post.agencyId === work.agencyId)))
    throw new Refusal('workInHand', { name: facts.name });
  const along: Along[] = [];
  for (const { id, role, agencyId: at, validFrom, validUntil } of posts) {
    const until = endOf(validFrom, day);
    await setPostEnd(trx, id, until);
    const fields = { userId, role, agencyId: at };
    const change = { before: { ...fields, validUntil }, after: { ...fields, validUntil: until } };
    along.push({ verb: 'endPost', subjectKind: 'post', subjectId: id, ...change });
  }
  return { before: null, after: { posts: posts.length }, along };
}

/** What was to begin later never begins. */
const endOf = (validFrom: PlainDate, day: PlainDate): PlainDate => (validFrom > day ? validFrom : day);
