import type { JobRecord, QueueRecord } from '../registry/job.ts';
import type { LiveServer, RequestFailure, Sizes, SlowQuestions } from '../registry/operation.ts';
import type { Vital } from '../registry/vital.ts';
import { slowOf } from '../store/database.ts';
import { listRequestFailures } from '../store/request-failures.ts';
import { listServers } from '../store/servers.ts';
import { readSizes } from '../store/sizes.ts';
import { listStatements } from '../store/slow-questions.ts';
import type { App } from './app.ts';
import { lookAtVitals } from './look-at-vitals.ts';

/** How the installation runs, for its administrator; the database is asked past the wall, of which nothing here knows anybody. */
export type Operation = {
  sizes: Sizes;
  slow: SlowQuestions;
  queues: QueueRecord[];
  failedJobs: JobRecord[];
  failures: RequestFailure[];
  servers: LiveServer[];
};

const shown = { slow: 10, jobs: 20, failures: 100 };

export async function readOperation({ db, jobs, failures, place }: App): Promise<Operation> {
  await failures.settle();
  const number = await place.number();
  const running = jobs.running();
  const [sizes, statements, servers, failed, queues, failedJobs] = await Promise.all([
    readSizes(db),
    listStatements(db, shown.slow),
    listServers(db),
    listRequestFailures(db, shown.failures),
    running ? jobs.queues() : [],
    running ? jobs.list({ state: 'failed', limit: shown.jobs }) : [],
  ]);
  const slow: SlowQuestions = statements
    ? { source: 'database', questions: statements }
    : { source: 'server', questions: slowOf(db).list(shown.slow) };
  const live = servers.map((server) => ({ ...server, here: server.number === number }));
  return { sizes, slow, queues, failedJobs, failures: failed, servers: live };
}

export const readVitals = async ({ db, patient }: App): Promise<{ vitals: Vital[] }> => ({
  vitals: patient ? await lookAtVitals(patient, { db }) : [],
});
