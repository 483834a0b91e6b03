import { sql } from 'kysely';
import { NoticeKind } from '../registry/notice.ts';
import {
  type WebhookAttempt,
  type WebhookBody,
  type WebhookDraft,
  WebhookFailure,
  type WebhookRecord,
} from '../registry/webhook.ts';
import type { Db } from './database.ts';

/** Its secret, sealed, beside it: for whoever signs. */
export type HeldWebhook = { webhook: WebhookRecord; secret: string };

export async function listWebhooks(db: Db): Promise<WebhookRecord[]> {
  const rows = await db.selectFrom('webhook').selectAll().orderBy('created_at').execute();
  return rows.map(webhookRecord);
}

export async function findWebhook(db: Db, id: string, lock = false): Promise<HeldWebhook | undefined> {
  const row = await db
    .selectFrom('webhook')
    .selectAll()
    .where('id', '=', id)
    .$if(lock, (q) => q.forUpdate())
    .executeTakeFirst();
  return row && { webhook: webhookRecord(row), secret: row.secret };
}

export async function insertWebhook(
  trx: Db,
  id: string,
  { name, address, kinds, active }: WebhookDraft,
  { secret, by, at }: { secret: string; by: string; at: Date },
): Promise<void> {
  await trx
    .insertInto('webhook')
    .values({ id, name, address, kinds, active, secret, created_by: by, created_at: at })
    .execute();
}

export async function updateWebhook(trx: Db, id: string, draft: WebhookDraft): Promise<void> {
  await trx
    .updateTable('webhook')
    .set((e) => ({ ...draft, version: e('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function deleteWebhook(trx: Db, id: string): Promise<void> {
  await trx.deleteFrom('webhook').where('id', '=', id).execute();
}

export type NewAttempt = Omit<WebhookAttempt, 'id' | 'at' | 'kept'> & {
  webhookId: string;
  at: Date;
  body: WebhookBody;
};

export async function insertAttempt(db: Db, { webhookId, jobId, body, ...attempt }: NewAttempt): Promise<void> {
  await db
    .insertInto('webhook_attempt')
    .values({ webhook_id: webhookId, job_id: jobId, body: JSON.stringify(body), ...attempt })
    .execute();
}

/** Latest first. */
export async function listAttempts(db: Db, webhookId: string, limit: number): Promise<WebhookAttempt[]> {
  const rows = await db
    .selectFrom('webhook_attempt')
    .select(['id', 'job_id', 'kind', 'at', 'milliseconds', 'status', 'failure'])
    .select(sql<boolean>`body is not null`.as('kept'))
    .where('webhook_id', '=', webhookId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    jobId: row.job_id,
    kind: row.kind,
    at: row.at.toISOString(),
    milliseconds: row.milliseconds,
    status: row.status,
    failure: WebhookFailure.nullable().parse(row.failure),
    kept: row.kept,
  }));
}

/** Of each address the last calls are kept whole, no more: they name people. */
export async function forgetOldBodies(db: Db, webhookId: string, kept: number): Promise<void> {
  await sql`update webhook_attempt set body = null where webhook_id = ${webhookId} and body is not null
    and id <= (select id from webhook_attempt where webhook_id = ${webhookId} order by id desc offset ${kept} limit 1)`.execute(
    db,
  );
}

/** What was sent; undefined where there was no such call, or it is not kept. */
export async function findSentBody(db: Db, webhookId: string, attemptId: number): Promise<WebhookBody | undefined> {
  const row = await db
    .selectFrom('webhook_attempt')
    .select('body')
    .where('webhook_id', '=', webhookId)
    .where('id', '=', attemptId)
    .executeTakeFirst();
  return row?.body ?? undefined;
}

type WebhookRow = {
  id: string;
  name: string;
  address: string;
  kinds: string[];
  active: boolean;
  version: number;
  created_at: Date;
};

const webhookRecord = ({ id, name, address, kinds, active, version, created_at }: WebhookRow): WebhookRecord => ({
  id,
  name,
  address,
  kinds: kinds.map((kind) => NoticeKind.parse(kind)),
  active,
  version,
  createdAt: created_at.toISOString(),
});

/** Secrets of before they were sealed: 32 bytes in base64, which no sealed one is as short as. */
export async function openSecretsOf(trx: Db): Promise<{ id: string; secret: string }[]> {
  return trx
    .selectFrom('webhook')
    .select(['id', 'secret'])
    .where(sql<boolean>`length(secret) = 43`)
    .forUpdate()
    .execute();
}

export async function putSecret(trx: Db, id: string, secret: string): Promise<void> {
  await trx.updateTable('webhook').set({ secret }).where('id', '=', id).execute();
}
