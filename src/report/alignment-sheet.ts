import type { Answer } from '../registry/alignment.ts';
import type { TargetRecord } from '../registry/target.ts';
import type { TaskRecord } from '../registry/task.ts';
import { taskAnswered, verdictWords } from '../registry/verdict-words.ts';
import { formatTargetValue, type Language } from '../values/format.ts';
import type { SheetCell } from '../values/sheet.ts';
import type { SheetColumn } from './sheet-column.ts';

export const alignmentSheetName = { vi: 'Đối chiếu', en: 'Alignment' };

/** One finding of the higher document and what a lower one has for it. */
export type AlignmentLine = { lowerDocument: string; answer: Answer } & (
  | { kind: 'target'; higher: TargetRecord; lower: TargetRecord | undefined }
  | { kind: 'task'; higher: TaskRecord; lower: TaskRecord | undefined }
);

const kinds = { vi: { target: 'Chỉ tiêu', task: 'Nhiệm vụ' }, en: { target: 'Target', task: 'Task' } };
const judged = { vi: { true: 'Cán bộ xác nhận', false: 'Máy gợi ý' }, en: { true: 'Confirmed', false: 'Suggested' } };

const nameOf = (record: TargetRecord | TaskRecord): string =>
  'name' in record ? [record.name, record.variant].filter(Boolean).join(' - ') : record.quote;

const figureOf = (record: TargetRecord | TaskRecord, language: Language): string | null =>
  'name' in record ? formatTargetValue(record, language) : record.timeRaw;

const yearOf = (record: TargetRecord | TaskRecord | undefined): SheetCell =>
  record && 'name' in record && record.year !== null
    ? { number: record.year, format: '0', text: `${record.year}` }
    : null;

const verdictOf = ({ kind, answer: { verdict } }: AlignmentLine, language: Language): string =>
  kind === 'task' && verdict === 'same' ? taskAnswered[language] : verdictWords[verdict][language];

/** The gap list as it goes to the agency that must answer. */
export const alignmentSheet: SheetColumn<AlignmentLine>[] = [
  { header: { vi: 'Loại', en: 'Kind' }, width: 12, cell: ({ kind }, language) => kinds[language][kind] },
  {
    header: { vi: 'Văn bản cấp trên nêu', en: 'The higher document says' },
    width: 50,
    cell: ({ higher }) => nameOf(higher),
  },
  { header: { vi: 'Yêu cầu', en: 'Asked for' }, width: 18, cell: ({ higher }, language) => figureOf(higher, language) },
  { header: { vi: 'Năm', en: 'Year' }, width: 8, cell: ({ higher }) => yearOf(higher) },
  { header: { vi: 'Văn bản cấp dưới', en: 'Lower document' }, width: 20, cell: ({ lowerDocument }) => lowerDocument },
  {
    header: { vi: 'Nội dung tương ứng', en: 'What answers it' },
    width: 50,
    cell: ({ lower }) => (lower ? nameOf(lower) : null),
  },
  {
    header: { vi: 'Mức đề ra', en: 'Set at' },
    width: 18,
    cell: ({ lower }, language) => (lower ? figureOf(lower, language) : null),
  },
  { header: { vi: 'Năm của cấp dưới', en: 'Its year' }, width: 10, cell: ({ lower }) => yearOf(lower) },
  { header: { vi: 'Kết quả đối chiếu', en: 'Result' }, width: 24, cell: verdictOf },
  {
    header: { vi: 'Căn cứ', en: 'By' },
    width: 16,
    cell: ({ answer }, language) => judged[language][`${answer.confirmed}`],
  },
];
