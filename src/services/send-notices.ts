import {
  digestIsDue,
  type MailMoment,
  mailStep,
  type NoticeChoice,
  type NoticeRules,
} from '../registry/notice-choice.ts';
import { isWorkingDay } from '../registry/working-days.ts';
import { digestLetter, noticeLetter } from '../report/letter.ts';
import { loadCalendar } from '../store/calendar.ts';
import type { Db } from '../store/database.ts';
import { claimDigest, getChoice, noticeRules } from '../store/notice-choices.ts';
import {
  settleNotices,
  takeUnsettled,
  type UnsettledNotice,
  unsettledAndSeen,
  unsettledPeople,
} from '../store/notices.ts';
import { findMailbox } from '../store/recipients.ts';
import { dayOfMoment, type PlainDate, timeOfMoment } from '../values/plain-date.ts';
import { type App, appFor } from './app.ts';
import { queueMail } from './queue-mail.ts';

type Sending = { app: App; at: Date; day: PlainDate; moment: MailMoment; rules: NoticeRules };

/** More at once would be one letter that nobody reads. */
const takenAtOnce = 500;

/**
 * Settles by mail what people have been told: some leaves at once, the rest with the one digest of the day, what a person
 * has read or wants no mail of stays in the application. Called after something was told and every few minutes; two
 * servers may do it together.
 */
export async function sendNotices(app: App, only?: readonly string[]): Promise<void> {
  const at = app.clock.now();
  const day = dayOfMoment(at);
  const workingDay = isWorkingDay(await loadCalendar(app.db), day);
  const sending = { app, at, day, moment: { time: timeOfMoment(at), workingDay }, rules: await noticeRules(app.db) };
  const waiting = await unsettledPeople(app.db);
  for (const userId of only ? waiting.filter((id) => only.includes(id)) : waiting) {
    const seen = await unsettledAndSeen(
      appFor(app, { user: { id: userId, name: '', email: '' }, posts: [] }, '').db,
      userId,
    );
    await app.db.transaction().execute((trx) => settleFor(trx, sending, userId, seen));
  }
}

/** @param seen whether the person may see each at this moment: posts may have ended since it was told */
async function settleFor(
  trx: Db,
  { app, at, day, moment, rules }: Sending,
  userId: string,
  seen: ReadonlyMap<number, boolean>,
): Promise<void> {
  const notices = await takeUnsettled(trx, userId, takenAtOnce);
  const mailbox = await findMailbox(trx, userId, day);
  if (!app.mail || mailbox === undefined) return settle(trx, notices, false, at);
  const choice = await getChoice(trx, userId);
  const stepOf = (one: UnsettledNotice) => {
    // Told since that was asked: the next time looks at it.
    if (!seen.has(one.id)) return 'wait';
    return one.readAt || !seen.get(one.id) ? 'never' : mailStep(one, rules, choice, moment);
  };
  const { now = [], digest = [], never = [] } = Object.groupBy(notices, stepOf);
  await settle(trx, never, false, at);
  if (now.length > 0) {
    await queueMail(trx, { to: mailbox, userId, ...noticeLetter(now, choice.language, app.publicUrl) });
    await settle(trx, now, true, at);
  }
  if (digest.length > 0 && (await mayDigest(trx, userId, choice, day, moment))) {
    await queueMail(trx, { to: mailbox, userId, ...digestLetter(digest, day, choice.language, app.publicUrl) });
    await settle(trx, digest, true, at);
  }
}

const mayDigest = async (trx: Db, userId: string, choice: NoticeChoice, day: PlainDate, moment: MailMoment) =>
  digestIsDue(choice, moment) && (await claimDigest(trx, userId, day));

const settle = (trx: Db, notices: readonly UnsettledNotice[], mailed: boolean, at: Date): Promise<void> =>
  settleNotices(
    trx,
    notices.map(({ id }) => id),
    mailed,
    at,
  );
