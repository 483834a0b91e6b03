import { PassThrough, Readable } from 'node:stream';
import { csvOf } from '../files/written/csv.ts';
import { writeXlsx } from '../files/written/xlsx.ts';
import type { TargetColumn, TargetQuery } from '../registry/target.ts';
import { targetColumns } from '../registry/target.ts';
import { type TaskColumn, type TaskQuery, taskColumns } from '../registry/task.ts';
import { sheetOf } from '../report/sheet-column.ts';
import { targetSheet, targetSheetName } from '../report/target-sheet.ts';
import { taskSheet, taskSheetName } from '../report/task-sheet.ts';
import { readTargets } from '../store/targets.ts';
import { readTasks } from '../store/tasks.ts';
import type { Language } from '../values/format.ts';
import type { Sheet } from '../values/sheet.ts';
import type { App } from './app.ts';

export type ExportAs<Column> = { format: 'xlsx' | 'csv'; language: Language; columns: Column[] };

export type ExportedFile = { name: string; mediaType: string; content: Readable };

/** Exactly the rows a query lists, in its order, and the columns named, in theirs; all columns where none is named. */
export function exportTargets(
  { db }: App,
  query: TargetQuery,
  { columns, ...as }: ExportAs<TargetColumn>,
): ExportedFile {
  const chosen = (columns.length > 0 ? columns : targetColumns).map((column) => targetSheet[column]);
  return fileOf(sheetOf(targetSheetName[as.language], chosen, readTargets(db, query), as.language), as);
}

export function exportTasks({ db }: App, query: TaskQuery, { columns, ...as }: ExportAs<TaskColumn>): ExportedFile {
  const chosen = (columns.length > 0 ? columns : taskColumns).map((column) => taskSheet[column]);
  return fileOf(sheetOf(taskSheetName[as.language], chosen, readTasks(db, query), as.language), as);
}

export function fileOf(sheet: Sheet, { format, language }: Omit<ExportAs<never>, 'columns'>): ExportedFile {
  if (format === 'csv')
    return {
      name: `${sheet.name}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      content: Readable.from(csvOf(sheet, language)),
    };
  return workbookFile(sheet.name, [sheet]);
}

export function workbookFile(name: string, sheets: readonly Sheet[]): ExportedFile {
  const content = new PassThrough();
  writeXlsx(sheets, content).catch((error: Error) => content.destroy(error));
  return {
    name: `${name}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content,
  };
}
