import { standingWord, standingWords } from '../registry/standing-words.ts';
import type { TargetStanding } from '../registry/target-standing.ts';
import { formatTargetValue, type Language } from '../values/format.ts';
import type { SheetCell } from '../values/sheet.ts';
import type { SheetColumn } from './sheet-column.ts';

export const standingSheetName = { vi: 'Trạng thái chỉ tiêu', en: 'Where targets stand' };

type Row = TargetStanding & { agencyNames: string[] };

const number = (value: number | null): SheetCell =>
  value === null ? null : { number: value, format: '#,##0.##', text: String(value) };
const confidence: Record<Language, Record<NonNullable<TargetStanding['confidence']>, string>> = {
  vi: { onTrack: 'Đúng tiến độ', atRisk: 'Có nguy cơ', offTrack: 'Khó đạt' },
  en: { onTrack: 'On track', atRisk: 'At risk', offTrack: 'Off track' },
};

/** The list of targets behind a number of the overview, with everything a state follows from. */
export const standingSheet: readonly SheetColumn<Row>[] = [
  {
    header: { vi: 'Chỉ tiêu', en: 'Target' },
    width: 44,
    cell: ({ name, variant }) => [name, variant].filter(Boolean).join(', '),
  },
  { header: { vi: 'Mức phải đạt', en: 'Asked' }, width: 18, cell: (row, language) => formatTargetValue(row, language) },
  { header: { vi: 'Năm', en: 'Year' }, width: 8, cell: ({ year }) => (year === null ? null : String(year)) },
  {
    header: { vi: 'Trạng thái', en: 'State' },
    width: 22,
    cell: ({ standing }, language) => standingWord(standing, language),
  },
  { header: { vi: 'Thực hiện', en: 'Reached' }, width: 14, cell: ({ standing }) => number(standing.value) },
  {
    header: { vi: 'Cần có', en: 'Expected' },
    width: 14,
    cell: ({ standing }) => number(standing.expected?.low ?? standing.expected?.high ?? null),
  },
  { header: { vi: 'Đơn vị tính', en: 'Unit' }, width: 16, cell: ({ indicatorUnit }) => indicatorUnit },
  { header: { vi: 'Lệch (%)', en: 'Off (%)' }, width: 10, cell: ({ standing }) => number(standing.gap) },
  {
    header: { vi: 'Vì sao', en: 'Why' },
    width: 70,
    cell: ({ standing, indicatorUnit }, language) => standingWords(standing, indicatorUnit, language).join(' '),
  },
  {
    header: { vi: 'Đơn vị tự đánh giá', en: 'The agency says' },
    width: 18,
    cell: ({ confidence: said }, language) => said && confidence[language][said],
  },
  { header: { vi: 'Cơ quan', en: 'Agencies' }, width: 30, cell: ({ agencyNames }) => agencyNames.join('; ') },
  { header: { vi: 'Văn bản', en: 'Document' }, width: 18, cell: ({ documentNumber }) => documentNumber },
  { header: { vi: 'Câu gốc', en: 'Sentence' }, width: 60, cell: ({ quote }) => quote },
];
