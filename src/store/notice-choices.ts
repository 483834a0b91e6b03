import { sql } from 'kysely';
import { NoticeKind } from '../registry/notice.ts';
import { NoticeChoice, NoticeRule, type NoticeRules, usualChoice, usualRules } from '../registry/notice-choice.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';

/** What these people chose; who chose nothing is left out. */
export async function findChoices(db: Db, userIds: readonly string[]): Promise<Map<string, NoticeChoice>> {
  if (userIds.length === 0) return new Map();
  const rows = await db.selectFrom('notice_choice').selectAll().where('user_id', 'in', userIds).execute();
  return new Map(
    rows.map((row) => [
      row.user_id,
      NoticeChoice.parse({
        kinds: row.kinds,
        digestAt: row.digest_at,
        quietFrom: row.quiet_from,
        quietUntil: row.quiet_until,
        language: row.language,
        weeklyOn: row.weekly_on,
      }),
    ]),
  );
}

export const getChoice = async (db: Db, userId: string): Promise<NoticeChoice> =>
  (await findChoices(db, [userId])).get(userId) ?? usualChoice;

export async function putChoice(trx: Db, userId: string, choice: NoticeChoice): Promise<void> {
  const fields = {
    kinds: JSON.stringify(choice.kinds),
    digest_at: choice.digestAt,
    quiet_from: choice.quietFrom,
    quiet_until: choice.quietUntil,
    language: choice.language,
    weekly_on: choice.weeklyOn,
  };
  await trx
    .insertInto('notice_choice')
    .values({ user_id: userId, ...fields })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(fields))
    .execute();
}

/**
 * Whether today's digest of this person is now ours to make: false where it was made already, or another server makes it. One of a day
 * to come was made while the clock was ahead, and keeps nobody from today's.
 */
export async function claimDigest(trx: Db, userId: string, day: PlainDate): Promise<boolean> {
  const claimed = await trx
    .insertInto('digest')
    .values({ user_id: userId, day })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ day }).where('digest.day', '<>', day))
    .returning('user_id')
    .execute();
  return claimed.length > 0;
}

/** From this day on; the letter of that day itself, too, is for next week. */
export async function beginWeekly(trx: Db, userId: string, day: PlainDate): Promise<void> {
  await trx.updateTable('notice_choice').set({ weekly_since: day }).where('user_id', '=', userId).execute();
}

/** Everybody who wants a letter of the week and has got none since before a day; what comes after it said a clock that was ahead. */
export async function weeklySubscribers(db: Db, before: PlainDate): Promise<string[]> {
  const rows = await db
    .selectFrom('notice_choice')
    .select('user_id')
    .where('weekly_on', 'is not', null)
    .where('weekly_since', '<>', before)
    .orderBy('user_id')
    .execute();
  return rows.map(({ user_id: id }) => id);
}

/** Whether the letter that is due since a day is now ours to send: false where it was sent already, or is no longer wanted. */
export async function claimWeekly(trx: Db, userId: string, since: PlainDate): Promise<boolean> {
  const claimed = await trx
    .updateTable('notice_choice')
    .set({ weekly_since: since })
    .where('user_id', '=', userId)
    .where('weekly_on', 'is not', null)
    .where((is) => is.or([is('weekly_since', '<', since), is('weekly_since', '>', sql<string>`${since}::date + 7`)]))
    .returning('user_id')
    .execute();
  return claimed.length > 0;
}

/** What the administrator allows; a kind of which nothing was said has its usual rule. */
export async function noticeRules(db: Db): Promise<NoticeRules> {
  const rows = await db.selectFrom('notice_rule').selectAll().execute();
  const said = rows.flatMap(({ kind, rule }) => {
    const known = NoticeKind.safeParse(kind);
    return known.success ? [[known.data, NoticeRule.parse(rule)] as const] : [];
  });
  return { ...usualRules, ...Object.fromEntries(said) };
}

/** What was said of a kind; nobody else changes it until the transaction ends. */
export async function holdNoticeRule(trx: Db, kind: NoticeKind): Promise<NoticeRule | undefined> {
  const query = trx.selectFrom('notice_rule').select('rule').where('kind', '=', kind).forUpdate();
  const row = await query.executeTakeFirst();
  return row && NoticeRule.parse(row.rule);
}

/** Of a kind of which nothing was said; false where somebody said something meanwhile. */
export async function addNoticeRule(trx: Db, kind: NoticeKind, rule: NoticeRule): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('notice_rule')
    .values({ kind, rule: JSON.stringify(rule) })
    .onConflict((conflict) => conflict.column('kind').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function putNoticeRule(trx: Db, kind: NoticeKind, rule: NoticeRule): Promise<void> {
  const query = trx.updateTable('notice_rule').set({ rule: JSON.stringify(rule) });
  await query.where('kind', '=', kind).execute();
}
