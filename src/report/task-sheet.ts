import type { TaskColumn, TaskRecord } from '../registry/task.ts';
import { formatDue } from '../values/format.ts';
import { doubtColumns } from './doubt-columns.ts';
import { forceColumns } from './force-columns.ts';
import type { SheetColumn } from './sheet-column.ts';

export const taskSheetName = { vi: 'Nhiệm vụ', en: 'Tasks' };

/** The columns of the page of tasks, with its words and what it shows in them. */
export const taskSheet: Record<TaskColumn, SheetColumn<TaskRecord>> = {
  ordinal: { header: { vi: 'STT', en: 'No.' }, width: 8, cell: (row) => row.ordinal },
  content: { header: { vi: 'Nội dung', en: 'Content' }, width: 60, cell: (row) => row.quote },
  lead: { header: { vi: 'Chủ trì', en: 'Lead' }, width: 28, cell: (row) => row.lead.join('; ') },
  coord: { header: { vi: 'Phối hợp', en: 'Coordinating' }, width: 28, cell: (row) => row.coord.join('; ') },
  monitor: { header: { vi: 'Theo dõi', en: 'Monitoring' }, width: 24, cell: (row) => row.monitor.join('; ') },
  time: {
    header: { vi: 'Thời hạn', en: 'Due' },
    width: 20,
    cell: (row, language) => (row.time.kind === 'none' ? null : formatDue(row.time, language)),
  },
  product: { header: { vi: 'Sản phẩm', en: 'Product' }, width: 26, cell: (row) => row.productRaw },
  funding: { header: { vi: 'Kinh phí', en: 'Funding' }, width: 18, cell: (row) => row.fundingRaw },
  note: { header: { vi: 'Ghi chú', en: 'Remark' }, width: 18, cell: (row) => row.noteRaw },
  group: { header: { vi: 'Nhóm', en: 'Group' }, width: 30, cell: (row) => row.group },
  section: { header: { vi: 'Mục', en: 'Section' }, width: 20, cell: (row) => row.section.join(' / ') },
  document: doubtColumns.document,
  ...forceColumns,
  confidence: doubtColumns.confidence,
  notes: doubtColumns.notes,
};
