import type { TargetColumn, TargetRecord } from '../registry/target.ts';
import { formatPastFigure, formatTargetValue, type Language } from '../values/format.ts';
import type { SheetCell } from '../values/sheet.ts';
import { doubtColumns } from './doubt-columns.ts';
import { forceColumns } from './force-columns.ts';
import type { SheetColumn } from './sheet-column.ts';

export const targetSheetName = { vi: 'Chỉ tiêu', en: 'Targets' };

const changes = {
  vi: { level: 'đạt mức', increase: 'tăng', decrease: 'giảm' },
  en: { level: 'level', increase: 'increase', decrease: 'decrease' },
};
const tiers = {
  vi: { national: 'Cả nước', province: 'Cấp tỉnh', district: 'Cấp huyện', commune: 'Cấp xã' },
  en: { national: 'National', province: 'Province', district: 'District', commune: 'Commune' },
};
const listed = {
  vi: { true: 'Trong danh mục chỉ tiêu', false: 'Nằm trong câu khác' },
  en: { true: 'In a list of targets', false: 'Inside another sentence' },
};

/** The columns of the page of targets, with its words and what it shows in them. */
export const targetSheet: Record<TargetColumn, SheetColumn<TargetRecord>> = {
  ordinal: { header: { vi: 'STT', en: 'No.' }, width: 8, cell: (row) => row.ordinal },
  name: { header: { vi: 'Chỉ tiêu', en: 'Target' }, width: 44, cell: (row) => row.name },
  variant: { header: { vi: 'Phân theo', en: 'Breakdown' }, width: 20, cell: (row) => row.variant },
  value: { header: { vi: 'Giá trị', en: 'Value' }, width: 18, cell: valueCell },
  unit: { header: { vi: 'Đơn vị tính', en: 'Unit' }, width: 16, cell: (row) => row.unit },
  change: {
    header: { vi: 'Chiều', en: 'Direction' },
    width: 11,
    cell: (row, language) => changes[language][row.change],
  },
  base: { header: { vi: 'So với', en: 'Compared with' }, width: 20, cell: (row) => row.base },
  past: {
    header: { vi: 'Các năm trước', en: 'Years before' },
    width: 30,
    cell: ({ past }, language) => past.map((figure) => formatPastFigure(figure, language)).join('; ') || null,
  },
  year: { header: { vi: 'Năm', en: 'Year' }, width: 12, cell: yearCell },
  tier: { header: { vi: 'Cấp', en: 'Tier' }, width: 12, cell: (row, language) => tiers[language][row.tier] },
  indicator: {
    header: { vi: 'Chỉ tiêu trong danh mục', en: 'Indicator' },
    width: 40,
    cell: ({ indicatorName, indicatorLine }) => [indicatorName, indicatorLine].filter(Boolean).join(', ') || null,
  },
  agencies: { header: { vi: 'Cơ quan', en: 'Agencies' }, width: 30, cell: (row) => row.agencies.join('; ') },
  group: { header: { vi: 'Nhóm', en: 'Group' }, width: 30, cell: (row) => row.group },
  section: { header: { vi: 'Mục', en: 'Section' }, width: 20, cell: (row) => row.section.join(' / ') },
  listed: {
    header: { vi: 'Vị trí', en: 'Place' },
    width: 22,
    cell: (row, language) => listed[language][`${row.listed}`],
  },
  document: doubtColumns.document,
  ...forceColumns,
  quote: {
    header: { vi: 'Câu gốc', en: 'Sentence' },
    width: 60,
    cell: (row) => (row.valueQuote ? `${row.quote} … ${row.valueQuote}` : row.quote),
  },
  confidence: doubtColumns.confidence,
  notes: doubtColumns.notes,
};

/** A number that computes and still reads as on the screen: comparison and unit stand in its format. */
function valueCell(row: TargetRecord, language: Language): SheetCell {
  const text = formatTargetValue(row, language);
  if (row.value === null || row.op === 'range' || row.of !== null) return text;
  const decimals = /\.(\d+)/.exec(String(row.value))?.[1]?.length ?? 0;
  const figure = `#,##0${decimals > 0 ? `.${'0'.repeat(Math.min(decimals, 10))}` : ''}`;
  const bare = formatTargetValue({ ...row, value: 0 }, language);
  const [before = '', after = ''] = [bare.slice(0, bare.indexOf('0')), bare.slice(bare.indexOf('0') + 1)];
  return { number: row.value, format: literal(before) + figure + literal(after), text };
}

const literal = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '')}"`);

function yearCell({ year, yearFrom }: TargetRecord): SheetCell {
  if (year === null) return null;
  if (yearFrom !== null && yearFrom !== year) return `${yearFrom} – ${year}`;
  return { number: year, format: '0', text: String(year) };
}
