import type { AppendixTarget, AppendixTask, ReportAppendices } from '../registry/report-appendix.ts';
import { formatNumber } from '../values/format.ts';
import type { Sheet, SheetCell } from '../values/sheet.ts';
import { targetHeads, targetTexts } from './report-targets.ts';
import { taskHeads, taskTexts } from './report-tasks.ts';

/** The tables of a consolidated report to go on computing with: a number is a number. */
export const reportSheets = ({ targets, tasks }: ReportAppendices): Sheet[] => [
  {
    name: 'Chỉ tiêu',
    columns: columnsOf(targetHeads, [6, 44, 14, 14, 14, 14, 16, 18, 30]),
    rows: oneBatch(targets.map(targetRow)),
  },
  { name: 'Nhiệm vụ', columns: columnsOf(taskHeads, [6, 60, 22, 30, 14, 24, 60]), rows: oneBatch(tasks.map(taskRow)) },
];

const columnsOf = (heads: readonly string[], widths: readonly number[]) =>
  heads.map((header, at) => ({ header, width: widths[at] ?? 20 }));

async function* oneBatch(rows: SheetCell[][]): AsyncGenerator<SheetCell[][]> {
  yield rows;
}

const numeric = (value: number | null): SheetCell =>
  value === null ? null : { number: value, format: '#,##0.######', text: formatNumber(value) };

function targetRow(target: AppendixTarget, at: number): SheetCell[] {
  const [, name = '', unit = '', , , , besidePlan = '', besideBefore = '', agency = ''] = targetTexts(target, at);
  const { plan, value, toDate, formula } = target;
  const whose = formula === null ? agency : `${agency} (${formula})`;
  return [numeric(at + 1), name, unit, ...[plan, value, toDate].map(numeric), besidePlan, besideBefore, whose];
}

const taskRow = (task: AppendixTask, at: number): SheetCell[] => [numeric(at + 1), ...taskTexts(task, at).slice(1)];
