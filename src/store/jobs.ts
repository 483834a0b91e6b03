import { sql } from 'kysely';
import type { JobRecord, JobState, QueueName, QueueRecord } from '../registry/job.ts';
import type { Db } from './database.ts';

/** What pg-boss keeps in its schema: the version of the package is pinned, and the tests of jobs read a real one. */

type JobRow = {
  id: string;
  queue: QueueName;
  state: JobState;
  created_on: Date;
  started_on: Date | null;
  completed_on: Date | null;
  start_after: Date;
  retry_count: number;
  output: unknown;
};

export type JobPage = {
  queue?: QueueName | undefined;
  state?: JobState | undefined;
  limit: number;
  before?: string | undefined;
};

/** Latest first; `before` is the moment at which the last one seen was made. */
export async function listJobs(db: Db, { queue, state, limit, before }: JobPage): Promise<JobRecord[]> {
  const { rows } = await sql<JobRow>`
    select id, name as queue, state::text, created_on, started_on, completed_on, start_after, retry_count,
      case when state in ('failed', 'retry') then output end as output
    from pgboss.job
    where ${queue === undefined ? sql`name not like '\\_\\_%'` : sql`name = ${queue}`}
      and ${state === undefined ? sql`true` : sql`state = ${state}::pgboss.job_state`}
      and ${before === undefined ? sql`true` : sql`created_on < ${before}::timestamptz`}
    order by created_on desc limit ${limit}`.execute(db);
  return rows.map(jobRecord);
}

export async function findJob(db: Db, id: string): Promise<JobRecord | undefined> {
  const { rows } = await sql<JobRow>`
    select id, name as queue, state::text, created_on, started_on, completed_on, start_after, retry_count, output
    from pgboss.job where id = ${id} and name not like '\\_\\_%'`.execute(db);
  return rows[0] && jobRecord(rows[0]);
}

export type QueueCounts = Pick<QueueRecord, 'name' | 'waiting' | 'active' | 'failed' | 'lastDoneAt' | 'schedule'>;

export async function countQueues(db: Db): Promise<QueueCounts[]> {
  const { rows } = await sql<Omit<QueueCounts, 'lastDoneAt'> & { last: Date | null }>`
    select queue.name,
      (select count(*)::int from pgboss.job where job.name = queue.name and state in ('created', 'retry')) as waiting,
      (select count(*)::int from pgboss.job where job.name = queue.name and state = 'active') as active,
      (select count(*)::int from pgboss.job where job.name = queue.name and state = 'failed') as failed,
      (select max(completed_on) from pgboss.job where job.name = queue.name and state = 'completed') as last,
      (select cron from pgboss.schedule where schedule.name = queue.name limit 1) as schedule
    from pgboss.queue where queue.name not like '\\_\\_%' order by queue.name`.execute(db);
  return rows.map(({ last, ...row }) => ({ ...row, lastDoneAt: last?.toISOString() ?? null }));
}

/** A letter that has left is nobody's business any more: its words go, where to and when stays. */
export async function forgetWords(db: Db, queue: QueueName, id: string, kept: object): Promise<void> {
  await sql`update pgboss.job set data = ${JSON.stringify(kept)}::jsonb where name = ${queue} and id = ${id}`.execute(
    db,
  );
}

/** Clocks of a database and of its replacement may differ by less. */
const ahead = sql`now() + interval '2 minutes'`;

/**
 * Where the database's clock was ahead and is set back, pg-boss would look at nothing and begin nothing until the time comes that it
 * has noted. What lies ahead counts as of now, and no time of a schedule that is yet to come as served.
 */
export async function bringQueuesBack(db: Db): Promise<void> {
  await sql`
    update pgboss.version set cron_on = least(cron_on, now()), bam_on = least(bam_on, now()), flow_on = least(flow_on, now()),
      reindex_on = least(reindex_on, now()), monitor_backoff_on = null
    where greatest(cron_on, bam_on, flow_on, reindex_on, monitor_backoff_on - interval '10 minutes') > ${ahead}`.execute(
    db,
  );
  await sql`
    update pgboss.queue set monitor_on = least(monitor_on, now()), monitor_claim_on = least(monitor_claim_on, now()),
      maintain_on = least(maintain_on, now())
    where greatest(monitor_on, monitor_claim_on, maintain_on) > ${ahead}`.execute(db);
  await sql`
    update pgboss.job set start_after = now()
    where state in ('created', 'retry') and start_after > ${ahead} + make_interval(secs => coalesce(retry_delay_max, 0))`.execute(
    db,
  );
  await sql`
    update pgboss.job set started_on = now(), heartbeat_on = least(heartbeat_on, now())
    where state = 'active' and started_on > ${ahead}`.execute(db);
  await sql`update pgboss.job set singleton_on = null where singleton_on > (${ahead}) at time zone 'UTC'`.execute(db);
}

const jobRecord = (row: JobRow): JobRecord => ({
  id: row.id,
  queue: row.queue,
  state: row.state,
  createdAt: row.created_on.toISOString(),
  startedAt: row.started_on?.toISOString() ?? null,
  endedAt: row.completed_on?.toISOString() ?? null,
  nextAt: row.state === 'retry' || row.state === 'created' ? row.start_after.toISOString() : null,
  attempts: row.started_on ? row.retry_count + 1 : 0,
  failure: failureOf(row.output),
});

/** pg-boss keeps an error as an object with its message and stack. */
function failureOf(output: unknown): string | null {
  if (typeof output !== 'object' || output === null) return null;
  const message = 'message' in output ? output.message : 'value' in output ? output.value : undefined;
  return typeof message === 'string' ? message.slice(0, 1000) : null;
}
