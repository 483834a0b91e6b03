import type { QueueName } from '../registry/job.ts';
import { announce } from './announcements.ts';
import type { Db } from './database.ts';

/** Two with the same id in one queue are one job. */
export type NewJob = { queue: QueueName; data: object; jobId?: string };

/** Leaves jobs with the transaction: they are taken over into the queue when it commits, and only then. */
export async function enqueue(trx: Db, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await trx
    .insertInto('outbox')
    .values(jobs.map(({ queue, data, jobId }) => ({ queue, data: JSON.stringify(data), job_id: jobId ?? null })))
    .execute();
  await announce(trx, { kind: 'outbox' });
}

export type WaitingJob = { queue: string; data: object; job_id: string | null };

/**
 * The oldest that no other server has in its hands; they are gone when the transaction commits. A newer server may have
 * left some for queues that this one does not know.
 */
export function takeFromOutbox(trx: Db, queues: readonly QueueName[], limit: number): Promise<WaitingJob[]> {
  return trx
    .with('oldest', (q) =>
      q
        .selectFrom('outbox')
        .select('id')
        .where('queue', 'in', queues)
        .orderBy('id')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .deleteFrom('outbox')
    .where('id', 'in', (q) => q.selectFrom('oldest').select('id'))
    .returning(['queue', 'data', 'job_id'])
    .execute();
}
