import { describe, expect, it } from 'vitest';
import { looksLikeMarkup } from './evidence.ts';

describe('text that comes as evidence', () => {
  it.each([
    '<html><script>alert(1)</script>',
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    '  \r\n<!DOCTYPE html>',
    '\u00EF\u00BB\u00BF<svg onload=alert(1)>',
    '\u00FF\u00FE<\0s\0v\0g\0 \0o\0n\0',
    'GIF89a/*<svg/onload=alert(1)>*/',
    'Báo cáo\n< script >fetch("/api/session")</ script >',
    'a<iframe src=javascript:alert(1)>',
    `${'x'.repeat(200_000)}<ScRiPt>`,
  ])('is refused where a browser might take it for a page: %#', (text) => {
    expect(looksLikeMarkup(text)).toBe(true);
  });

  it.each(['Kết quả: 5 < 7 và 9 > 3', 'stt;tên;số\n1;Xã A;<5', 'Xem mục <b> của biểu', ''])('is taken: %j', (text) => {
    expect(looksLikeMarkup(text)).toBe(false);
  });

  it('is looked at in time that grows with its length', () => {
    expect(looksLikeMarkup('< '.repeat(200_000))).toBe(false);
    expect(looksLikeMarkup(`<${' '.repeat(400_000)}`)).toBe(false);
  });
});
