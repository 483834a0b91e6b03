import { noCounts, type StateCounts, tally } from '../registry/duty-state.ts';
import type { AppendixTask, ReportAppendices } from '../registry/report-appendix.ts';
import { formatNumber } from '../values/format.ts';
import type { DocumentBlock, DocumentTable } from '../values/official-document.ts';
import { formatDate } from '../values/plain-date.ts';
import { compareVietnamese } from '../values/vietnamese.ts';

/** The five states of official counts; what is due soon is in time. */
export const stateWords: Record<AppendixTask['state'], string> = {
  doneOnTime: 'Hoàn thành đúng hạn',
  doneLate: 'Hoàn thành quá hạn',
  openInTime: 'Đang thực hiện trong hạn',
  dueSoon: 'Đang thực hiện trong hạn',
  openOverdue: 'Đang thực hiện quá hạn',
  noDue: 'Không có thời hạn',
};

function countTasks(tasks: readonly AppendixTask[]): StateCounts {
  const counts = { ...noCounts };
  for (const { state } of tasks) counts[state] += 1;
  return counts;
}

/** First how many of each agency stand where, then each of them. */
export const taskTables = ({ tasks }: Pick<ReportAppendices, 'tasks'>): DocumentBlock[] => [
  { kind: 'table', table: countTable(tasks) },
  { kind: 'pageBreak' },
  { kind: 'table', table: listTable(tasks) },
];

/** Total = done + open; done = on time + late; open = in time + overdue + without a deadline. */
function rowOf(name: string, tasks: readonly AppendixTask[]): string[] {
  const counts = countTasks(tasks);
  const { total, done, open, inTime } = tally(counts);
  const numbers = [total, done, counts.doneOnTime, counts.doneLate, open, inTime, counts.openOverdue, counts.noDue];
  return [name, ...numbers.map((number) => formatNumber(number))];
}

function countTable(tasks: readonly AppendixTask[]): DocumentTable {
  const agencies = [...Map.groupBy(tasks, ({ agency }) => agency)].sort(([a], [b]) => compareVietnamese(a, b));
  const bold = (text: string) => ({ text, bold: true });
  return {
    title: 'Tổng hợp theo cơ quan chủ trì',
    columns: [
      { percent: 5, align: 'centre' },
      { percent: 31 },
      ...Array.from({ length: 8 }, () => ({ percent: 8, align: 'right' as const })),
    ],
    header: [
      [
        ...['TT', 'Cơ quan', 'Tổng số'].map((text) => ({ text, rows: 2 })),
        { text: 'Hoàn thành', columns: 3 },
        { text: 'Chưa hoàn thành', columns: 4 },
      ],
      ['Tổng', 'Đúng hạn', 'Quá hạn', 'Tổng', 'Trong hạn', 'Quá hạn', 'Không có thời hạn'],
    ],
    rows: [
      ['', ...rowOf('Tổng cộng', tasks)].map(bold),
      ...agencies.map(([name, own], at) => [String(at + 1), ...rowOf(name, own)]),
    ],
  };
}

/** The most urgent first. */
const order: readonly AppendixTask['state'][] = [
  'openOverdue',
  'dueSoon',
  'openInTime',
  'noDue',
  'doneLate',
  'doneOnTime',
];

function listTable(tasks: readonly AppendixTask[]): DocumentTable {
  const sorted = [...tasks].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return {
    title: 'Danh mục nhiệm vụ',
    columns: [
      { percent: 5, align: 'centre' },
      { percent: 32 },
      { percent: 13 },
      { percent: 14 },
      { percent: 9, align: 'centre' },
      { percent: 10 },
      { percent: 17 },
    ],
    header: [taskHeads],
    rows: sorted.map(taskTexts),
  };
}

export const taskHeads: string[] = [
  ...['TT', 'Nội dung nhiệm vụ', 'Văn bản giao', 'Cơ quan chủ trì', 'Thời hạn', 'Tình trạng', 'Kết quả thực hiện'],
];

export const taskTexts = ({ what, documents, agency, due, state, share, said }: AppendixTask, at: number): string[] => [
  ...[String(at + 1), what, documents.join('; '), agency, due === null ? '' : formatDate(due), stateWords[state]],
  said ?? (share === null ? '' : `Đạt ${formatNumber(share)}%`),
];
