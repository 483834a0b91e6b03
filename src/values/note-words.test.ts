import { describe, expect, it } from 'vitest';
import { doubtReasons, noteCodes, noteSeverity } from './note.ts';
import { noteLine, noteSentence } from './note-words.ts';

describe('what a note says', () => {
  it.each(noteCodes)('%s is a plain sentence in both languages', (code) => {
    const [vi, en] = (['vi', 'en'] as const).map((language) => noteSentence({ code, reasons: [] }, language));
    for (const sentence of [vi, en]) expect(sentence).toMatch(/^\p{Lu}[^“”{}]*[.]$/u);
    expect(vi).not.toBe(en);
  });

  it.each(doubtReasons)('%s is a reason in both languages that goes into the sentence', (reason) => {
    for (const language of ['vi', 'en'] as const) {
      const sentence = noteSentence({ code: 'readingUncertain', reasons: [reason] }, language);
      expect(sentence).toMatch(/^\p{Lu}[^:.]*: \p{Ll}.*[^.]\.$/u);
    }
  });

  it('sets the suggestion beside the words that stand in the document', () => {
    const slip = { code: 'spellingSuspected' as const, detail: 'chì tiêu', suggestion: 'chỉ tiêu', reasons: [] };
    expect(noteLine(slip, 'vi')).toBe('Cần xem lại: Có thể có chữ viết hoặc đọc sai. “chì tiêu” → “chỉ tiêu”');
    expect(noteLine({ ...slip, suggestion: null }, 'en')).toBe(
      'To be checked: A word may be misspelt or misread. “chì tiêu”',
    );
  });

  it('weighs what makes a figure wrong heavier than what is worth a look', () => {
    expect(noteSeverity.figureSuspected).toBe('error');
    expect(noteSeverity.spellingSuspected).toBe('warning');
    expect(noteSeverity.kindUnknown).toBe('info');
  });
});
