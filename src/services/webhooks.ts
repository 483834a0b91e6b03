import { randomBytes, randomUUID } from 'node:crypto';
import type { User } from '../registry/may.ts';
import {
  shownAttempts,
  type WebhookAttempt,
  type WebhookBody,
  type WebhookDraft,
  type WebhookRecord,
} from '../registry/webhook.ts';
import { recordActions } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import { enqueue } from '../store/outbox.ts';
import {
  deleteWebhook,
  findSentBody,
  findWebhook,
  insertWebhook,
  listAttempts,
  listWebhooks,
  updateWebhook,
} from '../store/webhooks.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { sealSecret } from './webhook-secrets.ts';

export const readWebhooks = async ({ db }: App): Promise<{ webhooks: WebhookRecord[] }> => ({
  webhooks: await listWebhooks(db),
});

export const readAttempts = async ({ db }: App, id: string): Promise<{ attempts: WebhookAttempt[] }> => ({
  attempts: await listAttempts(db, id, shownAttempts),
});

/** Gives its secret, this once. */
export async function makeWebhook(app: App, user: User, draft: WebhookDraft): Promise<{ id: string; secret: string }> {
  const id = randomUUID();
  const secret = randomBytes(32).toString('base64url');
  await app.db.transaction().execute(async (trx) => {
    const sealed = sealSecret(app.accounts.sealing, secret);
    await insertWebhook(trx, id, draft, { secret: sealed, by: user.id, at: app.clock.now() });
    await record(trx, app, user, id, 'makeWebhook', null, draft);
  });
  return { id, secret };
}

export async function changeWebhook(
  app: App,
  user: User,
  id: string,
  version: number,
  draft: WebhookDraft,
): Promise<void> {
  await app.db.transaction().execute(async (trx) => {
    const before = await held(trx, id, version);
    await updateWebhook(trx, id, draft);
    await record(trx, app, user, id, 'changeWebhook', before, draft);
  });
}

export async function removeWebhook(app: App, user: User, id: string, version: number): Promise<void> {
  await app.db.transaction().execute(async (trx) => {
    const before = await held(trx, id, version);
    await deleteWebhook(trx, id);
    await record(trx, app, user, id, 'removeWebhook', before, null);
  });
}

/** One call that says it is a trial; its outcome stands in the log. */
export async function tryWebhook(app: App, id: string): Promise<void> {
  const body: WebhookBody = {
    ...{ id: randomUUID(), kind: 'test', at: app.clock.now().toISOString(), urgent: false },
    ...{ dutyId: null, documentId: null, sentence: 'Gọi thử từ Tiến Độ', details: {}, link: null, people: [] },
  };
  await app.db.transaction().execute((trx) => enqueue(trx, [{ queue: 'webhook', data: { webhookId: id, body } }]));
}

/** The same call once more, under the same id: whoever has it already knows it again. */
export async function repeatWebhook(app: App, id: string, attemptId: number): Promise<void> {
  await app.db.transaction().execute(async (trx) => {
    const body = await findSentBody(trx, id, attemptId);
    if (!body) throw new Refusal('notFound');
    await enqueue(trx, [{ queue: 'webhook', data: { webhookId: id, body } }]);
  });
}

async function held(trx: Db, id: string, version: number): Promise<WebhookRecord> {
  const found = await findWebhook(trx, id, true);
  if (!found) throw new Refusal('notFound');
  if (found.webhook.version !== version) throw new Refusal('changedMeanwhile');
  return found.webhook;
}

type Fields = Partial<WebhookDraft> | null;

async function record(
  trx: Db,
  app: App,
  user: User,
  id: string,
  verb: string,
  before: Fields,
  after: Fields,
): Promise<void> {
  const fieldsOf = (one: Fields) =>
    one && { name: one.name, address: one.address, kinds: one.kinds, active: one.active };
  const fields = { operation: randomUUID(), at: app.clock.now(), userId: user.id, documentId: null, reason: null };
  const subject = { verb, subjectKind: 'webhook', subjectId: id };
  await recordActions(trx, [{ ...fields, ...subject, before: fieldsOf(before), after: fieldsOf(after) }]);
}
