import type { Db } from '../store/database.ts';
import { settleServerRoles } from '../store/server-roles.ts';
import { createJobs } from './job-runner.ts';

/** So that servers need not own the tables: the queue's own tables are made, too, and then who may do what with all of them. */
export async function prepareServerRoles(db: Db): Promise<void> {
  const jobs = createJobs(db);
  await jobs.start({});
  await jobs.close();
  await settleServerRoles(db);
}
