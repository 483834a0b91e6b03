import { tracingChannel } from 'node:diagnostics_channel';
import { type JobQueue, openJobQueue, type Pace, type QueueSettings, usualPace, type Work } from '../outside/jobs.ts';
import { type Log, openLog } from '../outside/log.ts';
import { type JobRecord, QueueName, type QueueRecord } from '../registry/job.ts';
import { announce, type Listening, listen } from '../store/announcements.ts';
import { addressOf, type Db } from '../store/database.ts';
import { bringQueuesBack, countQueues, findJob, type JobPage, listJobs } from '../store/jobs.ts';
import { takeFromOutbox } from '../store/outbox.ts';
import { findSetting, putSetting } from '../store/settings.ts';
import { type ObservedJob, observed } from '../values/observed.ts';
import { Refusal } from '../values/refusal.ts';

const minute = 60;
const hour = 60 * minute;

/**
 * How each queue goes about it. A mail server may be away over a weekend, so letters are tried for more than three days and calls of
 * webhooks for two; a daily run comes again tomorrow anyway.
 */
const queues: Record<QueueName, QueueSettings> = {
  mail: { retries: 30, delaySeconds: 30, mostDelaySeconds: 4 * hour, expireSeconds: 5 * minute, atOnce: 2 },
  webhook: { retries: 20, delaySeconds: 30, mostDelaySeconds: 4 * hour, expireSeconds: 2 * minute, atOnce: 2 },
  passwordLink: { retries: 3, delaySeconds: 30, mostDelaySeconds: 5 * minute, expireSeconds: minute, atOnce: 1 },
  tell: { retries: 5, delaySeconds: 5, mostDelaySeconds: 10 * minute, expireSeconds: 5 * minute, atOnce: 1 },
  rematch: { retries: 5, delaySeconds: 30, mostDelaySeconds: 10 * minute, expireSeconds: 2 * hour, atOnce: 1 },
  rematchAgencies: { retries: 5, delaySeconds: 30, mostDelaySeconds: 10 * minute, expireSeconds: 2 * hour, atOnce: 1 },
  evidenceText: { retries: 5, delaySeconds: 30, mostDelaySeconds: 10 * minute, expireSeconds: 2 * hour, atOnce: 1 },
  digest: {
    ...{ retries: 2, delaySeconds: 30, mostDelaySeconds: 5 * minute, expireSeconds: 15 * minute, atOnce: 1 },
    schedule: '*/5 * * * *',
  },
  urging: {
    ...{ retries: 5, delaySeconds: minute, mostDelaySeconds: hour, expireSeconds: hour, atOnce: 1 },
    schedule: '0 6 * * *',
  },
  recurring: {
    ...{ retries: 5, delaySeconds: minute, mostDelaySeconds: hour, expireSeconds: hour, atOnce: 1 },
    schedule: '30 0 * * *',
  },
};

/** A queue without work waits: for mail, until there is a server to send it by. */
export type JobWork = Partial<Record<QueueName, Work>>;

export type Jobs = {
  /** From now on this server does jobs. */
  start: (work: JobWork, options?: { pace?: Pace }) => Promise<void>;
  /** Whether this process has joined the queues. */
  running: () => boolean;
  queues: () => Promise<QueueRecord[]>;
  list: (page: JobPage) => Promise<JobRecord[]>;
  /** Gives the queue it is in. */
  retry: (id: string) => Promise<QueueName>;
  setPaused: (queue: QueueName, paused: boolean) => Promise<void>;
  /** Whether this server takes jobs of a queue. */
  busyWith: (queue: QueueName) => boolean;
  close: () => Promise<void>;
};

const pausedSetting = 'pausedQueues';
/** What was announced while nobody listened is found by looking now and then. */
const lookEvery = 5_000;
/** Whether the database's clock was set back. */
const lookAtTimesEvery = 60_000;
const takenAtOnce = 500;

export function createJobs(db: Db, log: Log = openLog(process.stderr)): Jobs {
  let running: Running | undefined;
  const wanted = (): Running => {
    if (!running) throw new Refusal('notFound', { what: 'jobs' });
    return running;
  };
  return {
    start: async (work, { pace = usualPace } = {}) => {
      const report = (line: string) => log.warn(line);
      const queue = await openJobQueue({ connectionString: addressOf(db), queues, report, pace });
      running = run({ db, queue, work, log });
      await running.begun;
    },
    running: () => running !== undefined,
    queues: async () => {
      wanted();
      const paused = await pausedQueues(db);
      const counted = await countQueues(db);
      return counted.map((one) => ({ ...one, paused: paused.includes(one.name) }));
    },
    list: async (page) => {
      wanted();
      return listJobs(db, page);
    },
    retry: async (id) => {
      const { queue } = wanted();
      const job = await findJob(db, id);
      if (!job) throw new Refusal('notFound');
      if (job.state !== 'failed' && job.state !== 'retry') throw new Refusal('notPossibleNow');
      await queue.retry(job.queue, id);
      return job.queue;
    },
    setPaused: (queue, paused) =>
      db.transaction().execute(async (trx) => {
        const others = (await pausedQueues(trx)).filter((one) => one !== queue);
        await putSetting(trx, pausedSetting, paused ? [...others, queue] : others);
        await announce(trx, { kind: 'queues' });
      }),
    busyWith: (queue) => running?.working.has(queue) ?? false,
    close: async () => {
      await running?.end();
      running = undefined;
    },
  };
}

async function pausedQueues(db: Db): Promise<QueueName[]> {
  const found = await findSetting(db, pausedSetting);
  return QueueName.options.filter((name) => Array.isArray(found) && found.includes(name));
}

type Running = {
  working: ReadonlySet<QueueName>;
  queue: JobQueue<QueueName>;
  begun: Promise<void>;
  end: () => Promise<void>;
};

const observedJobs = tracingChannel<unknown, ObservedJob>(observed.job);

/** The same work, of which is written down how it ended: why it failed, but not what it was given. */
const told =
  (log: Log, queue: QueueName, work: Work): Work =>
  async (job) => {
    const begun = performance.now();
    const facts = () => ({ job: job.id, queue, ms: Math.round(performance.now() - begun) });
    try {
      await observedJobs.tracePromise(() => work(job), { queue, id: job.id });
      log.info(facts(), 'job done');
    } catch (error) {
      log.error({ ...facts(), err: error }, 'job failed');
      throw error;
    }
  };

type Run = { db: Db; queue: JobQueue<QueueName>; work: JobWork; log: Log };

/** Takes over what transactions left, and lets queues rest that are paused, on whichever server that was said. */
function run({ db, queue, work, log }: Run): Running {
  const working = new Set<QueueName>();
  const reported = (error: unknown) => log.warn({ err: error }, 'jobs');
  let ended = false;
  let listening: Listening | undefined;

  const takeOver = oneByOne(async () => {
    while (!ended && (await takeSome(db, queue)) === takenAtOnce);
  });
  const settlePauses = oneByOne(async () => {
    const paused = await pausedQueues(db);
    for (const name of QueueName.options) {
      const shall = !paused.includes(name);
      if (ended || working.has(name) === shall) continue;
      const own = work[name];
      if (shall && own) {
        working.add(name);
        await queue.work(name, told(log, name, own));
      } else if (!shall) {
        await queue.rest(name);
        working.delete(name);
      }
    }
  });
  const soon = (step: () => Promise<void>) => void step().catch(reported);
  const settleListening = oneByOne(async () => {
    listening ??= await listen(
      db,
      ({ kind }) => {
        if (kind === 'outbox') soon(takeOver);
        if (kind === 'queues') soon(settlePauses);
      },
      () => {
        listening = undefined;
      },
    );
  });
  const settleTimes = oneByOne(async () => {
    if (!ended) await bringQueuesBack(db);
  });
  const look = async (): Promise<void> => {
    await settleListening();
    await settlePauses();
    await takeOver();
  };
  const timer = setInterval(() => soon(look), lookEvery);
  timer.unref();
  const timesTimer = setInterval(() => soon(settleTimes), lookAtTimesEvery);
  timesTimer.unref();
  return {
    working,
    queue,
    begun: settleTimes().then(look),
    end: async () => {
      ended = true;
      clearInterval(timer);
      clearInterval(timesTimer);
      await listening?.end();
      await Promise.allSettled([takeOver(), settlePauses(), settleTimes()]);
      await queue.close();
    },
  };
}

function takeSome(db: Db, queue: JobQueue<QueueName>): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const waiting = await takeFromOutbox(trx, QueueName.options, takenAtOnce);
    for (const [name, jobs] of Map.groupBy(waiting, (job) => QueueName.parse(job.queue)))
      await queue.put(
        trx,
        name,
        jobs.map(({ data, job_id }) => ({ data, ...(job_id !== null && { id: job_id }) })),
      );
    return waiting.length;
  });
}

/** Calls during a run are one more run after it, however many they are. */
function oneByOne(step: () => Promise<void>): () => Promise<void> {
  let now: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const begin = (): Promise<void> => {
    now = step().finally(() => {
      now = undefined;
    });
    return now;
  };
  return () => {
    if (!now) return begin();
    next ??= now
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return begin();
      });
    return next;
  };
}
