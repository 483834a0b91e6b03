import { sql } from 'kysely';
import type { AccountState } from '../registry/account.ts';
import { AccountFacts, type AccountReview, type ReviewDecision } from '../registry/account-review.ts';
import type { PageOf } from '../registry/listing.ts';
import type { Named } from '../registry/named.ts';
import { HeldPost } from '../registry/people.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';
import { agencyNameOn } from './names.ts';
import { named, personName } from './people.ts';

/** The agencies in which somebody is administrator, and in which anybody is where nobody is named. */
export async function agenciesWithAdministrator(db: Db, day: PlainDate, userId: string | null): Promise<Named[]> {
  const { rows } = await sql<{ id: string; name: string | null }>`
    select p.agency_id as id, ${agencyNameOn(sql`p.agency_id`, day)} as name from post p
    join app_user u on u.id = p.user_id and u.state = 'active'
    where p.role = 'administrator' and p.valid_from <= ${day} and (p.valid_until is null or p.valid_until > ${day})
      and (${userId}::text is null or p.user_id = ${userId})
    group by p.agency_id order by 2, 1`.execute(db);
  return rows.map(({ id, name }) => named(id, name));
}

/** When a review that covered an agency was last closed: its own, or one of an agency that looks after it. */
export async function lastClosedOver(db: Db, agencyId: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(last.at) as at from (
      select agency_id, max(closed_at) as at from account_review where closed_at is not null group by agency_id) last
    where ${agencyId} in (select agencies_looked_after(array[last.agency_id]))`.execute(db);
  return rows[0]?.at ?? null;
}

export async function firstAccountAt(db: Db): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select min(created_at) as at from app_user`.execute(db);
  return rows[0]?.at ?? null;
}

export async function openReviewOf(db: Db, agencyId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from account_review where agency_id = ${agencyId} and closed_at is null`.execute(db);
  return rows[0]?.id ?? null;
}

type Beginning = { id: string; agencyId: string; userId: string; at: Date; day: PlainDate; since: PlainDate };

/**
 * Everybody whose post lies, or will lie, in what the agency's administrators look after, and who left such a post since the last
 * review and is gone. Those who hold nothing anywhere are for the committees, where whoever begins holds their accounts in reach anyway.
 * Gives how many; undefined where one is open already.
 */
export async function beginReview(trx: Db, { id, agencyId, userId, at, day, since }: Beginning) {
  const begun = await sql`
    insert into account_review (id, agency_id, began_at, began_by) values (${id}, ${agencyId}, ${at}, ${userId})
    on conflict (agency_id) where closed_at is null do nothing`.execute(trx);
  if (begun.numAffectedRows === 0n) return undefined;
  const listed = await sql`
    with looked_after as materialized (select agencies_looked_after(array[${agencyId}]) as id),
      held as (select user_id, agency_id from post
        where valid_until is null or (valid_until > ${day} and valid_until > valid_from))
    insert into reviewed_account (review_id, user_id)
    select ${id}, u.id from app_user u
    where exists (select from held h join looked_after l on l.id = h.agency_id where h.user_id = u.id)
      or (u.state <> 'left' and not exists (select from held h where h.user_id = u.id)
        and exists (select from agency a where a.id = ${agencyId} and a.kind = 'committee'))
      or (u.state = 'left' and exists (select from post p join looked_after l on l.id = p.agency_id
        where p.user_id = u.id and p.valid_until >= ${since}))`.execute(trx);
  return Number(listed.numAffectedRows);
}

const reviewColumns = (day: PlainDate) => sql`
  r.id, r.agency_id as "agencyId", ${agencyNameOn(sql`r.agency_id`, day)} as "agencyName", r.began_at as "beganAt",
  r.began_by as "beganBy", ${personName('r.began_by')} as "beganByName", r.closed_at as "closedAt",
  r.closed_by as "closedBy", ${personName('r.closed_by')} as "closedByName", r.note,
  (select count(*)::int from reviewed_account i where i.review_id = r.id) as accounts,
  (select count(*)::int from reviewed_account i join app_user u on u.id = i.user_id
    where i.review_id = r.id and i.decision is null and u.state <> 'left' and r.closed_at is null) as undecided`;

type ReviewRow = Pick<AccountReview, 'id' | 'note' | 'accounts' | 'undecided'> & {
  agencyId: string;
  agencyName: string | null;
  beganAt: Date;
  beganBy: string;
  beganByName: string;
  closedAt: Date | null;
  closedBy: string | null;
  closedByName: string | null;
};

const reviewOf = (row: ReviewRow): AccountReview => ({
  id: row.id,
  agency: named(row.agencyId, row.agencyName),
  beganAt: row.beganAt.toISOString(),
  beganBy: named(row.beganBy, row.beganByName),
  closedAt: row.closedAt?.toISOString() ?? null,
  closedBy: row.closedBy === null ? null : named(row.closedBy, row.closedByName),
  note: row.note,
  accounts: row.accounts,
  undecided: row.undecided,
});

/** Those of all agencies that somebody looks after, latest first. */
export async function listAccountReviews(
  db: Db,
  userId: string,
  { day, limit, offset }: PageOf & { day: PlainDate },
): Promise<{ reviews: AccountReview[]; total: number }> {
  const within = sql`r.agency_id in (select administered_agencies(${userId}, ${day}))`;
  const { rows } = await sql<ReviewRow>`select ${reviewColumns(day)} from account_review r where ${within}
    order by r.began_at desc, r.id limit ${limit} offset ${offset}`.execute(db);
  const counted = await sql<{ n: number }>`select count(*)::int as n from account_review r where ${within}`.execute(db);
  return { reviews: rows.map(reviewOf), total: counted.rows[0]?.n ?? 0 };
}

/** Undefined also where it is of an agency that the person does not look after. */
export async function findAccountReview(
  db: Db,
  userId: string,
  id: string,
  { day, hold = false }: { day: PlainDate; hold?: boolean },
): Promise<AccountReview | undefined> {
  const { rows } = await sql<ReviewRow>`select ${reviewColumns(day)} from account_review r
    where r.id = ${id} and r.agency_id in (select administered_agencies(${userId}, ${day}))
    ${hold ? sql`for update of r` : sql``}`.execute(db);
  return rows[0] && reviewOf(rows[0]);
}

/** One account of a review, as it stands now; `facts`: as it stood, where that was kept. */
export type AccountInReview = {
  userId: string;
  version: number;
  decision: ReviewDecision | null;
  reason: string | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  decidedByName: string | null;
  facts: AccountFacts | null;
  name: string;
  email: string;
  state: AccountState;
  seenAt: Date | null;
  createdAt: Date;
  secondFactor: boolean;
};

/** In the order of the alphabet. */
export async function accountsInReview(
  db: Db,
  reviewId: string,
  { userIds, hold = false }: { userIds?: readonly string[]; hold?: boolean } = {},
): Promise<AccountInReview[]> {
  const { rows } = await sql<AccountInReview>`
    select i.user_id as "userId", i.version, i.decision, i.reason, i.decided_at as "decidedAt", i.decided_by as "decidedBy",
      ${personName('i.decided_by')} as "decidedByName", i.facts, u.name, u.email, u.state,
      u.seen_at as "seenAt", u.created_at as "createdAt", f.confirmed_at is not null as "secondFactor"
    from reviewed_account i join app_user u on u.id = i.user_id left join second_factor f on f.user_id = u.id
    where i.review_id = ${reviewId} ${userIds ? sql`and i.user_id = any(${userIds}::text[])` : sql``}
    order by u.name collate "vi-x-icu", u.id ${hold ? sql`for update of i` : sql``}`.execute(db);
  return rows.map(({ facts, ...row }) => ({ ...row, facts: facts === null ? null : AccountFacts.parse(facts) }));
}

type Decided = { userId: string; decision: ReviewDecision; reason: string | null; by: string; at: Date };

export async function decideOnAccount(trx: Db, reviewId: string, facts: AccountFacts, decided: Decided): Promise<void> {
  const { userId, decision, reason, by, at } = decided;
  await sql`update reviewed_account set decision = ${decision}, reason = ${reason}, decided_at = ${at}, decided_by = ${by},
    facts = ${JSON.stringify(facts)}::jsonb, version = version + 1
    where review_id = ${reviewId} and user_id = ${userId}`.execute(trx);
}

export async function keepFacts(trx: Db, reviewId: string, userId: string, facts: AccountFacts): Promise<void> {
  await sql`update reviewed_account set facts = ${JSON.stringify(facts)}::jsonb
    where review_id = ${reviewId} and user_id = ${userId}`.execute(trx);
}

type Closing = { by: string; at: Date; note: string | null };

export async function closeAccountReview(trx: Db, id: string, { by, at, note }: Closing): Promise<void> {
  await sql`update account_review set closed_at = ${at}, closed_by = ${by}, note = ${note} where id = ${id}`.execute(
    trx,
  );
}

/** Gives whether this reminder had not gone out before. */
export async function takeReminder(trx: Db, agencyId: string, due: PlainDate, step: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into account_review_reminder (agency_id, due_on, step) values (${agencyId}, ${due}, ${step})
    on conflict do nothing`.execute(trx);
  return numAffectedRows === 1n;
}

/** The posts of people in what an agency's administrators look after, held today or to come. */
export async function postsLookedAfter(
  db: Db,
  agencyId: string,
  userIds: readonly string[],
  day: PlainDate,
): Promise<(HeldPost & { userId: string })[]> {
  const { rows } = await sql<HeldPost & { userId: string }>`
    with looked_after as materialized (select agencies_looked_after(array[${agencyId}]) as id)
    select p.id, p.user_id as "userId", p.role, p.agency_id as "agencyId", p.valid_from as "validFrom", p.valid_until as "validUntil"
    from post p join looked_after l on l.id = p.agency_id
    where p.user_id = any(${userIds}::text[])
      and (p.valid_until is null or (p.valid_until > ${day} and p.valid_until > p.valid_from))
    order by p.user_id, p.valid_from, p.id`.execute(db);
  return rows.map((row) => ({ ...HeldPost.parse(row), userId: row.userId }));
}
