import type { DutyState } from '../../../src/registry/duty-state.ts';

const names: Record<DutyState, string> = {
  doneOnTime: 'Hoàn thành đúng hạn',
  doneLate: 'Hoàn thành quá hạn',
  openInTime: 'Trong hạn',
  dueSoon: 'Sắp đến hạn',
  openOverdue: 'Quá hạn',
  noDue: 'Không có thời hạn',
};

export const states = {
  names,
  /** As the mark of one duty says it; `days` are working days. */
  dueToday: 'Đến hạn hôm nay',
  soon: (days: string) => `Sắp đến hạn (còn ${days} ngày làm việc)`,
  overdue: (days: string) => `Quá hạn ${days} ngày làm việc`,
  bar: 'Theo trạng thái',
  counted: (name: string, count: string) => `${name}: ${count}`,
};
