import { type SqlBool, sql } from 'kysely';
import { SignInCursor, type SignInEntry, type SignInFilter, type SignInProof } from '../registry/sign-in.ts';
import { allOf, type Condition, dayBegins, escaped } from './conditions.ts';
import type { Db } from './database.ts';
import { named } from './people.ts';

/** `asked`: of what was denied, the question by its form. `account`: the e-mail that was named, whether there is such an account or not. */
export type SignInMade = {
  at: Date;
  outcome: SignInEntry['outcome'];
  account: string;
  proof?: SignInProof;
  provider?: string;
  asked?: string;
  address: string;
  device: string;
};

const longestText = 300;

export async function insertSignIn(db: Db, { account, device, ...made }: SignInMade): Promise<void> {
  const email = account.toLowerCase();
  await db
    .insertInto('sign_in')
    .values({
      ...made,
      user_id: sql<string | null>`(select u.id from app_user u where lower(u.email) = ${email})`,
      account: email.slice(0, longestText),
      device: device.slice(0, longestText),
    })
    .execute();
}

const wanted = ({ q, outcome, from, to }: SignInFilter): (Condition | undefined)[] => {
  const like = q ? `%${escaped(q.toLowerCase())}%` : undefined;
  return [
    like === undefined
      ? undefined
      : sql<SqlBool>`(s.account like ${like} or s.address like ${like} or lower(u.name) like ${like})`,
    outcome ? sql<SqlBool>`s.outcome = ${outcome}` : undefined,
    from ? sql<SqlBool>`s.at >= ${dayBegins(from)}` : undefined,
    to ? sql<SqlBool>`s.at < ${dayBegins(to)} + interval '1 day'` : undefined,
  ];
};

type Row = Omit<SignInEntry, 'at' | 'person'> & { at: Date; userId: string | null; userName: string | null };

const entryOf = ({ at, userId, userName, ...row }: Row): SignInEntry => ({
  ...row,
  at: at.toISOString(),
  person: userId === null ? null : named(userId, userName),
});

const columns = sql`s.id, s.at, s.outcome, s.account, s.proof, s.provider, s.asked, s.address, s.device,
  s.user_id as "userId", u.name as "userName"`;

/** Latest first. */
export async function listSignIns(
  db: Db,
  filter: SignInFilter,
  { after, limit }: { after?: SignInCursor | undefined; limit: number },
): Promise<{ entries: SignInEntry[]; next: SignInCursor | null }> {
  const [moment, id] = after?.split('_') ?? [];
  const later = id === undefined ? undefined : sql<SqlBool>`(s.at, s.id) < (${moment}::timestamptz, ${id}::bigint)`;
  const { rows } = await sql<Row>`
    select ${columns} from sign_in s left join app_user u on u.id = s.user_id
    where ${allOf([...wanted(filter), later])} order by s.at desc, s.id desc limit ${limit + 1}`.execute(db);
  const entries = rows.slice(0, limit).map(entryOf);
  const last = rows.length > limit ? entries.at(-1) : undefined;
  return { entries, next: last ? SignInCursor.parse(`${last.at}_${last.id}`) : null };
}

/** Of one account, latest first; found by its e-mail, by which there is an index. */
export async function latestSignIns(db: Db, { id, email }: { id: string; email: string }, limit: number) {
  const { rows } = await sql<Row>`
    select ${columns} from sign_in s left join app_user u on u.id = s.user_id
    where s.account = ${email.toLowerCase()} and s.user_id = ${id} order by s.at desc, s.id desc limit ${limit}`.execute(
    db,
  );
  return rows.map(entryOf);
}
