import type { User } from '../registry/may.ts';
import type { NoticeRecord } from '../registry/notice.ts';
import { hiddenKinds, type NoticeChoice, type NoticeRules } from '../registry/notice-choice.ts';
import { announce } from '../store/announcements.ts';
import type { Db } from '../store/database.ts';
import { beginWeekly, getChoice, noticeRules, putChoice } from '../store/notice-choices.ts';
import { countUnread, listNotices, markRead, type NoticePage } from '../store/notices.ts';
import type { App } from './app.ts';
import { today } from './clock.ts';

/** A badge shows no higher number. */
const mostCounted = 100;

const hiddenFrom = async (db: Db, userId: string) => hiddenKinds(await noticeRules(db), await getChoice(db, userId));

export async function readNotices(
  { db }: App,
  { id }: User,
  page: NoticePage,
): Promise<{ notices: NoticeRecord[]; unread: number }> {
  const hidden = await hiddenFrom(db, id);
  return { notices: await listNotices(db, id, hidden, page), unread: await countUnread(db, id, hidden, mostCounted) };
}

/** One's own reading is one's own: it is no action that the story of anything has to keep. */
export function readOff(
  { db, clock }: App,
  { id }: User,
  which: { ids: readonly number[] } | { upTo: number },
): Promise<{ unread: number }> {
  return db.transaction().execute(async (trx) => {
    if ((await markRead(trx, id, which, clock.now())) > 0) await announce(trx, { kind: 'noticed', userIds: [id] });
    return { unread: await countUnread(trx, id, await hiddenFrom(trx, id), mostCounted) };
  });
}

export type ChoicePage = { choice: NoticeChoice; rules: NoticeRules; mail: boolean; address: string };

export const readChoice = async (app: App, { id, email }: User): Promise<ChoicePage> => ({
  choice: await getChoice(app.db, id),
  rules: await noticeRules(app.db),
  mail: app.mail !== null,
  address: email,
});

export async function changeChoice(app: App, user: User, choice: NoticeChoice): Promise<ChoicePage> {
  await app.db.transaction().execute(async (trx) => {
    const before = await getChoice(trx, user.id);
    await putChoice(trx, user.id, choice);
    if (choice.weeklyOn !== before.weeklyOn) await beginWeekly(trx, user.id, today(app.clock));
    await announce(trx, { kind: 'noticed', userIds: [user.id] });
  });
  return readChoice(app, user);
}
