import { sql } from 'kysely';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';

/** What rules let go of. None of it touches `action` or its seals. */

export async function forgetNotices(trx: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('notice')
    .where('at', '<', before)
    .where('settled_at', 'is not', null)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Links, the log of sign-ins, calls to webhooks, requests that failed, and imports of which no document came. */
export async function forgetTraces(trx: Db, before: Date): Promise<number> {
  const links = await trx
    .deleteFrom('account_link')
    .where((e) => e.fn.coalesce('used_at', 'ends_at'), '<', before)
    .executeTakeFirst();
  const calls = await trx.deleteFrom('webhook_attempt').where('at', '<', before).executeTakeFirst();
  const signIns = await trx.deleteFrom('sign_in').where('at', '<', before).executeTakeFirst();
  const failures = await trx.deleteFrom('request_failure').where('at', '<', before).executeTakeFirst();
  const imports = await trx
    .deleteFrom('document_import')
    .where('document_id', 'is', null)
    .where('ended_at', '<', before)
    .executeTakeFirst();
  return [links, signIns, calls, failures, imports].reduce(
    (sum, { numDeletedRows }) => sum + Number(numDeletedRows),
    0,
  );
}

/** What only served the signing in and the being told of people who are gone. */
const theirs = [
  ...(['session', 'sign_in_step', 'password', 'past_password', 'recovery_code', 'second_factor'] as const),
  ...(['account_link', 'api_key', 'outside_identity', 'notice', 'notice_choice', 'saved_search'] as const),
];

/** Of those who left and whose last post ended before the day; their name stays under what they did. */
export async function forgetDeparted(trx: Db, before: PlainDate): Promise<number> {
  let forgotten = 0;
  for (const table of theirs) {
    const { numAffectedRows } = await sql`delete from ${sql.table(table)} where user_id in (
      select id from app_user where state = 'left' and not exists (
        select from post where user_id = app_user.id and (valid_until is null or valid_until >= ${before})))`.execute(
      trx,
    );
    forgotten += Number(numAffectedRows ?? 0);
  }
  return forgotten;
}
