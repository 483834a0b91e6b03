import { expect, it } from 'vitest';
import { writeCalendar } from './icalendar.ts';

const long =
  'Trình Ủy ban nhân dân tỉnh ban hành kế hoạch; hoàn thành, nghiệm thu và bàn giao tuyến đường tránh lũ số 3';
const day = {
  id: 'a@tiendo',
  day: '2026-12-31',
  title: long,
  text: `${long}\nSở Xây dựng`,
  link: 'https://tiendo.tinh.vn/nhiem-vu/a',
  changedAt: new Date('2026-11-01T01:00:00Z'),
} as const;

/** What RFC 5545 asks of a reader first: lines that were folded become one again. */
const linesOf = (calendar: string) => calendar.replace(/\r\n[ \t]/g, '').split('\r\n');

it('writes whole days that a calendar reads back: marks escaped, lines folded within 75 bytes, no time taken', () => {
  const calendar = writeCalendar('Thời hạn', [day]);
  for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const lines = linesOf(calendar);
  expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
  expect(lines).toEqual(
    expect.arrayContaining([
      'UID:a@tiendo',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'TRANSP:TRANSPARENT',
      `SUMMARY:${long.replace(/[;,]/g, (mark) => `\\${mark}`)}`,
      `DESCRIPTION:${long.replace(/[;,]/g, (mark) => `\\${mark}`)}\\nSở Xây dựng`,
      'URL;VALUE=URI:https://tiendo.tinh.vn/nhiem-vu/a',
    ]),
  );
  expect(lines.filter((line) => line !== '').at(-1)).toBe('END:VCALENDAR');
});
