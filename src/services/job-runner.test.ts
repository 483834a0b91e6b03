import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../test/condition.ts';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import type { Work } from '../outside/jobs.ts';
import { openLog } from '../outside/log.ts';
import type { QueueName } from '../registry/job.ts';
import { openDatabase } from '../store/database.ts';
import { bringQueuesBack } from '../store/jobs.ts';
import { enqueue } from '../store/outbox.ts';
import { createJobs, type Jobs, type JobWork } from './job-runner.ts';

describe.each(engines)('jobs on $name', (engine) => {
  let database: FreshDatabase;
  /** Two servers of one database, each with connections of its own. */
  let servers: { jobs: Jobs; close: () => Promise<void> }[];
  const logged: string[] = [];
  const doing: Partial<Record<QueueName, Work>> = {};

  /** What a queue does is said by each test. */
  const work: JobWork = Object.fromEntries(
    (['mail', 'webhook', 'tell', 'digest'] as const).map((name) => [
      name,
      (job) => doing[name]?.(job) ?? Promise.resolve(),
    ]),
  );

  beforeAll(async () => {
    database = await freshDatabase(engine);
    servers = [];
    for (const _ of [1, 2]) {
      const db = openDatabase(database.url, () => undefined);
      const jobs = createJobs(db, openLog({ write: (line) => void logged.push(line) }, 'requests'));
      await jobs.start(work);
      servers.push({
        jobs,
        close: async () => {
          await jobs.close();
          await db.destroy();
        },
      });
    }
  });

  afterAll(async () => {
    for (const { close } of servers) await close();
    await database.drop();
  });

  const first = (): Jobs => servers[0]?.jobs ?? expect.fail();
  const put = (queue: QueueName, data: object[]) =>
    database.db.transaction().execute((trx) =>
      enqueue(
        trx,
        data.map((one) => ({ queue, data: one })),
      ),
    );
  const queueOf = async (name: QueueName) => (await first().queues()).find((one) => one.name === name);

  it('are done once each by two servers together', async () => {
    const done: number[] = [];
    doing.tell = async ({ data }) => void done.push((data as { n: number }).n);
    await put(
      'tell',
      Array.from({ length: 60 }, (_, n) => ({ n })),
    );
    await until('sixty jobs', async () => ((await queueOf('tell'))?.waiting === 0 && done.length >= 60) || undefined);
    expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n));
  });

  it('do not exist where the transaction that left them did not end well', async () => {
    const done: unknown[] = [];
    doing.tell = async ({ data }) => void done.push(data);
    const failing = database.db.transaction().execute(async (trx) => {
      await enqueue(trx, [{ queue: 'tell', data: { from: 'failed' } }]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await put('tell', [{ from: 'committed' }]);
    await until('the second', () => done.length > 0 || undefined);
    expect(done).toEqual([{ from: 'committed' }]);
  });

  it('are one where two have the same id', async () => {
    const done: string[] = [];
    doing.webhook = async ({ id }) => void done.push(id);
    const jobId = '0f0f0f0f-0000-8000-8000-0f0f0f0f0f0f';
    const again = () =>
      database.db.transaction().execute((trx) => enqueue(trx, [{ queue: 'webhook', data: {}, jobId }]));
    await again();
    await until('the first', () => done.length > 0 || undefined);
    await again();
    await put('webhook', [{}]);
    await until('the third', () => done.length > 1 || undefined);
    expect(done.filter((id) => id === jobId)).toHaveLength(1);
  });

  it('stay visible with their reason where they failed for good, and can be tried again', async () => {
    let fail = true;
    doing.digest = async () => {
      if (fail) throw new Error('the printer is on fire');
    };
    await put('digest', [{}]);
    const [failing] = await until('a first failure', async () => {
      const jobs = await first().list({ queue: 'digest', state: 'retry', limit: 10 });
      return jobs.length > 0 ? jobs : undefined;
    });
    expect(failing).toMatchObject({ attempts: 1, failure: 'the printer is on fire' });
    const lines = logged.map((line) => JSON.parse(line) as { level: string; msg: string });
    expect(lines.find(({ level }) => level === 'error')).toMatchObject({
      ...{ msg: 'job failed', job: failing?.id, queue: 'digest' },
      err: { message: 'the printer is on fire' },
    });
    expect(new Set(lines.map(({ msg }) => msg))).toEqual(new Set(['job done', 'job failed']));
    expect(Date.parse(failing?.nextAt ?? '')).toBeGreaterThan(Date.parse(failing?.createdAt ?? ''));
    // No need to wait for what is left of its attempts.
    await database.db
      .withTables<{ 'pgboss.job': { id: string; state: string; completed_on: Date } }>()
      .updateTable('pgboss.job')
      .set({ state: 'failed', completed_on: new Date() })
      .where('id', '=', failing?.id ?? '')
      .execute();
    expect((await queueOf('digest'))?.failed).toBe(1);
    fail = false;
    await first().retry(failing?.id ?? '');
    await until('the second attempt', async () =>
      (await first().list({ queue: 'digest', state: 'completed', limit: 10 })).find(({ id }) => id === failing?.id),
    );
    await expect(first().retry(failing?.id ?? '')).rejects.toMatchObject({ code: 'notPossibleNow' });
  });

  it('wait in a paused queue on every server, and go on afterwards', async () => {
    const done: unknown[] = [];
    doing.mail = async ({ data }) => void done.push(data);
    const pause = (paused: boolean) => first().setPaused('mail', paused);
    await pause(true);
    // Said to all servers; each has heard it when its own workers rest.
    await until('rest', () => servers.every(({ jobs }) => !jobs.busyWith('mail')) || undefined);
    await put('mail', [{ n: 1 }]);
    await put('tell', [{}]);
    await until('the letter in the queue', async () => (await queueOf('mail'))?.waiting === 1 || undefined);
    expect(done).toEqual([]);
    expect((await queueOf('mail'))?.paused).toBe(true);
    await pause(false);
    await until('the letter', () => done.length > 0 || undefined);
    expect(done).toEqual([{ n: 1 }]);
  });

  it('go on where the database’s clock was ahead and is set back', async () => {
    const { db } = database;
    let fail = true;
    doing.webhook = async () => {
      if (fail) throw new Error('away');
    };
    await put('webhook', [{ n: 'ahead' }]);
    const failed = await until('a first failure', async () => {
      const [one] = await first().list({ queue: 'webhook', state: 'retry', limit: 1 });
      return one;
    });
    fail = false;
    await sql`update pgboss.job set start_after = now() + interval '1 day' where id = ${failed.id}`.execute(db);
    await sql`update pgboss.version set cron_on = now() + interval '1 day'`.execute(db);
    await sql`update pgboss.queue set monitor_on = now() + interval '1 day', maintain_on = now() + interval '1 day'`.execute(
      db,
    );
    await bringQueuesBack(db);
    await until('the second attempt', async () =>
      (await first().list({ queue: 'webhook', state: 'completed', limit: 10 })).find(({ id }) => id === failed.id),
    );
    const { rows } = await sql`
      select from pgboss.version where cron_on > now() union all
      select from pgboss.queue where greatest(monitor_on, maintain_on) > now()`.execute(db);
    expect(rows).toEqual([]);
  });

  it('come by themselves at their times', async () => {
    expect((await queueOf('digest'))?.schedule).toBe('*/5 * * * *');
    expect((await queueOf('urging'))?.schedule).toBe('0 6 * * *');
    expect((await queueOf('mail'))?.schedule).toBeNull();
  });
});
