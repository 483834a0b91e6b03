import { describe, expect, it } from 'vitest';
import { aRegime } from '../../test/regimes.ts';
import { periodWords } from '../values/period-words.ts';
import { measureWords, sendingOf } from './round-measures.ts';
import { periodAt, periodsToOpen } from './round-periods.ts';

describe('the period of a regime', () => {
  it('is the one in which a day counts', () => {
    expect(periodAt(aRegime(), '2026-11-22')).toBe('2026-M12');
    expect(periodAt(aRegime(), '2026-12-15')).toBe('2027-M01');
    expect(periodAt(aRegime({ calendar: 'statistical' }), '2026-11-22')).toBe('2026-M11');
    expect(periodAt(aRegime({ every: 'half' }), '2026-12-14')).toBe('2026-H2');
    expect(periodAt(aRegime({ every: 'nineMonths' }), '2026-10-01')).toBeUndefined();
    expect(periodAt(aRegime({ every: 'fiveYears', calendar: 'statistical' }), '2028-01-01')).toBe('2026-2030');
    expect(periodAt(aRegime({ every: 'schoolYear', calendar: 'school' }), '2026-03-01')).toBe('SY2025');
    expect(periodAt(aRegime({ every: 'free' }), '2026-03-01')).toBeUndefined();
  });

  it('opens by itself from so many days before its closing day, and a little after it', () => {
    const regime = aRegime({ opensBefore: 5 });
    expect(periodsToOpen(regime, '2026-03-08')).toEqual([]);
    expect(periodsToOpen(regime, '2026-03-09')).toEqual(['2026-M03']);
    expect(periodsToOpen(regime, '2026-03-17')).toEqual(['2026-M03']);
    expect(periodsToOpen(regime, '2026-03-18')).toEqual([]);
    // The report of the year closes on the 6th of December, before the days of the year are over.
    const early = aRegime({ every: 'year', closing: { kind: 'day', day: 6 }, opensBefore: 10 });
    expect(periodsToOpen(early, '2026-11-27')).toEqual(['2026']);
    expect(periodsToOpen(aRegime({ opensBefore: 5, validUntil: '2026-03-01' }), '2026-03-09')).toEqual([]);
  });

  it('has a name within a sentence', () => {
    const codes = ['2026-M03', '2026-Q4', '2026-H1', '2026-9M', '2026', '2026-2030', 'SY2026', '2026-01-05/2026-02-10'];
    expect(codes.map((code) => periodWords(code))).toEqual([
      ...['tháng 3 năm 2026', 'quý IV năm 2026', '6 tháng đầu năm 2026', '9 tháng năm 2026', 'năm 2026'],
      ...['giai đoạn 2026 - 2030', 'năm học 2026 - 2027', 'từ ngày 05/01/2026 đến ngày 10/02/2026'],
    ]);
    expect(periodWords('2026-H2', 'en')).toBe('the second half of 2026');
  });
});

describe('how a submission was sent', () => {
  it('is told by its first sending and the deadline of today, in the days of Việt Nam', () => {
    const due = '2026-03-17';
    const on = (firstSentAt: string | null, today = '2026-03-18') => sendingOf({ firstSentAt, due }, today);
    expect(on('2026-03-17T16:59:00Z')).toBe('onTime');
    expect(on('2026-03-17T17:00:00Z')).toBe('late');
    expect(on(null)).toBe('overdue');
    expect(on(null, '2026-03-17')).toBe('waiting');
    expect(sendingOf({ firstSentAt: null, due: null }, '2026-03-18')).toBe('waiting');
  });

  it('is counted by definitions that are said in both languages', () => {
    expect(Object.keys(measureWords.vi)).toEqual(Object.keys(measureWords.en));
  });
});
