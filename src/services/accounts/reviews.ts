import { randomUUID } from 'node:crypto';
import {
  type AccountFacts,
  type AccountReview,
  beforeAnyReview,
  isPressing,
  mayDecide,
  type ReviewCounts,
  type ReviewDue,
  type ReviewedAccount,
  remarksOf,
  reviewDue,
} from '../../registry/account-review.ts';
import type { PageOf } from '../../registry/listing.ts';
import type { User } from '../../registry/may.ts';
import type { Named } from '../../registry/named.ts';
import {
  type AccountInReview,
  accountsInReview,
  agenciesWithAdministrator,
  beginReview,
  closeAccountReview,
  findAccountReview,
  firstAccountAt,
  keepFacts,
  lastClosedOver,
  listAccountReviews,
  openReviewOf,
  postsLookedAfter,
} from '../../store/account-reviews.ts';
import { actFrom, recordActions } from '../../store/actions.ts';
import { peopleOutOfReach } from '../../store/administered.ts';
import type { Db } from '../../store/database.ts';
import { dayOfMoment } from '../../values/plain-date.ts';
import { Refusal } from '../../values/refusal.ts';
import { searchQuery, searchText } from '../../values/search-text.ts';
import type { App } from '../app.ts';
import { changedMeanwhile } from '../changed-meanwhile.ts';
import { today } from '../clock.ts';
import { postsWithNames } from '../posts.ts';
import { refuseAgenciesBeyond } from './reach.ts';
import type { Arrival } from './sessions.ts';

/** All of it works with the whole database, as accounts do, and asks itself whose accounts somebody looks after. */

export type Doing = { by: User; from: Arrival };

export async function dueOf(app: App, db: Db, agency: Named): Promise<ReviewDue> {
  const day = today(app.clock);
  const last = await lastClosedOver(db, agency.id);
  const from = last ?? (await firstAccountAt(db)) ?? app.clock.now();
  const due = reviewDue(dayOfMoment(from), app.accounts.rules.reviewMonths);
  return {
    agency,
    due,
    lastClosedAt: last?.toISOString() ?? null,
    openId: await openReviewOf(db, agency.id),
    pressing: isPressing(due, day),
  };
}

/** When the person's own agencies are to be reviewed next, and what was reviewed. */
export async function listReviews(
  app: App,
  { id }: User,
  page: PageOf,
): Promise<{ months: number; due: ReviewDue[]; reviews: AccountReview[]; total: number }> {
  const day = today(app.clock);
  const agencies = await agenciesWithAdministrator(app.db, day, id);
  const due = await Promise.all(agencies.map((agency) => dueOf(app, app.db, agency)));
  return { months: app.accounts.rules.reviewMonths, due, ...(await listAccountReviews(app.db, id, { day, ...page })) };
}

export function beginAccountReview(app: App, agencyId: string, { by, from }: Doing): Promise<{ id: string }> {
  const at = app.clock.now();
  const day = today(app.clock);
  return app.db.transaction().execute(async (trx) => {
    await refuseAgenciesBeyond(trx, by.id, [agencyId], day);
    const last = await lastClosedOver(trx, agencyId);
    const since = last ? dayOfMoment(last) : beforeAnyReview(day, app.accounts.rules.reviewMonths);
    const id = randomUUID();
    const accounts = await beginReview(trx, { id, agencyId, userId: by.id, at, day, since });
    // Somebody else was quicker: both go on in the same one.
    if (accounts === undefined) return { id: (await openReviewOf(trx, agencyId)) ?? id };
    await record(
      trx,
      { by, from },
      { verb: 'beginAccountReview', id, reason: null, at, after: { agencyId, accounts } },
    );
    return { id };
  });
}

export async function getReview(app: App, db: Db, { id: userId }: User, id: string, hold = false) {
  const review = await findAccountReview(db, userId, id, { day: today(app.clock), hold });
  if (!review) throw new Refusal('notFound');
  return review;
}

export type ReviewQuery = { show: 'all' | 'undecided' | 'remarked'; q?: string | undefined };

export async function readReview(app: App, by: User, id: string, query: ReviewQuery, { limit, offset }: PageOf) {
  const review = await getReview(app, app.db, by, id);
  const all = await reviewedAccounts(app, app.db, { review, by });
  const asked = searchQuery(query.q ?? '');
  const isCalled = ({ facts: { name, email } }: ReviewedAccount): boolean => {
    if (!asked) return true;
    const words = searchText([name, email])[asked.form];
    return asked.terms.every((term) => words.includes(` ${term}`));
  };
  const found = all.filter(
    (account) =>
      (query.show === 'all' || (query.show === 'undecided' ? isOpen(account) : account.facts.remarks.length > 0)) &&
      isCalled(account),
  );
  return {
    review,
    counts: countsOf(all),
    accounts: found.slice(offset, offset + limit),
    total: found.length,
  };
}

const isOpen = ({ decision, facts }: ReviewedAccount): boolean => decision === null && facts.state !== 'left';

function countsOf(all: readonly ReviewedAccount[]): ReviewCounts {
  const count = (holds: (one: ReviewedAccount) => boolean) => all.filter(holds).length;
  return {
    all: all.length,
    undecided: count(isOpen),
    remarked: count(({ facts }) => facts.remarks.length > 0),
    keep: count(({ decision }) => decision === 'keep'),
    lock: count(({ decision }) => decision === 'lock'),
    endPosts: count(({ decision }) => decision === 'endPosts'),
    left: count(({ decision, facts }) => decision === null && facts.state === 'left'),
  };
}

type Reading = { review: AccountReview; by: User; userIds?: readonly string[]; hold?: boolean };

/** What was decided on stands as it stood then; the rest as it is now. */
export async function reviewedAccounts(
  app: App,
  db: Db,
  { review, by, userIds, hold = false }: Reading,
): Promise<ReviewedAccount[]> {
  const day = today(app.clock);
  const rows = await accountsInReview(db, review.id, { ...(userIds && { userIds }), hold });
  const ids = rows.map(({ userId }) => userId);
  const posts = await postsWithNames(app, await postsLookedAfter(db, review.agency.id, ids, day));
  const beyond = new Set(await peopleOutOfReach(db, by.id, ids, day));
  const held = Map.groupBy(posts, ({ userId }) => userId);
  const now = new Date();
  return rows.map((row) => {
    const facts = factsNow(row, held.get(row.userId) ?? [], app, now);
    const kept = review.closedAt === null && row.decision === null ? null : row.facts;
    const may = review.closedAt === null ? mayDecide(facts, row.userId === by.id) : [];
    return {
      userId: row.userId,
      version: row.version,
      decision: row.decision,
      reason: row.reason,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      decidedBy: row.decidedBy === null ? null : { id: row.decidedBy, name: row.decidedByName ?? row.decidedBy },
      facts: kept ?? facts,
      // Who also holds a post elsewhere is not shut out from there.
      may: beyond.has(row.userId) ? may.filter((decision) => decision !== 'lock') : may,
    };
  });
}

type Held = AccountFacts['posts'][number];

function factsNow(row: AccountInReview, posts: readonly Held[], { accounts }: App, now: Date): AccountFacts {
  const { name, email, state, secondFactor } = row;
  const facts = {
    ...{ name, email, state, secondFactor },
    posts: posts.map(({ role, agencyId, agencyName }) => ({ role, agencyId, agencyName })),
    seenAt: row.seenAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
  return { ...facts, remarks: remarksOf(facts, accounts.rules, now) };
}

export async function closeReview(app: App, id: string, note: string | null, { by, from }: Doing): Promise<void> {
  const at = app.clock.now();
  await app.db.transaction().execute(async (trx) => {
    const review = await getReview(app, trx, by, id, true);
    if (review.closedAt !== null) throw await changedMeanwhile(trx, { kind: 'account', id });
    const all = await reviewedAccounts(app, trx, { review, by });
    const counts = countsOf(all);
    if (counts.undecided > 0) throw new Refusal('accountReviewUnfinished', { count: counts.undecided });
    for (const { userId, decision, facts } of all) if (decision === null) await keepFacts(trx, id, userId, facts);
    await closeAccountReview(trx, id, { by: by.id, at, note });
    await record(trx, { by, from }, { verb: 'closeAccountReview', id, reason: note, at, after: counts });
  });
}

type Recorded = { verb: string; id: string; reason: string | null; at: Date; after: Record<string, unknown> };

/** Under the kind of accounts: deeds on these are for administrators alone. */
async function record(trx: Db, { by, from }: Doing, { verb, id, reason, at, after }: Recorded): Promise<void> {
  await actFrom(trx, from.address);
  const subject = { subjectKind: 'account', subjectId: id, documentId: null };
  await recordActions(trx, [
    { ...subject, operation: randomUUID(), at, userId: by.id, verb, reason, before: null, after },
  ]);
}
