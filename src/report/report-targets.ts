import { figureWords, isComparable } from '../registry/reference-words.ts';
import type { AppendixTarget } from '../registry/report-appendix.ts';
import type { FigureAs, FigureSource } from '../registry/section-content.ts';
import { formatNumber } from '../values/format.ts';
import type { DocumentTable } from '../values/official-document.ts';
import { placeholdersOf, repeated, textFields } from './template-pattern.ts';

// What is shown of a number here does not depend on where it stands in the register.
const nowhere: FigureSource = { kind: 'target', documentId: '', targetId: '' };

function told({ indicator }: AppendixTarget, as: FigureAs, of: number | null, against: number | null): string {
  if (of === null || against === null) return '';
  const { measure, unit, decimals } = indicator;
  if (!isComparable({ measure, unit }, against)) return '';
  return figureWords({
    ...{ as, measure, unit, decimals },
    of: { source: nowhere, value: of },
    against: { source: nowhere, value: against },
  }).replace(/ so với$/u, '');
}

/** Of amounts a share in percent, of percentages by how many points they differ. */
function besidePlan(target: AppendixTarget): string {
  const done = target.toDate ?? target.value;
  const { measure, unit } = target.indicator;
  const isAmount = (measure === 'level' || measure === 'count') && !unit?.startsWith('%');
  return told(target, isAmount ? 'share' : 'gap', done, target.plan);
}

const besideBefore = (target: AppendixTarget): string =>
  target.toDate === null
    ? told(target, 'change', target.value, target.before)
    : told(target, 'change', target.toDate, target.beforeToDate);

const plain = (value: number | null, decimals: number | null): string =>
  value === null ? '' : formatNumber(Number(value.toFixed(decimals ?? 2)));

export const targetHeads: string[] = [
  ...['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch năm', 'Thực hiện trong kỳ', 'Lũy kế từ đầu năm'],
  ...['So với kế hoạch', 'So với cùng kỳ', 'Cơ quan báo cáo'],
];

/** TT, chỉ tiêu, đơn vị tính, kế hoạch năm, thực hiện kỳ, lũy kế, so với kế hoạch, so với cùng kỳ, cơ quan. */
const names = [
  ...(['tt', 'ten', 'don_vi_tinh', 'ke_hoach_nam', 'thuc_hien', 'luy_ke'] as const),
  ...(['so_ke_hoach', 'so_cung_ky', 'co_quan_bao_cao'] as const),
];
type Words = Record<(typeof names)[number], string>;

export const targetFields = textFields(names);
export const targetTable = (targets: readonly AppendixTarget[]): DocumentTable =>
  tableOf(targetValues(targets).map(cellsOf), targetNote(targets));
export const targetTablePattern = (list: string): DocumentTable =>
  tableOf([repeated(list, cellsOf(placeholdersOf(names).of))], '{ghi_chu_chi_tieu}');

/** Below the title, where some numbers follow from others. */
export function targetNote(targets: readonly AppendixTarget[]): string {
  const computed = targets.some((one) => one.computed) ? ['* Số tính toán từ số liệu đã báo cáo'] : [];
  const formulas = targets.flatMap((one) => (one.formula === null ? [] : [`${nameOf(one)} = ${one.formula}`]));
  const derived = formulas.length > 0 ? [`** Tính theo công thức: ${[...new Set(formulas)].join('; ')}`] : [];
  return [...computed, ...derived].join('. ');
}

const nameOf = ({ indicator, line }: AppendixTarget): string =>
  line === '' ? indicator.name : `${indicator.name} (${line})`;

const cellsOf = (words: Words): string[] => names.map((name) => words[name]);

export const targetValues = (targets: readonly AppendixTarget[]): Words[] => targets.map(wordsOfTarget);

function wordsOfTarget(target: AppendixTarget, at: number): Words {
  const { indicator, agency, plan, value, toDate } = target;
  const { unit, decimals } = indicator;
  const marked = (number: number | null, isComputed: boolean): string => {
    const mark = target.formula === null ? (isComputed ? ' *' : '') : ' **';
    return number === null ? '' : plain(number, decimals) + mark;
  };
  return {
    tt: String(at + 1),
    ten: nameOf(target),
    don_vi_tinh: unit ?? '',
    ke_hoach_nam: plain(plan, decimals),
    thuc_hien: marked(value, false),
    luy_ke: marked(toDate, target.computed),
    so_ke_hoach: besidePlan(target),
    so_cung_ky: besideBefore(target),
    co_quan_bao_cao: agency,
  };
}

const tableOf = (rows: readonly string[][], note: string): DocumentTable => ({
  ...(note !== '' && { note }),
  columns: [
    { percent: 5, align: 'centre' },
    { percent: 25 },
    { percent: 9, align: 'centre' },
    { percent: 9, align: 'right' },
    { percent: 9, align: 'right' },
    { percent: 9, align: 'right' },
    { percent: 10, align: 'right' },
    { percent: 11, align: 'right' },
    { percent: 13 },
  ],
  header: [targetHeads],
  rows,
});

export const targetTexts = (target: AppendixTarget, at: number): string[] => cellsOf(wordsOfTarget(target, at));
