import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { JobRecord, QueueName, QueueRecord } from '../registry/job.ts';
import type { User } from '../registry/may.ts';
import type { NoticeKind } from '../registry/notice.ts';
import { type NoticeRule, usualRules } from '../registry/notice-choice.ts';
import { recordActions } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import type { JobPage } from '../store/jobs.ts';
import { addNoticeRule, holdNoticeRule, putNoticeRule } from '../store/notice-choices.ts';
import { enqueue } from '../store/outbox.ts';
import type { App } from './app.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { queueMail } from './queue-mail.ts';

export type JobsPage = { queues: QueueRecord[]; mail: boolean };

export const readQueues = async (app: App): Promise<JobsPage> => ({
  queues: await app.jobs.queues(),
  mail: app.mail !== null,
});

export const readJobs = async (app: App, page: JobPage): Promise<{ jobs: JobRecord[] }> => ({
  jobs: await app.jobs.list(page),
});

type Deed = { verb: string; subjectKind: string; subjectId: string; before?: object; after?: object };

async function record(trx: Db, app: App, user: User, { before, after, ...deed }: Deed): Promise<void> {
  const fields = { operation: randomUUID(), at: app.clock.now(), userId: user.id, documentId: null, reason: null };
  await recordActions(trx, [
    { ...fields, ...deed, before: before ? { ...before } : null, after: after ? { ...after } : null },
  ]);
}

export async function retryJob(app: App, user: User, id: string): Promise<void> {
  const queue = await app.jobs.retry(id);
  await app.db
    .transaction()
    .execute((trx) =>
      record(trx, app, user, { verb: 'retryJob', subjectKind: 'job', subjectId: id, after: { queue } }),
    );
}

/** On every server. */
export async function pauseQueue(app: App, user: User, queue: QueueName, paused: boolean): Promise<JobsPage> {
  await app.db.transaction().execute(async (trx) => {
    const verb = paused ? 'pauseQueue' : 'resumeQueue';
    await record(trx, app, user, {
      verb,
      subjectKind: 'queue',
      subjectId: queue,
      before: { paused: !paused },
      after: { paused },
    });
  });
  await app.jobs.setPaused(queue, paused);
  return readQueues(app);
}

/** One run of what otherwise comes by itself at its time. */
export async function runQueue(app: App, user: User, queue: QueueName): Promise<void> {
  await app.db.transaction().execute(async (trx) => {
    await enqueue(trx, [{ queue, data: {} }]);
    await record(trx, app, user, { verb: 'runQueue', subjectKind: 'queue', subjectId: queue });
  });
}

/** To oneself: whether the server for letters takes them is seen in the queue. */
export const sendTestLetter = (app: App, user: User): Promise<void> =>
  app.db.transaction().execute((trx) =>
    queueMail(trx, {
      to: user.email,
      subject: 'Thư thử từ Tiến Độ',
      text: 'Thư này cho biết máy chủ thư đã được cấu hình đúng.\n\nThis letter shows that the mail server is configured rightly.',
    }),
  );

type RuleChange = {
  /** What the page showed: whoever changed it meanwhile is not overwritten. */
  seen: NoticeRule;
  rule: NoticeRule;
};

export async function changeNoticeRule(
  app: App,
  user: User,
  kind: NoticeKind,
  { seen, rule }: RuleChange,
): Promise<void> {
  await app.db.transaction().execute(async (trx) => {
    const held = await holdNoticeRule(trx, kind);
    const before = held ?? usualRules[kind];
    const isSeen = isDeepStrictEqual(before, seen) && (held !== undefined || (await addNoticeRule(trx, kind, rule)));
    if (!isSeen) throw await changedMeanwhile(trx, { kind: 'noticeRule', id: kind });
    if (held) await putNoticeRule(trx, kind, rule);
    await record(trx, app, user, {
      verb: 'changeNoticeRule',
      subjectKind: 'noticeRule',
      subjectId: kind,
      before,
      after: rule,
    });
  });
}
