import type { Target, Task } from '../values/finding.ts';
import type {
  Attachment,
  DocumentBlock,
  DocumentTable,
  OfficialDocument,
  TableCell,
} from '../values/official-document.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { roman } from '../values/roman.ts';
import type { TemplateFields, TemplateValues } from '../values/template.ts';
import type { IssuerFacts } from './issuer.ts';
import { timeWords, valueWords } from './plan-words.ts';
import { appendixLists, type Frame, placeholdersOf, repeated, textFields } from './template-pattern.ts';

/**
 * What every form of a plan has: a decision, and below it two appendices across of what it sets and gives. Their tables say everything
 * in words that the reader takes for the same: what goes out can come in again (test/plan-circle.test.ts).
 */

export type PlanTarget = Pick<
  Target,
  | 'id'
  | 'parentId'
  | 'group'
  | 'name'
  | 'variant'
  | 'op'
  | 'value'
  | 'value2'
  | 'of'
  | 'unit'
  | 'change'
  | 'base'
  | 'year'
  | 'yearFrom'
  | 'agencies'
>;

export type PlanTask = Pick<Task, 'group' | 'lead' | 'coord' | 'monitor' | 'time' | 'productRaw' | 'fundingRaw'> & {
  content: string;
};

export type PlanFacts = {
  issuer: IssuerFacts;
  /** The day it is to be issued. */
  date: PlainDate;
  /** Trích yếu: "Giao chỉ tiêu, nhiệm vụ phát triển kinh tế - xã hội năm 2027". */
  about: string;
  /** Căn cứ, each without its end mark. */
  bases: readonly string[];
  targets: readonly PlanTarget[];
  tasks: readonly PlanTask[];
};

export const planDecision = (
  frame: Frame & Pick<OfficialDocument, 'about'>,
  bases: readonly string[],
  articles: readonly string[],
): OfficialDocument => ({
  ...frame,
  kind: 'Quyết định',
  authority: frame.head.issuer,
  bases,
  enacting: 'Quyết định:',
  body: articles.map((text, at) => ({ kind: 'passage', level: 'article', number: at + 1, text })),
  recipients: [`Như Điều ${articles.length}`],
});

/** Without an appendix that would be empty. */
export const planAppendices = ({ targets, tasks }: Pick<PlanFacts, 'targets' | 'tasks'>): Attachment[] => [
  ...(targets.length > 0 ? [appendix('targets', [{ kind: 'table', table: targetTable(targets) }])] : []),
  ...(tasks.length > 0 ? [appendix('tasks', [{ kind: 'table', table: taskTable(taskRows(tasks)) }])] : []),
];

/** What a template of a plan fills in: its legal bases and its appendices. */
export const planAppendixValues = (facts: PlanFacts): TemplateValues => ({
  ...listsOf(facts),
  can_cu: { block: 'bases', bases: facts.bases },
  bang_chi_tieu: {
    ...{ block: 'body', closes: false },
    blocks: facts.targets.length > 0 ? [{ kind: 'table', table: targetTable(facts.targets) }] : [],
  },
  nhom: taskGroups(facts.tasks),
});

/** "Phụ lục I", as the text refers to it; undefined where it is not there. */
export function planAppendixWords(facts: PlanFacts): { targets: string | undefined; tasks: string | undefined } {
  const lists = listsOf(facts);
  return { targets: lists[names.targets]?.[0]?.ten_phu_luc, tasks: lists[names.tasks]?.[0]?.ten_phu_luc };
}

const listsOf = ({ issuer, date, targets, tasks }: PlanFacts) =>
  appendixLists({ issuer, date }, [
    [names.targets, targets.length > 0],
    [names.tasks, tasks.length > 0],
  ]);

/** "các Phụ lục": where all of it stands. */
export const planAppendixPlace = ({ targets, tasks }: PlanFacts): string =>
  targets.length > 0 && tasks.length > 0 ? 'các Phụ lục' : 'Phụ lục';

const names = { targets: 'phu_luc_chi_tieu', tasks: 'phu_luc_nhiem_vu' } as const;
const titles = { targets: 'Danh mục chỉ tiêu', tasks: 'Danh mục nhiệm vụ' } as const;

const taskNames = [
  ...(['tt', 'noi_dung', 'chu_tri', 'phoi_hop', 'theo_doi', 'thoi_gian', 'san_pham', 'kinh_phi'] as const),
];
type TaskWords = Record<(typeof taskNames)[number], string>;

export const planAppendixFields: TemplateFields = {
  can_cu: 'block',
  [names.targets]: { ten_phu_luc: 'text' },
  bang_chi_tieu: 'block',
  [names.tasks]: { ten_phu_luc: 'text' },
  nhom: { so_nhom: 'text', ten_nhom: 'text', nhiem_vu: textFields(taskNames) },
};

export const planAppendixRequired = ['bang_chi_tieu', 'nhom', 'nhiem_vu'];

export function planAppendixPattern(): Attachment[] {
  const { of: task } = placeholdersOf(taskNames);
  const group = (text: string) => ({ text, bold: true });
  const rows: TableCell[][] = [
    [group('{#nhom}{#ten_nhom}{so_nhom}'), { ...group('{ten_nhom}{/ten_nhom}'), columns: taskNames.length - 1 }],
    repeated('nhiem_vu', taskCells(task)).map((cell, at, all) => (at === all.length - 1 ? `${cell}{/nhom}` : cell)),
  ];
  return [
    { ...appendix('targets', [{ kind: 'paragraph', text: '{@bang_chi_tieu}' }]), only: names.targets },
    { ...appendix('tasks', [{ kind: 'table', table: taskTable(rows) }]), only: names.tasks },
  ];
}

const appendix = (of: keyof typeof titles, blocks: readonly DocumentBlock[]) =>
  ({ as: 'appendix', title: titles[of], landscape: true, blocks }) as const;

/** One column for each year, or stretch of years, in which targets are to be reached. */
function targetTable(targets: readonly PlanTarget[]): DocumentTable {
  const times = [...new Set(targets.map(timeOfTarget))].sort();
  const width = Math.floor(40 / times.length);
  const cells = (target: PlanTarget): TableCell[] => [
    target.unit ?? '',
    ...times.map((time) => (time === timeOfTarget(target) ? valueWords(target) : '')),
    bodies(target.agencies),
  ];
  return {
    columns: [
      { percent: 5, align: 'centre' },
      { percent: 65 - width * times.length },
      { percent: 12, align: 'centre' },
      ...times.map(() => ({ percent: width, align: 'centre' }) as const),
      { percent: 18 },
    ],
    header: [['TT', 'Chỉ tiêu', 'Đơn vị tính', ...times.map((time) => `Mục tiêu${time}`), 'Cơ quan chủ trì']],
    rows: grouped(targets, times.length + 4, (some, next) => targetRows(some, next, cells)),
  };
}

function timeOfTarget({ year, yearFrom }: PlanTarget): string {
  if (year === null) return '';
  return yearFrom === null ? ` năm ${year}` : ` giai đoạn ${yearFrom} - ${year}`;
}

type Cells = (target: PlanTarget) => TableCell[];

/** The variants of one name stand below it without numbers, and so do the parts of a whole. */
function targetRows(targets: readonly PlanTarget[], next: () => string, cells: Cells): TableCell[][] {
  const rows: TableCell[][] = [];
  let whole: PlanTarget | null = null;
  let head: string | null = null;
  for (const target of targets) {
    const { name, variant } = target;
    const part: string | null = whole !== null && target.parentId === whole.id ? partWords(target, whole) : null;
    if (part !== null) {
      rows.push(['', part, ...cells(target)]);
      head = null;
    } else if (variant === null) {
      rows.push([next(), name, ...cells(target)]);
      [whole, head] = [target, null];
    } else {
      if (head !== name) rows.push([next(), name, ...cells(target).map(() => '')]);
      rows.push(['', `- ${variant}`, ...cells(target)]);
      [whole, head] = [null, name];
    }
  }
  return rows;
}

/** null where it must stand in a row of its own number, because its name differs from that of its whole and has a variant. */
function partWords({ name, variant }: PlanTarget, whole: PlanTarget): string | null {
  if (variant === null) return `- ${name}`;
  return name === whole.name ? `Trong đó: ${variant}` : null;
}

const taskWords = (task: PlanTask, number: string): TaskWords => ({
  tt: number,
  noi_dung: task.content,
  chu_tri: bodies(task.lead),
  phoi_hop: bodies(task.coord),
  theo_doi: bodies(task.monitor),
  thoi_gian: timeWords(task.time),
  san_pham: task.productRaw ?? '',
  kinh_phi: task.fundingRaw ?? '',
});
const taskCells = (task: TaskWords): string[] => taskNames.map((name) => task[name]);

const taskRows = (tasks: readonly PlanTask[]): TableCell[][] =>
  grouped(tasks, taskNames.length, (some, next) => some.map((task) => taskCells(taskWords(task, next()))));

/** The same, as a template's lists. */
function taskGroups(tasks: readonly PlanTask[]) {
  let number = 0;
  return [...Map.groupBy(tasks, ({ group }) => group)].map(([group, some], at) => ({
    so_nhom: roman(at + 1),
    ten_nhom: group ?? '',
    nhiem_vu: some.map((task) => taskWords(task, String(++number))),
  }));
}

function taskTable(rows: readonly TableCell[][]): DocumentTable {
  return {
    columns: [
      { percent: 5, align: 'centre' },
      { percent: 30 },
      ...[13, 13, 11].map((percent) => ({ percent })),
      { percent: 10, align: 'centre' },
      { percent: 10 },
      { percent: 8 },
    ],
    header: [
      [
        'TT',
        'Nhiệm vụ',
        'Cơ quan chủ trì',
        'Cơ quan phối hợp',
        'Cơ quan theo dõi, đôn đốc',
        'Thời gian hoàn thành',
        'Sản phẩm',
        'Kinh phí',
      ],
    ],
    rows,
  };
}

/** Rows under the heading of their group, in the order in which the groups first come; numbers run through. */
function grouped<T extends { group: string | null }>(
  all: readonly T[],
  columns: number,
  rowsOf: (some: readonly T[], next: () => string) => TableCell[][],
): TableCell[][] {
  let number = 0;
  const next = () => String(++number);
  return [...Map.groupBy(all, ({ group }) => group)].flatMap(([group, some], at) => [
    ...(group === null
      ? []
      : [
          [
            { text: roman(at + 1), bold: true },
            { text: group, bold: true, columns: columns - 1 },
          ],
        ]),
    ...rowsOf(some, next),
  ]);
}

const bodies = (names: readonly string[]): string => names.join('; ');
