import type { Target, Task } from '../values/finding.ts';
import type { DocumentBlock, DocumentTable, OfficialDocument, TableCell } from '../values/official-document.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { roman } from '../values/roman.ts';
import type { TemplateValues } from '../values/template.ts';
import type { IssuerFacts } from './issuer.ts';
import { timeWords, valueWords } from './plan-words.ts';
import {
  appendixLists,
  type Frame,
  frameOf,
  framePattern,
  placeholdersOf,
  repeated,
  type TemplateMaker,
  textFields,
  type Wording,
  wordsOf,
} from './template-pattern.ts';

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

/**
 * A decision that sets targets and gives tasks, each in an appendix across. Its tables say everything in words that the reader takes for
 * the same: what goes out can come in again (test/plan-circle.test.ts).
 */
export function planDocument({ issuer, date, about, bases, targets, tasks }: PlanFacts): OfficialDocument {
  const frame = { ...frameOf(issuer, date, 'QĐ'), about };
  return decisionOf(frame, wordsOf(articleWords(targets.length > 0, tasks.length > 0)), {
    bases,
    targets: targets.length > 0 ? [{ kind: 'table', table: targetTable(targets) }] : [],
    tasks: tasks.length > 0 ? [{ kind: 'table', table: taskTable(taskRows(tasks)) }] : [],
  });
}

const names = ['ten_danh_muc', 'noi_phu_luc'] as const;
type Words = Wording<(typeof names)[number]>;
const taskNames = [
  ...(['tt', 'noi_dung', 'chu_tri', 'phoi_hop', 'theo_doi', 'thoi_gian', 'san_pham', 'kinh_phi'] as const),
];
type TaskWords = Record<(typeof taskNames)[number], string>;
const appendices = { targets: 'phu_luc_chi_tieu', tasks: 'phu_luc_nhiem_vu' } as const;

export function planValues(facts: PlanFacts): TemplateValues {
  const { bases, targets, tasks } = facts;
  return {
    ...articleWords(targets.length > 0, tasks.length > 0),
    ...appendixLists({ issuer: facts.issuer, date: facts.date }, [
      [appendices.targets, targets.length > 0],
      [appendices.tasks, tasks.length > 0],
    ]),
    can_cu: { block: 'bases', bases },
    bang_chi_tieu: {
      ...{ block: 'body', closes: false },
      blocks: targets.length > 0 ? [{ kind: 'table', table: targetTable(targets) }] : [],
    },
    nhom: taskGroups(tasks),
  };
}

export const planTemplate: TemplateMaker = {
  fields: {
    ...textFields(names),
    can_cu: 'block',
    [appendices.targets]: { ten_phu_luc: 'text' },
    bang_chi_tieu: 'block',
    [appendices.tasks]: { ten_phu_luc: 'text' },
    nhom: { so_nhom: 'text', ten_nhom: 'text', nhiem_vu: textFields(taskNames) },
  },
  required: ['bang_chi_tieu', 'nhom', 'nhiem_vu'],
  pattern: (issuer, date) => {
    const { of: task } = placeholdersOf(taskNames);
    const group = (text: string) => ({ text, bold: true });
    const rows: TableCell[][] = [
      [group('{#nhom}{#ten_nhom}{so_nhom}'), { ...group('{ten_nhom}{/ten_nhom}'), columns: taskNames.length - 1 }],
      repeated('nhiem_vu', taskCells(task)).map((cell, at, all) => (at === all.length - 1 ? `${cell}{/nhom}` : cell)),
    ];
    return decisionOf(framePattern(issuer, date), placeholdersOf(names), {
      bases: ['{@can_cu}'],
      targets: [{ kind: 'paragraph', text: '{@bang_chi_tieu}' }],
      tasks: [{ kind: 'table', table: taskTable(rows) }],
      optional: true,
    });
  },
};

function articleWords(hasTargets: boolean, hasTasks: boolean): Words['of'] {
  return {
    ten_danh_muc: [hasTargets ? 'chỉ tiêu' : '', hasTasks ? 'nhiệm vụ' : ''].filter(Boolean).join(', '),
    noi_phu_luc: hasTargets && hasTasks ? 'các Phụ lục' : 'Phụ lục',
  };
}

type Parts = {
  bases: readonly string[];
  targets: readonly DocumentBlock[];
  tasks: readonly DocumentBlock[];
  /** Of a template: either appendix may be missing. */
  optional?: boolean;
};

function decisionOf(
  frame: Frame & Pick<OfficialDocument, 'about'>,
  words: Words,
  { bases, targets, tasks, optional }: Parts,
): OfficialDocument {
  const attachments = [
    appendix('Danh mục chỉ tiêu', appendices.targets, targets),
    appendix('Danh mục nhiệm vụ', appendices.tasks, tasks),
  ];
  return {
    ...frame,
    kind: 'Quyết định',
    authority: frame.head.issuer,
    bases,
    enacting: 'Quyết định:',
    body: articles(words),
    recipients: ['Như Điều 3'],
    attachments: attachments
      .filter(({ blocks }) => blocks.length > 0)
      .map(({ only, ...one }) => (optional ? { ...one, only } : one)),
  };
}

function articles({ of: { ten_danh_muc: what, noi_phu_luc: where } }: Words): DocumentBlock[] {
  return [
    `Ban hành kèm theo Quyết định này danh mục ${what} (chi tiết tại ${where}).`,
    'Quyết định này có hiệu lực kể từ ngày ký.',
    `Thủ trưởng các cơ quan nêu tại ${where} và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này`,
  ].map((text, at): DocumentBlock => ({ kind: 'passage', level: 'article', number: at + 1, text }));
}

const appendix = (title: string, only: string, blocks: readonly DocumentBlock[]) =>
  ({ as: 'appendix', title, only, landscape: true, blocks }) as const;

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
