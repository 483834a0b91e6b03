import { describe, expect, it } from 'vitest';
import { isSlipOf } from './near-name.ts';

describe('a name that differs from a known one', () => {
  it.each([
    ['sở nông nghiện và phát triển nông thôn', 'sở nông nghiệp và phát triển nông thôn'],
    ['sở khoa học và công ghệ', 'sở khoa học và công nghệ'],
    ['sở xây dụng', 'sở xây dựng'],
  ])('is a slip of the pen: %s', (name, known) => {
    expect(isSlipOf(name, known)).toBe(true);
  });

  it.each([
    ['vụ khoa học và công nghệ', 'bộ khoa học và công nghệ'],
    ['kho bạc nhà nước khu vực xi', 'kho bạc nhà nước khu vực xii'],
    ['chi cục hải quan khu vực 13', 'chi cục hải quan khu vực 14'],
    ['sở y tế', 'sở ytế'],
    ['sở ngoại vụ', 'sở nội vụ'],
    ['phòng kinh tế', 'phòng y tế'],
  ])('is another body: %s', (name, known) => {
    expect(isSlipOf(name, known)).toBe(false);
  });
});
