import { dayBefore, type PlainDate } from '../../../src/values/plain-date.ts';

export type PastMark = { name: 'month' | 'quarter' | 'year' | 'yearBefore'; at: PlainDate };

/** The ends of periods that people report by, latest first; two that fall on one day are one. */
export function pastMarks(today: PlainDate): PastMark[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const first = (inYear: number, inMonth: number): PlainDate => `${inYear}-${String(inMonth).padStart(2, '0')}-01`;
  const marks: PastMark[] = [
    { name: 'month', at: dayBefore(first(year, month)) },
    { name: 'quarter', at: dayBefore(first(year, Math.floor((month - 1) / 3) * 3 + 1)) },
    { name: 'year', at: dayBefore(first(year, 1)) },
    { name: 'yearBefore', at: dayBefore(first(year - 1, 1)) },
  ];
  return marks.filter(({ at }, index) => !marks.slice(index + 1).some((other) => other.at === at));
}
