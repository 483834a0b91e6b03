import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { AuditEntry, AuditFault, AuditVerification } from '../registry/audit.ts';
import type { Named } from '../registry/named.ts';
import { allOf, type Condition, dayBegins, escaped } from './conditions.ts';
import type { Db } from './database.ts';

/** Which recorded actions; days are those of Việt Nam, both inclusive. */
export type AuditQuery = {
  user?: string | undefined;
  verb?: string | undefined;
  kind?: string | undefined;
  document?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  /** Part of a subject's id, a reason or a person's name. */
  q?: string | undefined;
};

function conditions({ user, verb, kind, document, from, to, q }: AuditQuery): Condition[] {
  const like = q === undefined ? undefined : `%${escaped(q.toLowerCase())}%`;
  return [
    ...(user ? [sql<boolean>`a.user_id = ${user}`] : []),
    ...(verb ? [sql<boolean>`a.verb = ${verb}`] : []),
    ...(kind ? [sql<boolean>`a.subject_kind = ${kind}`] : []),
    ...(document ? [sql<boolean>`a.document_id = ${document}`] : []),
    ...(from ? [sql<boolean>`a.at >= ${dayBegins(from)}`] : []),
    ...(to ? [sql<boolean>`a.at < ${dayBegins(to)} + interval '1 day'`] : []),
    ...(like
      ? [sql<boolean>`(lower(a.subject_id) like ${like} or lower(a.reason) like ${like} or lower(u.name) like ${like})`]
      : []),
  ];
}

type Row = Omit<AuditEntry, 'at' | 'by' | 'document'> & {
  at: Date;
  userId: string;
  userName: string;
  documentId: string | null;
  documentName: string | null;
};

/** Latest first; `before` leaves out that action and all later ones. */
export async function searchAudit(
  db: Db,
  query: AuditQuery,
  { limit, before }: { limit: number; before?: number | undefined },
): Promise<AuditEntry[]> {
  const { rows } = await sql<Row>`
    select a.id, a.operation, a.at, a.user_id as "userId", u.name as "userName", a.verb, a.subject_kind as "subjectKind",
      a.subject_id as "subjectId", a.reason, a.before, a.after, a.undoes, a.address,
      exists (select from action later where later.undoes = a.id) as undone,
      d.id as "documentId", coalesce(d.number, d.title, d.file_name) as "documentName"
    from action a join app_user u on u.id = a.user_id left join document d on d.id = a.document_id
    where ${allOf([...conditions(query), ...(before === undefined ? [] : [sql<boolean>`a.id < ${before}`])])}
    order by a.id desc limit ${limit}`.execute(db);
  return rows.map(({ userId, userName, documentId, documentName, at, ...row }) => ({
    ...row,
    at: at.toISOString(),
    by: { id: userId, name: userName },
    document: documentId === null ? null : { id: documentId, name: documentName ?? documentId },
  }));
}

export type AuditChoices = { verbs: string[]; kinds: string[]; people: Named[] };

/** What there is to choose from: every kind of deed and of subject, and everybody, that was ever recorded. */
export async function auditChoices(db: Db): Promise<AuditChoices> {
  const distinct = async (column: 'verb' | 'subject_kind') => {
    // Steps from one value to the next by the index: a `distinct` would read every row there is.
    const { rows } = await sql<{ value: string }>`
      with recursive one as (
        (select ${sql.ref(column)} as value from action order by 1 limit 1)
        union all
        select (select ${sql.ref(column)} from action where ${sql.ref(column)} > one.value order by 1 limit 1)
        from one where one.value is not null)
      select value from one where value is not null`.execute(db);
    return rows.map(({ value }) => value);
  };
  const { rows: people } = await sql<Named>`
    select u.id, u.name from app_user u where exists (select from action a where a.user_id = u.id)
    order by u.name collate "vi-x-icu", u.id`.execute(db);
  return { verbs: await distinct('verb'), kinds: await distinct('subject_kind'), people };
}

/**
 * The words that were sealed. They stand here once more beside migrations/015, on purpose: whoever can change the functions in the
 * database must not be able to change what is checked.
 */
const sealedWords = sql<string>`jsonb_build_array(a.id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), a.user_id, a.address,
  a.operation, a.verb, a.document_id, a.duty_id, a.subject_kind, a.subject_id, a.reason, a.before, a.after, a.undoes)::text`;

type Seal = { position: number; actionId: number; hash: Buffer; words: string | null };

const sealsAtOnce = 10_000;
const mostFaults = 50;

async function* sealsInOrder(db: Db): AsyncGenerator<Seal> {
  for (let after = 0; ; ) {
    const { rows } = await sql<Seal>`
      select s.position, s.action_id as "actionId", s.hash, case when a.id is null then null else ${sealedWords} end as words
      from action_seal s left join action a on a.id = s.action_id
      where s.position > ${after} order by s.position limit ${sealsAtOnce}`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.position;
  }
}

/**
 * Walks the whole chain.
 * @param noted a head noted earlier, outside of the database
 */
export async function verifyChain(db: Db, noted?: string): Promise<AuditVerification> {
  const faults: AuditFault[] = [];
  const fault = (kind: AuditFault['kind'], position: number | null, actionId: number | null) =>
    void (faults.length < mostFaults && faults.push({ kind, position, actionId }));
  let actions = 0;
  let last = 0;
  let previous: Uint8Array = new Uint8Array();
  let notedSeen = noted === undefined;
  for await (const { position, actionId, hash, words } of sealsInOrder(db)) {
    actions++;
    if (position !== last + 1) fault('gap', position, null);
    if (words === null) fault('removed', position, actionId);
    else if (!createHash('sha256').update(previous).update(words, 'utf8').digest().equals(hash))
      fault('altered', position, actionId);
    if (noted === `${position}:${hash.toString('hex')}`) notedSeen = true;
    last = position;
    previous = hash;
  }
  const { rows: unsealed } = await sql<{ id: number }>`
    select a.id from action a where not exists (select from action_seal s where s.action_id = a.id)
    order by a.id limit ${mostFaults}`.execute(db);
  for (const { id } of unsealed) fault('unsealed', null, id);
  if (!notedSeen) fault('head', Number(noted?.split(':')[0]), null);
  return { actions, head: last === 0 ? null : `${last}:${Buffer.from(previous).toString('hex')}`, faults };
}
