import type { App } from './app.ts';
import type { JobWork } from './job-runner.ts';
import { sendQueuedLetter } from './queue-mail.ts';
import { sendNotices } from './send-notices.ts';
import { callQueuedWebhook, tellOutside } from './tell-outside.ts';

/** What each queue does. */
export const jobWork = (app: App): JobWork => ({
  ...(app.mail && { mail: (job) => sendQueuedLetter(app, job) }),
  webhook: (job) => callQueuedWebhook(app, job),
  tell: (job) => tellOutside(app, job),
  digest: () => sendNotices(app),
});
