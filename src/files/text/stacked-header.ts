import { columnWords } from '../../values/column-words.ts';
import { squeeze } from '../../values/vietnamese.ts';
import type { TextLine } from './line.ts';

/** What a column holds, as far as its heading tells; it says how the column's cells begin. */
export type StackedRole =
  | 'ordinal'
  | 'task'
  | 'target'
  | 'unit'
  | 'value'
  | 'lead'
  | 'coord'
  | 'monitor'
  | 'time'
  | 'product'
  | 'funding'
  | 'note'
  | 'other';

export type StackedColumn = { role: StackedRole; lines: TextLine[] };

/** `words` are the header's lines as they stand: the next page repeats them. */
export type StackedHeader = { columns: StackedColumn[]; words: string[]; next: number };

const who = `(?:(?:cơ quan|đơn vị|bộ phận|người)(?: ?[,/] ?(?:cơ quan|đơn vị|địa phương))* )`;
const work = `(?:${columnWords.task}|giải pháp|công tác)`;
const watching = `(?:${columnWords.monitor})`;

/** Each pattern takes the whole heading, so that two headings one behind the other are never taken for one. */
const roles: [StackedRole, RegExp][] = [
  ['ordinal', new RegExp(`^(?:${columnWords.ordinal})$`, 'u')],
  ['unit', new RegExp(`^(?:${columnWords.unit})$`, 'u')],
  ['note', new RegExp(`^${columnWords.note}$`, 'u')],
  ['funding', new RegExp(`^(?:dự kiến )?(?:${columnWords.funding}|nguồn kinh phí)(?: (?:thực hiện|dự kiến))*$`, 'u')],
  ['coord', new RegExp(`^${who}?${columnWords.coord}(?: (?:thực hiện|chính))?$`, 'u')],
  ['monitor', new RegExp(`^${who}?${watching}(?:,? (?:${watching}|báo cáo))*$`, 'u')],
  [
    'lead',
    new RegExp(
      `^(?:${who}?(?:chủ trì|đầu mối|thực hiện|chịu trách nhiệm|tham mưu|phụ trách)(?:(?:,|/| và)? ?(?:chủ trì|thực hiện|tham mưu|soạn thảo))*|phân công(?: thực hiện)?)$`,
      'u',
    ),
  ],
  [
    'time',
    new RegExp(
      `^(?:${columnWords.time})(?:,? (?:thực hiện|hoàn thành|trình|ban hành|dự kiến|triển khai|kết thúc))*$`,
      'u',
    ),
  ],
  [
    'product',
    new RegExp(
      `^(?:dự kiến |yêu cầu )?(?:${columnWords.product}|kết quả)(?:(?:,|/)? ?(?:sản phẩm|kết quả|đầu ra|dự kiến|đạt được|hoàn thành|thực hiện|cần đạt|chủ yếu|cụ thể))*$`,
      'u',
    ),
  ],
  [
    'task',
    new RegExp(
      `^(?:tên |danh mục |các )*${work}(?:(?:,|/|;| và)? ?(?:các )?(?:${work}|cụ thể|chủ yếu|trọng tâm|thực hiện))*$`,
      'u',
    ),
  ],
  [
    'target',
    new RegExp(`^(?:tên |danh mục |các |nội dung |hệ thống )*(?:${columnWords.target})(?: (?:chủ yếu|cụ thể))?$`, 'u'),
  ],
  [
    'value',
    /^(?:(?:kế hoạch|mục tiêu|chỉ tiêu),? ?)?(?:đến )?(?:năm |giai đoạn )?(?:19|20)\d{2}(?: ?- ?(?:19|20)\d{2})?$/u,
  ],
];

export const roleOf = (heading: string): StackedRole | undefined => {
  const words = squeeze(heading.replaceAll('*', ''))
    .toLowerCase()
    .replace(/[.:]+$/u, '');
  return roles.find(([, pattern]) => pattern.test(words))?.[0];
};

const longestHeading = 4;
const longestHeader = 24;

/** The words of a table's header, a line or a few for each column, down to where the first row begins. */
export function readStackedHeader(lines: TextLine[], at: number): StackedHeader | undefined {
  if ((lines[at]?.text.length ?? 0) > 30 || roleOf(lines[at]?.text ?? '') !== 'ordinal') return undefined;
  const columns: StackedColumn[] = [];
  let next = at;
  while (next < lines.length && next - at < longestHeader) {
    const line = lines[next];
    if (!line || (columns.length > 1 && beginsRow(line.text))) break;
    const column = line.text.trim() === '' ? undefined : columnAt(lines, next);
    if (column) columns.push(column);
    next += column?.lines.length ?? 1;
  }
  if (!isTaskTable(columns) || !beginsRow(lines[next]?.text ?? '')) return undefined;
  return { columns, words: columns.flatMap((column) => column.lines.map((line) => squeeze(line.text))), next };
}

/** "1.", "I. Hoàn thiện thể chế", "A" on the line after the last heading. */
const beginsRow = (text: string): boolean => /^\s*\(?(?:1|I|A)(?:\.1)?(?:[.)]|\s*$|\s+\p{Lu})/u.test(text);

/** The longest run of lines that is one known heading; otherwise the line and those that go on in small letters. */
function columnAt(lines: TextLine[], at: number): StackedColumn {
  for (let length = longestHeading; length >= 1; length--) {
    const run = lines.slice(at, at + length);
    const role = run.some((line) => line.text.trim() === '')
      ? undefined
      : roleOf(run.map((line) => line.text).join(' '));
    if (role) return { role, lines: run };
  }
  let end = at + 1;
  while (/^\s*\p{Ll}/u.test(lines[end]?.text ?? '')) end += 1;
  return { role: 'other', lines: lines.slice(at, end) };
}

function isTaskTable(columns: StackedColumn[]): boolean {
  const has = (...wanted: StackedRole[]): boolean => columns.some((column) => wanted.includes(column.role));
  const unknown = columns.filter((column) => column.role === 'other').length;
  return (
    columns.length >= 3 &&
    columns.length <= 12 &&
    unknown * 2 < columns.length &&
    has('task', 'target') &&
    has('lead', 'coord', 'time', 'product', 'unit')
  );
}

/** The line after the header that a new page repeats at `at`; undefined where none stands there. */
export function afterRepeated(lines: TextLine[], at: number, header: StackedHeader): number | undefined {
  let next = at;
  for (const word of header.words) {
    while (next > at && next < lines.length && lines[next]?.text.trim() === '') next += 1;
    if (squeeze(lines[next]?.text ?? '') !== word) return undefined;
    next += 1;
  }
  return next;
}
