import { describe, expect, it } from 'vitest';
import { refusalCodes } from './refusal.ts';
import { refusalSentence } from './refusal-words.ts';

const detail = {
  name: 'Kế hoạch.docx',
  size: 60_000_000,
  limit: 50_000_000,
  extension: 'docx',
  actual: 'png',
  known: 'docx, txt, md',
  seconds: 60,
  folder: '/data',
  pid: 12,
  server: 'may-chu:5432',
  database: 'tiendo',
  program: 3,
  field: 'email',
};

describe('the sentence of a refusal', () => {
  it.each(refusalCodes)('%s says what happened and what to do, with and without detail, in both languages', (code) => {
    for (const language of ['vi', 'en'] as const) {
      for (const given of [detail, {}]) {
        const sentence = refusalSentence(code, given, language);
        expect(sentence).toMatch(/^\p{Lu}.*\.\s\p{Lu}.*\.$/su);
        expect(sentence).not.toMatch(/undefined|NaN|\{|\s{2}|\s\.\s|“”/);
      }
    }
    expect(refusalSentence(code, detail, 'vi')).toMatch(/\p{Script=Latin}*[ăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụ]/u);
  });

  it('names the file, the limit and what the file really is', () => {
    expect(refusalSentence('fileTooLarge', detail, 'vi')).toContain('Tệp “Kế hoạch.docx” lớn hơn mức 50 MB');
    expect(refusalSentence('fileTypeMismatch', detail, 'vi')).toContain('Nội dung thật là ảnh.');
    expect(refusalSentence('fileTypeUnknown', detail, 'vi')).toContain('.docx, .txt, .md');
    expect(refusalSentence('filePasswordProtected', {}, 'vi')).toBe(
      'Tệp có mật khẩu nên không đọc được. Hãy gỡ mật khẩu trong Word rồi tải lại.',
    );
  });
});
