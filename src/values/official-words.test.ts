import { describe, expect, it } from 'vitest';
import { formOn, issuerKindOf } from './form-choice.ts';
import { guide36 } from './forms-of-party.ts';
import { decree30 } from './forms-of-state.ts';
import type { Letterhead, OfficialDocument } from './official-document.ts';
import { dayWords, ended, numberLine, passageLabel, recipientLines } from './official-words.ts';

const head: Letterhead = {
  issuedBy: 'state',
  parent: null,
  issuer: 'Ủy ban nhân dân tỉnh Bình Nguyên',
  number: '5',
  symbol: 'QĐ-UBND',
  place: 'Bình Nguyên',
  date: '2026-03-08',
};

describe('the lines that a form fixes', () => {
  it('pads numbers and days below ten, of the months 1 and 2 alone', () => {
    expect(numberLine(decree30, head)).toBe('Số: 05/QĐ-UBND');
    expect(numberLine(guide36, { ...head, symbol: 'QĐ/TU' })).toBe('Số 05-QĐ/TU');
    expect(dayWords(head)).toBe('ngày 08 tháng 3 năm 2026');
    expect(dayWords({ ...head, date: '2026-02-15' })).toBe('ngày 15 tháng 02 năm 2026');
    expect(dayWords({ ...head, number: null })).toBe('ngày       tháng 3 năm 2026');
  });

  it('letters points as the Vietnamese alphabet goes', () => {
    const letters = Array.from({ length: 8 }, (_, at) => passageLabel(decree30, 'point', at + 1));
    expect(letters.join('')).toBe('a) b) c) d) đ) e) g) h) ');
    expect(passageLabel(decree30, 'roman', 4)).toBe('IV. ');
    expect(passageLabel(guide36, 'roman', 4)).toBe('IV- ');
  });

  it('ends the text with the mark of its form, whatever mark stood there', () => {
    expect(ended(decree30, 'phối hợp thực hiện.')).toBe('phối hợp thực hiện./.');
    expect(ended(decree30, 'phối hợp thực hiện./.')).toBe('phối hợp thực hiện./.');
    expect(ended(guide36, 'phối hợp thực hiện;')).toBe('phối hợp thực hiện.');
  });

  it('puts "Như trên" first where the document goes to somebody, and the archive last', () => {
    const document = {
      head,
      recipients: ['Sở Y tế.'],
      archive: 'VT, TH',
      to: ['Sở Y tế'],
    } as unknown as OfficialDocument;
    expect(recipientLines(decree30, document)).toEqual(['- Như trên;', '- Sở Y tế;', '- Lưu: VT, TH.']);
    expect(recipientLines(guide36, { ...document, archive: 'Văn phòng Tỉnh ủy' })).toEqual([
      '- Như trên,',
      '- Sở Y tế,',
      '- Lưu Văn phòng Tỉnh ủy.',
    ]);
  });
});

describe('the rules of form', () => {
  it('are those of the issuer on the day of the document', () => {
    expect(formOn('state', '2026-11-22').code).toBe('ND30-2020');
    expect(formOn('party', '2026-05-26').code).toBe('HD36-2018');
    expect(formOn('party', '2026-05-27').code).toBe('HD05-2026');
    // Nobody writes after rules that are gone.
    expect(formOn('party', '2015-01-01').code).toBe('HD36-2018');
  });

  it('are the Party’s where the name says so', () => {
    expect(issuerKindOf('Tỉnh ủy Bình Nguyên')).toBe('party');
    expect(issuerKindOf('Ban Tổ chức Thành uỷ')).toBe('party');
    expect(issuerKindOf('Ủy ban nhân dân tỉnh Bình Nguyên')).toBe('state');
    expect(issuerKindOf('Sở Tài chính')).toBe('state');
  });
});
