import type { TaskRecord } from '../registry/task.ts';
import type { Language } from '../values/format.ts';
import { confidenceWord, noteLine } from '../values/note-words.ts';
import type { SheetColumn } from './sheet-column.ts';

type Found = Pick<TaskRecord, 'documentNumber' | 'documentTitle' | 'confidence' | 'notes'>;

/** What a target and a task say alike: the document they were found in, and how sure that is. */
export const doubtColumns = {
  document: {
    header: { vi: 'Văn bản', en: 'Document' },
    width: 20,
    cell: (row: Found) => row.documentNumber ?? row.documentTitle,
  },
  confidence: {
    header: { vi: 'Độ chắc chắn', en: 'Certainty' },
    width: 12,
    cell: ({ confidence }: Found, language: Language) => ({
      number: confidence,
      format: '0%',
      text: confidenceWord(confidence, language),
    }),
  },
  notes: {
    header: { vi: 'Lưu ý', en: 'Notes' },
    width: 50,
    cell: ({ notes }: Found, language: Language) => notes.map((note) => noteLine(note, language)).join('\n') || null,
  },
} satisfies Record<string, SheetColumn<Found>>;
