import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Due } from '../values/due.ts';
import { dueAfterEvent, termOfTarget, termOfTask } from './due-rules.ts';
import { readCalendar } from './seed/calendar.ts';
import { workingCalendar } from './working-days.ts';

const seed = readFileSync(join(import.meta.dirname, '../../seed/calendar.txt'), 'utf8');
const calendar = workingCalendar(readCalendar(seed));
const term = (time: Due, timeRaw: string | null = null, day = '2026-01-12') =>
  termOfTask({ time, timeRaw }, day, calendar);

describe('the time of a duty', () => {
  it('is the day that the document names, or the next working day', () => {
    expect(term({ kind: 'by', to: '2026-03-31' }).due).toBe('2026-03-31');
    expect(term({ kind: 'by', to: '2026-02-15' }).due).toBe('2026-02-23');
    expect(term({ kind: 'during', from: '2026-01-01', to: '2027-12-31' })).toMatchObject({
      startsOn: '2026-01-01',
      due: '2027-12-31',
    });
    expect(termOfTarget(2026, calendar).due).toBe('2026-12-31');
    expect(termOfTarget(2022, calendar).due).toBe('2023-01-03');
  });

  it('is open where the document sets none, and waits where it names an event', () => {
    expect(term({ kind: 'ongoing' })).toEqual({ period: '', startsOn: null, due: null, waitsFor: null });
    expect(term({ kind: 'none' }).due).toBeNull();
    expect(term({ kind: 'conditional', condition: 'Sau khi đề án được duyệt' }).waitsFor).toBe(
      'Sau khi đề án được duyệt',
    );
    expect(term({ kind: 'reference', condition: 'Theo tiến độ đề án' }).waitsFor).toBe('Theo tiến độ đề án');
  });

  it('is that of the period in which work that comes again is given, or of the next where that is over', () => {
    const yearly: Due = { kind: 'recurring', every: 'year' };
    expect(term(yearly, 'Hằng năm')).toMatchObject({ period: '2026', due: '2026-12-31' });
    expect(term(yearly, 'trước ngày 10/01 hằng năm')).toMatchObject({ period: '2027', due: '2027-01-11' });
    expect(term({ kind: 'recurring', every: 'day' }, 'hằng ngày').due).toBeNull();
  });

  it('begins with the event that it waited for', () => {
    const follows = (condition: string, day: string) => dueAfterEvent(condition, day, calendar);
    expect(follows('Trong 15 ngày làm việc kể từ ngày đề án được duyệt', '2026-02-10')).toBe('2026-03-10');
    expect(follows('30 ngày sau khi có hướng dẫn của Trung ương', '2026-01-20')).toBe('2026-02-23');
    expect(follows('Trong 01 tháng kể từ ngày Luật có hiệu lực', '2026-01-31')).toBe('2026-03-02');
    expect(follows('Sau khi đề án được duyệt', '2026-02-10')).toBeNull();
  });

  it('takes no day or time of the year that its words name for the time that is left', () => {
    const follows = (condition: string) => dueAfterEvent(condition, '2026-02-10', calendar);
    expect(follows('Sau khi có Nghị quyết ngày 30 tháng 6 năm 2026 của Quốc hội')).toBeNull();
    expect(follows('Sau khi sơ kết 6 tháng đầu năm')).toBeNull();
    expect(follows('Kể từ ngày 05 tháng 01 năm 2026, trong 10 ngày làm việc')).toBe('2026-03-03');
  });
});
