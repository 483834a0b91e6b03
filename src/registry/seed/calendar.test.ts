import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lunarMonthStart } from '../../../test/moon.ts';
import { dateOfNumber, dayNumber, type PlainDate } from '../../values/plain-date.ts';
import { isWeekend, isWorkingDay, nextWorkingDay, workingCalendar } from '../working-days.ts';
import { readCalendar } from './calendar.ts';

const days = readCalendar(readFileSync(join(import.meta.dirname, '../../../seed/calendar.txt'), 'utf8'));
const calendar = workingCalendar(days);
const years = [2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027];
const inYear = (year: number) => days.filter(({ day }) => day.startsWith(`${year}`));
const later = (day: PlainDate, count: number): PlainDate => dateOfNumber(dayNumber(day) + count);
const namesOn = (day: PlainDate) => days.filter((one) => one.day === day).map(({ name }) => name);

describe('the calendar that an installation begins with', () => {
  it('names each day once, in order of its year, with its source', () => {
    expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
    expect(days.filter(({ name, source }) => name === '' || source === '')).toEqual([]);
    expect([...new Set(days.map(({ day }) => Number(day.slice(0, 4))))]).toEqual(years);
  });

  it.each(years)('takes as many working days of %i as the law gives', (year) => {
    // Bộ luật Lao động 2019, Điều 112: a second day of Quốc khánh from 2021; Ngày Văn hóa Việt Nam from 2026.
    const given = year === 2020 ? 10 : year < 2026 ? 11 : 12;
    const off = inYear(year).filter(({ day, kind }) => kind === 'off' && !isWeekend(day)).length;
    const worked = inYear(year).filter(({ kind }) => kind === 'working').length;
    expect(off - worked).toBe(given);
  });

  it('calls only days of the weekend worked in exchange', () => {
    expect(days.filter(({ kind, day }) => kind === 'working' && !isWeekend(day))).toEqual([]);
  });

  it.each(years)('has Tết and Giỗ Tổ of %i where moon and sun say', (year) => {
    const tet = lunarMonthStart(year, 330);
    const holiday = days.filter(({ name }) => name.startsWith('Tết Nguyên đán')).map(({ day }) => day);
    expect(holiday).toContain(tet);
    expect(isWorkingDay(calendar, later(tet, -1))).toBe(false);
    expect([0, 1, 2].map((day) => isWorkingDay(calendar, later(tet, day)))).toEqual([false, false, false]);
    expect(namesOn(later(lunarMonthStart(year, 30), 9))).toEqual(['Giỗ Tổ Hùng Vương']);
  });

  it('gives the next working day for a holiday at the weekend', () => {
    expect(nextWorkingDay(calendar, '2022-04-30')).toBe('2022-05-04');
    expect(nextWorkingDay(calendar, '2021-05-01')).toBe('2021-05-04');
    expect(nextWorkingDay(calendar, '2026-04-26')).toBe('2026-04-28');
  });

  it('marks what no text was seen for', () => {
    const doubted = days.filter(({ certain }) => !certain).map(({ day }) => day);
    expect(doubted).toContain('2026-11-24');
    expect(doubted).toContain('2027-02-04');
    expect(doubted.every((day) => day >= '2026-01-01')).toBe(true);
  });
});
