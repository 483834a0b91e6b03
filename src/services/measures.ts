import type { QueueRecord } from '../registry/job.ts';
import { connectionCounts } from '../store/database.ts';
import { lastBackup } from '../store/vitals.ts';
import type { App } from './app.ts';
import { databaseAnswers } from './health.ts';

/** What is measured when it is asked for, beside what is counted as it happens. */
export type Measures = {
  connections: ReturnType<typeof connectionCounts>;
  /** Undefined: the database does not answer, so nothing else is known. */
  database?: { queues: readonly QueueRecord[]; backupAt: Date | null };
};

export async function readMeasures({ db, jobs }: App): Promise<Measures> {
  const connections = connectionCounts(db);
  if (!(await databaseAnswers(db))) return { connections };
  const queues = jobs.running() ? await jobs.queues() : [];
  return { connections, database: { queues, backupAt: await lastBackup(db) } };
}
