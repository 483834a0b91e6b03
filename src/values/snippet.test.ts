import { describe, expect, it } from 'vitest';
import { searchTerms } from './search-terms.ts';
import { snippetOf } from './snippet.ts';

function shown(text: string, typed: string, width?: number): string {
  const terms = searchTerms(typed);
  if (!terms) return '';
  const { pieces, span } = snippetOf(text, terms, width);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text.slice(span.start, span.end));
  return pieces.map((piece) => (piece.hit ? `[${piece.text}]` : piece.text)).join('');
}

describe('what is shown of a text that was found', () => {
  it('marks what was looked for as it was typed: without accents all that is written so, with them only that', () => {
    expect(shown('Hộ nghèo, hồ và hỗ trợ', 'ho ')).toBe('[Hộ] nghèo, [hồ] và [hỗ] trợ');
    expect(shown('Hộ nghèo, hồ và hỗ trợ', 'hộ ')).toBe('[Hộ] nghèo, hồ và hỗ trợ');
    expect(shown('Đô thị hoá', 'hóa ')).toBe('Đô thị [hoá]');
  });

  it('marks words in a row as one, and those of a phrase only where they are in a row', () => {
    expect(shown('Sở Tài chính có tài liệu', 'tài chính ')).toBe('Sở [Tài chính] có [tài] liệu');
    expect(shown('Sở Tài chính có tài liệu', '"tài chính"')).toBe('Sở [Tài chính] có tài liệu');
  });

  it('marks the word that is being typed', () => {
    expect(shown('Chuyển đổi số', 'chuyển đổ')).toBe('[Chuyển đổi] số');
  });

  it('cuts a long text between words, around where most of it stands', () => {
    const text = `${'đầu đoạn '.repeat(40)}tỷ lệ hộ nghèo giảm${' cuối đoạn'.repeat(40)}`;
    const snippet = shown(text, 'nghèo giảm ', 120);
    expect(snippet).toContain('hộ [nghèo giảm] cuối');
    expect(snippet.length).toBeLessThan(130);
    expect(snippet).toMatch(/^(?:đầu|đoạn) /);
  });
});
