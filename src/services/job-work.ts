import { z } from 'zod';
import { forgetStandingChanges } from '../store/standing-changes.ts';
import { sendPasswordLink } from './accounts/links.ts';
import { remindOfReviews } from './accounts/remind-of-reviews.ts';
import type { App } from './app.ts';
import { forgetByRule } from './forget-by-rule.ts';
import { makeDueDuties } from './give-duties.ts';
import type { JobWork } from './job-runner.ts';
import { rememberedMs } from './kept-standings.ts';
import { rematchIndicators } from './match-indicators.ts';
import { rematchAgencies } from './match-stored-agencies.ts';
import { forgetRequests } from './once.ts';
import { openDueRounds } from './open-due-rounds.ts';
import { sendQueuedLetter } from './queue-mail.ts';
import { readEvidenceTexts } from './read-evidence.ts';
import { sendNotices } from './send-notices.ts';
import { sweepFiles } from './stored-files/sweep.ts';
import { callQueuedWebhook, tellOutside } from './tell-outside.ts';
import { runUrging } from './urge.ts';
import { sendWeeklyLetters } from './weekly-letters.ts';

const PasswordLinkAsked = z.object({ email: z.string() });

/** What each queue does. */
export const jobWork = (app: App): JobWork => ({
  ...(app.mail && { mail: (job) => sendQueuedLetter(app, job) }),
  webhook: (job) => callQueuedWebhook(app, job),
  tell: (job) => tellOutside(app, job),
  passwordLink: (job) => sendPasswordLink(app, PasswordLinkAsked.parse(job.data).email),
  rematch: ({ signal }) => rematchIndicators(app.db, signal),
  rematchAgencies: ({ signal }) => rematchAgencies(app.db, signal),
  evidenceText: ({ signal }) => readEvidenceTexts(app, signal),
  digest: async () => {
    await sendNotices(app);
    await sendWeeklyLetters(app);
  },
  urging: async ({ signal }) => {
    await runUrging(app, signal);
  },
  recurring: async ({ signal }) => {
    await makeDueDuties(app, signal);
    await remindOfReviews(app);
    await forgetByRule(app);
    await forgetStandingChanges(app.db, rememberedMs);
    await forgetRequests(app);
    await sweepFiles(app);
    // Last: a regime that fails stops nothing else.
    await openDueRounds(app, signal);
  },
});
