import { describe, expect, it } from 'vitest';
import { NoticeKind } from './notice.ts';
import { digestIsDue, hiddenKinds, isQuiet, mailStep, usualChoice, usualRules, waysOf } from './notice-choice.ts';
import { noticeSentence } from './notice-words.ts';

const morning = { time: '09:00', workingDay: true };
const saturday = { time: '09:00', workingDay: false };
const night = { time: '22:00', workingDay: true };

describe('by which way a notice reaches a person', () => {
  it('mails rejections at once and all else with the digest, where nobody chose', () => {
    const step = (kind: NoticeKind) => mailStep({ kind, urgent: false }, usualRules, usualChoice, morning);
    expect(NoticeKind.options.filter((kind) => step(kind) === 'now')).toEqual([
      'dutyReturned',
      'progressReturned',
      'resultSentBack',
      'reportReturned',
      'reportSentBack',
      'summaryReturned',
      'correctionRefused',
      'dueRefused',
    ]);
    expect(step('dueSoon')).toBe('digest');
  });

  it('waits in quiet hours and on days off, unless the document is urgent', () => {
    const rejection = { kind: 'resultSentBack', urgent: false } as const;
    expect(mailStep(rejection, usualRules, usualChoice, night)).toBe('wait');
    expect(mailStep(rejection, usualRules, usualChoice, saturday)).toBe('wait');
    expect(mailStep({ ...rejection, urgent: true }, usualRules, usualChoice, night)).toBe('now');
    expect(mailStep({ ...rejection, urgent: true }, usualRules, usualChoice, saturday)).toBe('now');
  });

  it('follows what a person chose only as far as it is allowed', () => {
    const quiet = { app: false, mail: 'off', webhook: false } as const;
    const choice = { ...usualChoice, kinds: { dueSoon: quiet, overdue: quiet } };
    expect(waysOf('dueSoon', usualRules, choice)).toEqual(quiet);
    expect(waysOf('overdue', usualRules, choice)).toEqual({ app: true, mail: 'digest', webhook: false });
    expect(hiddenKinds(usualRules, choice)).toEqual(['dueSoon']);
    expect(mailStep({ kind: 'dueSoon', urgent: false }, usualRules, choice, morning)).toBe('never');
  });

  it('knows quiet hours that go over midnight, that do not, and none', () => {
    const over = { quietFrom: '19:00', quietUntil: '06:30' };
    expect(['18:59', '19:00', '00:00', '06:29', '06:30'].map((time) => isQuiet(time, over))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    const noon = { quietFrom: '11:30', quietUntil: '13:00' };
    expect(['11:29', '12:00', '13:00'].map((time) => isQuiet(time, noon))).toEqual([false, true, false]);
    expect(isQuiet('03:00', { quietFrom: '00:00', quietUntil: '00:00' })).toBe(false);
  });

  it('makes the digest at its time on working days, and after the quiet hours where its time lies in them', () => {
    const choice = { ...usualChoice, digestAt: '06:00' };
    const due = (time: string, workingDay = true) => digestIsDue(choice, { time, workingDay });
    expect([due('06:00'), due('06:30'), due('12:00'), due('12:00', false)]).toEqual([false, true, true, false]);
  });

  it('has a sentence in both languages for every kind, with and without details', () => {
    for (const kind of NoticeKind.options)
      for (const language of ['vi', 'en'] as const) {
        expect(noticeSentence(kind, {}, language)).toMatch(/^\p{Lu}/u);
        const details = { what: 'Xây trường', agency: 'Sở Tài chính' };
        const named = kind === 'accountReviewDue' ? 'Sở Tài chính' : '“Xây trường”';
        expect(noticeSentence(kind, details, language)).toContain(named);
      }
    expect(noticeSentence('overdue', { what: 'Xây trường', days: 12, due: '2026-03-02' }, 'vi')).toBe(
      '“Xây trường” quá hạn 12 ngày làm việc, thời hạn 02/03/2026',
    );
  });
});
