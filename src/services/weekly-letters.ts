import { sectionOf } from '../registry/my-work.ts';
import { digestIsDue, weeklySince } from '../registry/notice-choice.ts';
import { isWorkingDay } from '../registry/working-days.ts';
import { type Week, weeklyLetter } from '../report/weekly-letter.ts';
import { loadCalendar } from '../store/calendar.ts';
import { claimWeekly, getChoice, weeklySubscribers } from '../store/notice-choices.ts';
import { contactsAtWork, findMailbox } from '../store/recipients.ts';
import { dayOfMoment, type PlainDate, timeOfMoment } from '../values/plain-date.ts';
import { type App, appFor, inOneTransaction } from './app.ts';
import { getMyWork } from './my-work.ts';
import { getOverview } from './overview.ts';
import { actorOf } from './posts.ts';
import { queueMail } from './queue-mail.ts';

/**
 * The letter of the week to everybody who wants one and whose hour has come. Called every few minutes; several servers may do it
 * together, and each letter is claimed in the transaction that queues it. What goes wrong for one keeps it from nobody else.
 */
export async function sendWeeklyLetters(app: App): Promise<void> {
  if (!app.mail) return;
  const at = app.clock.now();
  const day = dayOfMoment(at);
  const moment = { time: timeOfMoment(at), workingDay: isWorkingDay(await loadCalendar(app.db), day) };
  const failures: unknown[] = [];
  for (const userId of await weeklySubscribers(app.db, day)) {
    const choice = await getChoice(app.db, userId);
    const since = weeklySince(choice, day);
    if (since === undefined || !digestIsDue(choice, moment)) continue;
    await sendTo(app, userId, since).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}

async function sendTo(app: App, userId: string, since: PlainDate): Promise<void> {
  const { language } = await getChoice(app.db, userId);
  const week = await weekOf(app, userId);
  await app.db.transaction().execute(async (trx) => {
    const mailbox = await findMailbox(trx, userId, dayOfMoment(app.clock.now()));
    if (!(await claimWeekly(trx, userId, since)) || mailbox === undefined || !week) return;
    await queueMail(trx, { to: mailbox, userId, ...weeklyLetter(week, language, app.publicUrl) });
  });
}

/** What this person may see now, asked as this person; undefined for whoever holds no post any more. */
async function weekOf(app: App, userId: string): Promise<Week | undefined> {
  const contact = (await contactsAtWork(app.db, [userId], dayOfMoment(app.clock.now()))).get(userId);
  if (!contact) return undefined;
  const actor = await actorOf(app, contact);
  return inOneTransaction(appFor(app, actor, ''), async (one) => {
    const year = Number(dayOfMoment(one.clock.now()).slice(0, 4));
    const overview = await getOverview(one, { document: [], tier: [], year });
    const { lists } = await getMyWork(one, actor, 1);
    const decisions = lists.filter(({ task }) => sectionOf[task] === 'decide');
    return { overview, decisions: decisions.reduce((all, { total }) => all + total, 0) };
  });
}
