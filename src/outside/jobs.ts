import { type Clock, fromKysely, type KyselyTransactionLike, PgBoss } from 'pg-boss';

/** The queue of jobs in a schema of the database itself: survives restarts, gives each job to one server only. */
const jobSchema = 'pgboss';

export type QueueSettings = {
  /** Attempts after the first. */
  retries: number;
  /** The wait before the second attempt; it doubles with each. */
  delaySeconds: number;
  mostDelaySeconds: number;
  /** Longer than any run takes. */
  expireSeconds: number;
  /** How many a server does at the same time. */
  atOnce: number;
  /** When it comes by itself: five fields of cron, in Việt Nam's time. */
  schedule?: string;
};

export type JobInHand = { id: string; data: unknown; signal: AbortSignal };
export type Work = (job: JobInHand) => Promise<void>;

export type JobQueue<Name extends string> = {
  work: (queue: Name, work: Work) => Promise<void>;
  /** Takes no more of it; resolves when what runs has ended. */
  rest: (queue: Name) => Promise<void>;
  /** In the caller's transaction. A job whose id is there already is not put a second time. */
  put: (trx: KyselyTransactionLike, queue: Name, jobs: readonly { id?: string; data: object }[]) => Promise<void>;
  /** One that failed, or waits for its next attempt: now. */
  retry: (queue: Name, id: string) => Promise<void>;
  /** What runs may end within some seconds; what does not is tried again by whoever starts next. */
  close: () => Promise<void>;
};

export type JobQueueOptions<Name extends string> = {
  connectionString: string;
  queues: Record<Name, QueueSettings>;
  report: (line: string) => void;
  pace: Pace;
};

/** How soon it is noticed that a server died with jobs in its hands, and that a connection of the queue is dead. */
export type Pace = { heartbeatSeconds: number; monitorSeconds: number; answerSeconds: number };

/** None of the queue's own questions takes that long to answer. */
export const usualPace: Pace = { heartbeatSeconds: 30, monitorSeconds: 30, answerSeconds: 60 };

const zone = 'Asia/Ho_Chi_Minh';
/** How long the administrator can see what was done, and what failed. */
const keptSeconds = 30 * 24 * 3600;
/** What waits is thrown away after so long: not by a clock that runs into the next year for a moment. */
const waitsSeconds = 2 * 366 * 24 * 3600;

/** Goes on evenly when the machine's clock is set: by that one, pg-boss would sleep for as long as it was set back. */
const steadyClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  setTimeout: (step, ms) => setTimeout(step, ms),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
  setInterval: (step, ms) => setInterval(step, ms),
  clearInterval: (timer) => clearInterval(timer as NodeJS.Timeout),
};
/** What times of schedules are reckoned by is the database's clock, looked at so often. */
const clockSeconds = 60;

export async function openJobQueue<Name extends string>({
  connectionString,
  queues,
  report,
  pace,
}: JobQueueOptions<Name>): Promise<JobQueue<Name>> {
  const lines = { keepAlive: true, query_timeout: pace.answerSeconds * 1000 };
  const boss = new PgBoss({
    connectionString,
    ...lines,
    schema: jobSchema,
    application_name: 'tiendo jobs',
    max: 4,
    useListenNotify: true,
    superviseIntervalSeconds: pace.monitorSeconds,
    monitorIntervalSeconds: pace.monitorSeconds,
    clock: steadyClock,
    clockMonitorIntervalSeconds: clockSeconds,
  });
  boss.on('error', (error) => report(`jobs: ${error.message}`));
  boss.on('warning', ({ message }) => {
    // Of clocks that differ the doctor tells; this one differs from any that was set.
    if (!message.startsWith('Warning: Clock skew')) report(`jobs: ${message}`);
  });
  await boss.start();
  for (const name of Object.keys(queues) as Name[]) await settleQueue(boss, name, queues[name], pace.heartbeatSeconds);
  return {
    work: async (queue, work) => {
      for (let nth = 0; nth < queues[queue].atOnce; nth++) await hireWorker(boss, queue, work);
    },
    rest: (queue) => boss.offWork(queue, { wait: true }),
    put: async (trx, queue, jobs) => {
      if (jobs.length > 0) await boss.insert(queue, [...jobs], { db: fromKysely(trx) });
    },
    retry: async (queue, id) => {
      await boss.retry(queue, id);
      await boss.update(queue, undefined, { id, startAfter: 0 });
    },
    close: () => boss.stop({ graceful: true, timeout: 5000 }),
  };
}

/** After a job it looks for the next at once: by itself it would take one at each poll, every other second. */
async function hireWorker(boss: PgBoss, queue: string, work: Work): Promise<void> {
  let id = '';
  id = await boss.work<unknown>(queue, async ([job]) => {
    try {
      if (job) await work({ id: job.id, data: job.data, signal: job.signal });
    } finally {
      boss.notifyWorker(id);
    }
  });
}

async function settleQueue(
  boss: PgBoss,
  name: string,
  settings: QueueSettings,
  heartbeatSeconds: number,
): Promise<void> {
  const { retries, delaySeconds, mostDelaySeconds, expireSeconds, schedule } = settings;
  const options = {
    retryLimit: retries,
    retryDelay: delaySeconds,
    retryBackoff: true,
    retryDelayMax: mostDelaySeconds,
    expireInSeconds: expireSeconds,
    retentionSeconds: waitsSeconds,
    deleteAfterSeconds: keptSeconds,
    heartbeatSeconds,
    notify: true,
  };
  await boss.createQueue(name, options);
  await boss.updateQueue(name, options);
  // Where no server ran at the time, it comes once when one starts.
  if (schedule) await boss.schedule(name, schedule, {}, { tz: zone, missed: 'once' });
}
