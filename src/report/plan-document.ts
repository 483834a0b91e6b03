import type { Due } from '../values/due.ts';
import type { Target, Task } from '../values/finding.ts';
import { formatNumber } from '../values/format.ts';
import type { DocumentBlock, DocumentTable, OfficialDocument, TableCell } from '../values/official-document.ts';
import { formatDate, type PlainDate } from '../values/plain-date.ts';
import { roman } from '../values/roman.ts';
import { endOf, type IssuerFacts, letterheadOf } from './issuer.ts';

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
/** What its value says, but for the unit. */
type PlanValue = Pick<Target, 'op' | 'value' | 'value2' | 'of' | 'change' | 'base'>;

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
  const attachments: OfficialDocument['attachments'] = [
    ...(targets.length > 0 ? [appendix('Danh mục chỉ tiêu', targetTable(targets))] : []),
    ...(tasks.length > 0 ? [appendix('Danh mục nhiệm vụ', taskTable(tasks))] : []),
  ];
  return {
    head: letterheadOf(issuer, date, 'QĐ'),
    kind: 'Quyết định',
    about,
    authority: issuer.name,
    bases,
    enacting: 'Quyết định:',
    body: articles(targets.length > 0, tasks.length > 0),
    ...endOf(issuer),
    recipients: ['Như Điều 3'],
    attachments,
  };
}

function articles(hasTargets: boolean, hasTasks: boolean): DocumentBlock[] {
  const what = [hasTargets ? 'chỉ tiêu' : '', hasTasks ? 'nhiệm vụ' : ''].filter(Boolean).join(', ');
  const where = hasTargets && hasTasks ? 'các Phụ lục' : 'Phụ lục';
  return [
    `Ban hành kèm theo Quyết định này danh mục ${what} (chi tiết tại ${where}).`,
    'Quyết định này có hiệu lực kể từ ngày ký.',
    `Thủ trưởng các cơ quan nêu tại ${where} và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này`,
  ].map((text, at): DocumentBlock => ({ kind: 'passage', level: 'article', number: at + 1, text }));
}

const appendix = (title: string, table: DocumentTable) =>
  ({ as: 'appendix', title, landscape: true, blocks: [{ kind: 'table', table }] }) as const;

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

function taskTable(tasks: readonly PlanTask[]): DocumentTable {
  const row = (task: PlanTask, next: () => string): TableCell[] => [
    next(),
    task.content,
    bodies(task.lead),
    bodies(task.coord),
    bodies(task.monitor),
    timeWords(task.time),
    task.productRaw ?? '',
    task.fundingRaw ?? '',
  ];
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
    rows: grouped(tasks, 8, (some, next) => some.map((task) => row(task, next))),
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

/** "98 trở lên", "tăng 8,5 so với năm 2025": the unit stands in a column of its own. */
export function valueWords({ op, value, value2, of, change, base }: PlanValue): string {
  if (value === null || op === 'text') return { level: 'Đạt', increase: 'Tăng', decrease: 'Giảm' }[change];
  const number = formatNumber(value);
  const share = of === null ? number : `${number}/${formatNumber(of)}`;
  const compared = {
    '=': share,
    '>=': `${share} trở lên`,
    '>': `trên ${share}`,
    '<=': `không quá ${share}`,
    '<': `dưới ${share}`,
    '~': `khoảng ${share}`,
    range: `${number} - ${formatNumber(value2 ?? value)}`,
  }[op];
  const moved = { level: '', increase: 'tăng ', decrease: 'giảm ' }[change];
  return [moved + compared, base].filter(Boolean).join(' ');
}

const everyWords = {
  day: 'Hằng ngày',
  week: 'Hằng tuần',
  month: 'Hằng tháng',
  quarter: 'Hằng quý',
  half_year: '6 tháng một lần',
  year: 'Hằng năm',
};

/** As a cell of the column of times says it. */
export function timeWords(time: Due): string {
  switch (time.kind) {
    case 'by':
      return `Chậm nhất ngày ${formatDate(time.to)}`;
    case 'during': {
      const [from, to] = [time.from.slice(0, 4), time.to.slice(0, 4)];
      if (!time.from.endsWith('-01-01') || !time.to.endsWith('-12-31'))
        return `Từ ngày ${formatDate(time.from)} đến ngày ${formatDate(time.to)}`;
      return from === to ? `Năm ${from}` : `${from} - ${to}`;
    }
    case 'ongoing':
      return 'Thường xuyên';
    case 'recurring':
      return everyWords[time.every];
    case 'conditional':
    case 'reference':
      return time.condition;
    case 'none':
      return '';
  }
}
