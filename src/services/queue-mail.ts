import { z } from 'zod';
import { letterPage } from '../report/letter.ts';
import type { Db } from '../store/database.ts';
import { forgetWords } from '../store/jobs.ts';
import { enqueue } from '../store/outbox.ts';
import { findMailbox } from '../store/recipients.ts';
import type { App } from './app.ts';
import { today } from './clock.ts';

/** `userId`: somebody's whose work it tells of; without it, whoever `to` belongs to, at work here or not (an invitation). */
const QueuedLetter = z.object({
  to: z.email(),
  userId: z.string().optional(),
  subject: z.string(),
  text: z.string(),
});
export type QueuedLetter = z.infer<typeof QueuedLetter>;

/** Leaves with the transaction. Where the installation has no mail server, letters wait until it has one. */
export const queueMail = (trx: Db, letter: QueuedLetter): Promise<void> =>
  enqueue(trx, [{ queue: 'mail', data: letter }]);

/** What the job of a letter does. Its words are not kept longer than they are needed: they may be an invitation. */
export async function sendQueuedLetter(app: App, job: { id: string; data: unknown }): Promise<void> {
  if (!app.mail) throw new Error('no mail server is configured');
  const { userId, subject, text, ...letter } = QueuedLetter.parse(job.data);
  // Letters wait while the mail server does; by then a post may have ended, or an address have changed.
  const to = userId === undefined ? letter.to : await findMailbox(app.db, userId, today(app.clock));
  if (to !== undefined) await app.mail.send({ id: job.id, to, subject, text, html: letterPage(text, app.publicUrl) });
  await forgetWords(app.db, 'mail', job.id, { to: to ?? letter.to, subject });
}
