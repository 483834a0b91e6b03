import type { PageOf } from '../registry/listing.ts';
import type { RegisterCounts } from '../registry/register-counts.ts';
import type { TargetQuery, TargetRecord } from '../registry/target.ts';
import type { TaskQuery, TaskRecord } from '../registry/task.ts';
import { readRegisterCounts } from '../store/register-counts.ts';
import * as targets from '../store/targets.ts';
import * as tasks from '../store/tasks.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { App } from './app.ts';

/** Reading the register needs no transaction and decides nothing: these hand on what is stored. */

export const listTargets = (
  { db }: App,
  query: TargetQuery,
  page: PageOf,
): Promise<{ total: number; rows: TargetRecord[] }> => targets.listTargets(db, query, page);

export const targetChoices = ({ db }: App, query: TargetQuery): Promise<targets.TargetChoices> =>
  targets.countTargetChoices(db, query);

export const listTasks = (
  { db }: App,
  query: TaskQuery,
  page: PageOf,
): Promise<{ total: number; rows: TaskRecord[] }> => tasks.listTasks(db, query, page);

export const taskChoices = ({ db }: App, query: TaskQuery): Promise<tasks.TaskChoices> =>
  tasks.countTaskChoices(db, query);

/** @param asOf only what was in force on this day */
export const getRegisterCounts = ({ db }: App, asOf?: PlainDate): Promise<RegisterCounts> =>
  readRegisterCounts(db, asOf);
