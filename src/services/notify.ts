import type { User } from '../registry/may.ts';
import type { NoticeDetails, NoticeKind } from '../registry/notice.ts';
import { announce } from '../store/announcements.ts';
import type { Db } from '../store/database.ts';
import { insertNotices, type NewNotice } from '../store/notices.ts';
import { enqueue } from '../store/outbox.ts';
import { peopleOf, type Recipient } from '../store/recipients.ts';
import { dayOfMoment } from '../values/plain-date.ts';

/** Something that happened and whom it concerns. */
export type News = {
  kind: NoticeKind;
  to: readonly Recipient[];
  dutyId?: string;
  documentId?: string;
  /** The round of a consolidated report. */
  roundId?: string;
  urgent?: boolean;
  details: NoticeDetails;
};

/** As it goes to the queue, from where mail and webhooks leave. */
export type ToldNews = Omit<News, 'to'> & { at: string; userIds: string[] };

/** An announcement between servers holds 8000 bytes. */
const namedAtOnce = 150;
/** A job is read and written as a whole. */
const newsInJob = 200;

/**
 * Tells people something within the transaction that makes it so: each once, and nobody his own doing. The
 * application shows it when the transaction commits; mail and webhooks leave after that from the queue.
 */
export async function notify(
  trx: Db,
  { by, at }: { by: User | null; at: Date },
  news: readonly News[],
): Promise<string[]> {
  const told = await whoHears(trx, { by, at }, news);
  const notices = told.flatMap(({ userIds, ...one }) => userIds.map((userId) => noticeOf(userId, one)));
  if (notices.length === 0) return [];
  await insertNotices(trx, notices, at);
  const jobs = batches(told, newsInJob).map((some) => ({ queue: 'tell' as const, data: { news: some } }));
  await enqueue(trx, jobs);
  const people = [...new Set(notices.map(({ userId }) => userId))];
  for (const userIds of batches(people, namedAtOnce)) await announce(trx, { kind: 'noticed', userIds });
  return people;
}

async function whoHears(
  trx: Db,
  { by, at }: { by: User | null; at: Date },
  news: readonly News[],
): Promise<ToldNews[]> {
  const people = await peopleOf(
    trx,
    news.map(({ to }) => to),
    dayOfMoment(at),
  );
  return news.flatMap(({ to: _, ...one }, index) => {
    const userIds = (people[index] ?? []).filter((id) => id !== by?.id);
    return userIds.length > 0 ? [{ ...one, at: at.toISOString(), userIds }] : [];
  });
}

const noticeOf = (
  userId: string,
  { kind, urgent, dutyId, documentId, roundId, details }: Omit<ToldNews, 'userIds'>,
): NewNotice => ({
  userId,
  kind,
  urgent: urgent ?? false,
  dutyId: dutyId ?? null,
  documentId: documentId ?? null,
  roundId: roundId ?? null,
  details,
});

const batches = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
