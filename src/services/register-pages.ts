import type { Figure } from '../registry/figure.ts';
import type { DocumentSummary } from '../registry/plan-document.ts';
import { findingCursor, type RegisterChange } from '../registry/register-pages.ts';
import type { TargetRecord } from '../registry/target.ts';
import type { TaskRecord } from '../registry/task.ts';
import { documentsAfter } from '../store/documents.ts';
import { figuresAfter } from '../store/figures.ts';
import { changesAfter } from '../store/register-pages.ts';
import { targetsAfter } from '../store/targets.ts';
import { tasksAfter } from '../store/tasks.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { App } from './app.ts';

type Page<T> = { rows: T[]; next: string | null };
type Wanted = { after?: string | undefined; limit: number; asOf?: PlainDate | undefined };

/** A full page may have another behind it. */
function pageOf<T>(rows: T[], limit: number, cursorOf: (row: T) => string): Page<T> {
  const last = rows.at(-1);
  return { rows, next: rows.length === limit && last !== undefined ? cursorOf(last) : null };
}

const placeIn = (after: string | undefined): { documentId: string; id: string } | undefined =>
  after === undefined ? undefined : { documentId: after.slice(0, 36), id: after.slice(37) };

export const readDocuments = async ({ db }: App, { after, limit, asOf }: Wanted): Promise<Page<DocumentSummary>> =>
  pageOf(await documentsAfter(db, asOf, after, limit), limit, ({ id }) => id);

export const readTargets = async ({ db }: App, { after, limit, asOf }: Wanted): Promise<Page<TargetRecord>> =>
  pageOf(await targetsAfter(db, asOf, placeIn(after), limit), limit, findingCursor);

export const readTasks = async ({ db }: App, { after, limit, asOf }: Wanted): Promise<Page<TaskRecord>> =>
  pageOf(await tasksAfter(db, asOf, placeIn(after), limit), limit, findingCursor);

export const readFigures = async ({ db }: App, { after, limit }: Wanted): Promise<Page<Figure>> =>
  pageOf(await figuresAfter(db, Number(after ?? 0), limit), limit, ({ id }) => String(id));

export async function readChanges(
  { db }: App,
  { after, limit }: Wanted,
): Promise<Page<RegisterChange> & { last: string }> {
  const { changes, last, isFull } = await changesAfter(db, Number(after ?? 0), limit);
  return { rows: changes, next: isFull ? String(last) : null, last: String(last) };
}
