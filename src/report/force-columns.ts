import type { DocumentState } from '../registry/document-state.ts';
import type { TaskRecord } from '../registry/task.ts';
import { formatDay, type Language } from '../values/format.ts';
import type { SheetColumn } from './sheet-column.ts';

type InForce = Pick<TaskRecord, 'documentState' | 'validFrom' | 'validUntil'>;

const states: Record<Language, Record<DocumentState, string>> = {
  vi: {
    read: 'Đã đọc',
    inReview: 'Đang rà soát',
    issued: 'Đã ban hành',
    superseded: 'Đã được thay thế',
    withdrawn: 'Đã thu hồi',
  },
  en: { read: 'Read', inReview: 'In review', issued: 'Issued', superseded: 'Superseded', withdrawn: 'Withdrawn' },
};

const day = (value: string | null, language: Language): string | null => value && formatDay(value, language);

/** How far the document is, and from which day to which the row itself is in force. */
export const forceColumns = {
  state: {
    header: { vi: 'Trạng thái văn bản', en: 'State of the document' },
    width: 20,
    cell: ({ documentState }: InForce, language: Language) => states[language][documentState],
  },
  validFrom: {
    header: { vi: 'Có hiệu lực từ', en: 'In force from' },
    width: 14,
    cell: ({ validFrom }: InForce, language: Language) => day(validFrom, language),
  },
  validUntil: {
    header: { vi: 'Hết hiệu lực từ', en: 'No longer from' },
    width: 14,
    cell: ({ validUntil }: InForce, language: Language) => day(validUntil, language),
  },
} satisfies Record<string, SheetColumn<InForce>>;
