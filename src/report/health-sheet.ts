import type { UnattendedDuty } from '../registry/owner-health.ts';
import { healthWords } from '../registry/owner-health-words.ts';
import { formatDay } from '../values/format.ts';
import type { SheetColumn } from './sheet-column.ts';

export const healthSheetName = { vi: 'Rà soát việc được giao', en: 'Work that nobody looks after' };

export const healthColumns: readonly SheetColumn<UnattendedDuty>[] = [
  { header: { vi: 'Nhiệm vụ', en: 'Task' }, width: 70, cell: ({ what }) => what },
  { header: { vi: 'Cơ quan', en: 'Agency' }, width: 36, cell: ({ agency }) => agency.name },
  { header: { vi: 'Người phụ trách', en: 'Responsible' }, width: 24, cell: ({ officer }) => officer?.name ?? null },
  { header: { vi: 'Thời hạn', en: 'Due' }, width: 12, cell: ({ due }, language) => due && formatDay(due, language) },
  {
    header: { vi: 'Ngày giao', en: 'Given' },
    width: 12,
    cell: ({ givenOn }, language) => formatDay(givenOn, language),
  },
  {
    header: { vi: 'Cập nhật gần nhất', en: 'Last update' },
    width: 14,
    cell: ({ saidOn }, language) => saidOn && formatDay(saidOn, language),
  },
  {
    header: { vi: 'Cần chấn chỉnh', en: 'What is wrong' },
    width: 50,
    cell: ({ faults }, language) => faults.map((fault) => healthWords[language][fault]).join('; '),
  },
];
