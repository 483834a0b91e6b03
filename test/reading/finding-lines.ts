import type { Due } from '../../src/values/due.ts';
import type { DocumentHeader, OwnHeader, PastFigure, Reference, Target, Task } from '../../src/values/finding.ts';
import { formatDate } from '../../src/values/plain-date.ts';
import { squeeze } from '../../src/values/vietnamese.ts';

/** Findings as the case files write them: the name, then only what differs from the ordinary, each with its word. */

const numbers = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6, useGrouping: true });

const changes = { level: '', increase: 'tăng', decrease: 'giảm' };
const tiers = { national: 'cấp quốc gia', province: '', district: 'cấp huyện', commune: 'cấp xã' };
const periods = { day: 'ngày', week: 'tuần', month: 'tháng', quarter: 'quý', half_year: '6 tháng', year: 'năm' };

const fields = (parts: string[]): string => parts.filter((part) => part !== '').join(' | ');
const labelled = (word: string, value: string | null): string =>
  value === null || value === '' ? '' : `${word}: ${value}`;
const bodies = (word: string, list: string[]): string => labelled(word, list.join(' + '));

function value(target: Pick<Target, 'op' | 'value' | 'value2' | 'of' | 'unit'>): string {
  if (target.op === 'text') return 'điều kiện';
  const number = (one: number | null): string => (one === null ? '?' : numbers.format(one));
  const upper = target.op === 'range' ? ` - ${number(target.value2)}` : '';
  const whole = target.of === null ? '' : `/${number(target.of)}`;
  return `${target.op === 'range' ? '' : `${target.op} `}${number(target.value)}${upper}${whole} ${target.unit ?? ''}`.trim();
}

/** @param planYear the year that goes without saying */
export function targetLine(target: Target, planYear: number | null): string {
  return fields([
    target.name,
    labelled('biến thể', target.variant),
    value(target),
    changes[target.change],
    labelled('gốc', target.base),
    target.year === planYear ? '' : `năm ${target.year ?? '-'}`,
    target.yearFrom === null || target.yearFrom === planYear ? '' : `từ năm ${target.yearFrom}`,
    tiers[target.tier],
    bodies('cơ quan', target.agencies),
    target.parentId === null ? '' : `thuộc ${target.parentId.slice(1)}`,
  ]);
}

const bases = { actual: 'thực hiện', estimated: 'ước thực hiện', planned: 'kế hoạch' };

/** "năm 2023", "01/01/2024 - 30/09/2024", "ngày 09/01/2026". */
function periodLine(period: PastFigure['period']): string {
  if (period === null) return 'không rõ thời gian';
  const { from, to } = period;
  if (from === to) return `ngày ${formatDate(from)}`;
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  if (from.endsWith('-01-01') && to.endsWith('-12-31'))
    return first === last ? `năm ${first}` : `năm ${first} - ${last}`;
  return `${formatDate(from)} - ${formatDate(to)}`;
}

/** On which basis, and of which time. */
export const basisLine = ({ basis, period }: Pick<PastFigure, 'basis' | 'period'>): string =>
  `${bases[basis]} ${periodLine(period)}`;

export const figureLine = (figure: PastFigure): string =>
  fields([
    figure.name,
    labelled('biến thể', figure.variant),
    value(figure),
    changes[figure.change],
    basisLine(figure),
    tiers[figure.tier],
    bodies('cơ quan', figure.agencies),
    figure.targetId === null ? '' : `cạnh ${figure.targetId.slice(1)}`,
  ]);

export function dueLine(due: Due | undefined): string {
  switch (due?.kind) {
    case 'by':
      return `hạn ${formatDate(due.to)}${due.counted ? `, tính theo: ${due.counted}` : ''}`;
    case 'during':
      return `trong ${formatDate(due.from)} - ${formatDate(due.to)}`;
    case 'ongoing':
      return 'thường xuyên';
    case 'recurring':
      return `định kỳ ${periods[due.every]}`;
    case 'conditional':
      return `khi: ${due.condition}`;
    case 'reference':
      return `theo: ${due.condition}`;
    case 'none':
      return 'không có';
    default:
      return 'không hiểu';
  }
}

const doerParts = (task: Task): string[] => [
  bodies('chủ trì', task.lead),
  bodies('phối hợp', task.coord),
  bodies('theo dõi', task.monitor),
  task.timeRaw === null ? '' : `thời gian: ${task.time.kind === 'none' ? 'không hiểu' : dueLine(task.time)}`,
];

export function taskLine(task: Task, text: string): string {
  return fields([
    squeeze(text.slice(task.span.start, task.span.end)),
    ...doerParts(task),
    labelled('sản phẩm', task.productRaw),
    labelled('kinh phí', task.fundingRaw),
    labelled('ghi chú', task.noteRaw),
  ]);
}

/** The first words of a task and who does it, for cases that are about the doers. */
export function doersLine(task: Task, text: string): string {
  const words = squeeze(text.slice(task.span.start, task.span.end)).split(' ');
  const opening = words.length > 4 ? `${words.slice(0, 4).join(' ')} …` : words.join(' ');
  return fields([opening, ...doerParts(task)]);
}

export const referenceLine = ({ number, date }: Reference): string =>
  date === null ? number : `${number} ngày ${formatDate(date)}`;

const relations = {
  basis: 'căn cứ',
  implements: 'thực hiện',
  amends: 'sửa đổi',
  replaces: 'thay thế',
  repeals: 'bãi bỏ',
  mentions: 'nhắc đến',
};

/** All that is read of a citation: kind and number, date, issuer, part, and why it is cited. */
export const citationLine = (reference: Reference): string =>
  fields([
    `${reference.kind ?? 'không rõ loại'} ${referenceLine(reference)}`,
    reference.issuer ?? '',
    reference.part ?? '',
    relations[reference.relation],
  ]);

/** What tells a document of a file from the others. */
export const documentLine = ({ number, kind, issuedOn, title }: OwnHeader): string =>
  [number ?? '-', kind, issuedOn === null ? '-' : formatDate(issuedOn), title ?? '-'].join(' | ');

/** Every field of a header a line; a list has a line an item. */
export function headerLines(header: DocumentHeader, text: string): string[] {
  const quote = (span: { start: number; end: number }): string => squeeze(text.slice(span.start, span.end));
  const list = (word: string, items: string[]): string[] =>
    items.length === 0 ? [`${word}: -`] : items.map((item) => `${word}: ${item}`);
  return [
    `số: ${header.number ?? '-'}`,
    `loại: ${header.kind}`,
    `cơ quan: ${header.issuer ?? '-'}`,
    `địa danh: ${header.place ?? '-'}`,
    `ngày: ${header.issuedOn === null ? '-' : formatDate(header.issuedOn)}`,
    `trích yếu: ${header.title ?? '-'}`,
    `kỳ: ${header.period ? `${header.period.from} - ${header.period.to}` : '-'}`,
    `người ký: ${header.signer ? `${header.signer.title ?? '-'} ${header.signer.name}` : '-'}`,
    ...list('căn cứ', header.legalBases.map(quote)),
    ...list('nơi nhận', header.recipients.map(quote)),
    ...list('dẫn chiếu', header.references.map(referenceLine)),
  ];
}
