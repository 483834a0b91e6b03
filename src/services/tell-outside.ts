import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AddressForbidden } from '../outside/addresses.ts';
import { callWebhook } from '../outside/webhook.ts';
import { NoticeDetails, NoticeKind, noticePath } from '../registry/notice.ts';
import { usualChoice, waysOf } from '../registry/notice-choice.ts';
import { noticeSentence } from '../registry/notice-words.ts';
import { shownAttempts, WebhookBody, type WebhookFailure, type WebhookRecord } from '../registry/webhook.ts';
import type { Db } from '../store/database.ts';
import { findChoices, noticeRules } from '../store/notice-choices.ts';
import { enqueue } from '../store/outbox.ts';
import { type Contact, contactsAtWork } from '../store/recipients.ts';
import { findWebhook, forgetOldBodies, insertAttempt, listWebhooks } from '../store/webhooks.ts';
import type { App } from './app.ts';
import { today } from './clock.ts';
import { sendNotices } from './send-notices.ts';
import { openSecret } from './webhook-secrets.ts';

/** What services/notify.ts leaves in the queue. */
const ToldNews = z.object({
  kind: NoticeKind,
  at: z.iso.datetime(),
  dutyId: z.uuid().optional(),
  documentId: z.uuid().optional(),
  roundId: z.uuid().optional(),
  urgent: z.boolean().optional(),
  details: NoticeDetails,
  userIds: z.array(z.string()),
});
type ToldNews = z.infer<typeof ToldNews>;
const Telling = z.object({ news: z.array(ToldNews) });

/** What people were told in the application goes on from here: to webhooks, and by mail where it does not wait. */
export async function tellOutside(app: App, job: { id: string; data: unknown }): Promise<void> {
  const { news } = Telling.parse(job.data);
  await app.db.transaction().execute((trx) => queueWebhooks(trx, app, job.id, news));
  await sendNotices(app, [...new Set(news.flatMap(({ userIds }) => userIds))]);
}

const QueuedCall = z.object({ webhookId: z.uuid(), body: WebhookBody });

async function queueWebhooks(trx: Db, app: App, jobId: string, news: readonly ToldNews[]): Promise<void> {
  const webhooks = (await listWebhooks(trx)).filter(({ active }) => active);
  if (webhooks.length === 0) return;
  const userIds = [...new Set(news.flatMap((one) => one.userIds))];
  const [contacts, choices, rules] = [
    await contactsAtWork(trx, userIds, today(app.clock)),
    await findChoices(trx, userIds),
    await noticeRules(trx),
  ];
  const peopleOf = ({ kind, userIds }: ToldNews): Contact[] =>
    userIds.flatMap((id) => {
      const contact = contacts.get(id);
      return contact && waysOf(kind, rules, choices.get(id) ?? usualChoice).webhook ? [contact] : [];
    });
  const calls = news.flatMap((one, index) =>
    webhooks.filter((webhook) => wants(webhook, one.kind)).map((webhook) => ({ one, webhookId: webhook.id, index })),
  );
  await enqueue(
    trx,
    calls.map(({ one, webhookId, index }) => {
      const id = sameId(`${jobId} ${index} ${webhookId}`);
      const body = bodyOf(app, id, one, peopleOf(one));
      return { queue: 'webhook', jobId: id, data: { webhookId, body } satisfies z.infer<typeof QueuedCall> };
    }),
  );
}

const wants = ({ kinds }: WebhookRecord, kind: NoticeKind): boolean => kinds.length === 0 || kinds.includes(kind);

function bodyOf(app: App, id: string, { kind, at, urgent, details, ...one }: ToldNews, people: Contact[]): WebhookBody {
  const about = { dutyId: one.dutyId ?? null, documentId: one.documentId ?? null, roundId: one.roundId ?? null };
  const link = app.publicUrl === undefined ? null : app.publicUrl + noticePath({ kind, ...about });
  const sentence = noticeSentence(kind, details, 'vi');
  return { id, kind, at, urgent: urgent ?? false, ...about, sentence, details, link, people };
}

/** A job that runs a second time leaves the same jobs as the first. */
function sameId(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** One call of one address; whether it arrived is recorded either way, and the queue tries again where it did not. */
export async function callQueuedWebhook(app: App, job: { id: string; data: unknown }): Promise<void> {
  const { webhookId, body } = QueuedCall.parse(job.data);
  const held = await findWebhook(app.db, webhookId);
  if (!held?.webhook.active) return;
  const at = app.clock.now();
  const began = performance.now();
  const { address } = held.webhook;
  const outcome = await callWebhook(
    { address, secret: openSecret(app.accounts.sealing, held.secret), id: body.id, body: JSON.stringify(body), at },
    app.outgoing,
  ).then(({ status }) => ({ status, failure: status >= 200 && status < 300 ? null : ('status' as const) }), failureOf);
  const milliseconds = Math.round(performance.now() - began);
  await insertAttempt(app.db, { webhookId, jobId: job.id, kind: body.kind, at, milliseconds, body, ...outcome });
  await forgetOldBodies(app.db, webhookId, shownAttempts);
  if (outcome.failure) throw new Error(`webhook: ${outcome.failure}${outcome.status ? ` ${outcome.status}` : ''}`);
}

function failureOf(error: unknown): { status: null; failure: WebhookFailure } {
  if (error instanceof AddressForbidden) return { status: null, failure: 'inner' };
  const timedOut = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
  return { status: null, failure: timedOut ? 'timeout' : 'unreachable' };
}
