import { describe, expect, it } from 'vitest';
import { contentText, countOutdated, figureWords, outdatedWords, renewed } from './reference-words.ts';
import {
  type FigureReference,
  originsOf,
  type SectionContent,
  SectionContent as SectionContentSchema,
  sourceKey,
  withOrigin,
} from './section-content.ts';

const submission = '00000000-0000-4000-8000-000000000001';
const source = (period: string) =>
  ({
    kind: 'figure',
    agencyId: 'so-tai-chinh',
    indicatorId: 'thu-noi-dia',
    line: '',
    period,
    calendar: 'administrative',
    span: 'toDate',
    basis: 'estimated',
  }) as const;
const growth: FigureReference = {
  as: 'change',
  of: { source: source('2026-9M'), value: 5120 },
  against: { source: source('2025-9M'), value: 4825.6 },
  measure: 'level',
  unit: 'tỷ đồng',
  decimals: 0,
};
const content: SectionContent = [
  { kind: 'paragraph', runs: [{ text: 'Thu ' }, { figure: growth, from: 'composed' }, { text: ' cùng kỳ.' }] },
  { kind: 'list', ordered: false, items: [[{ text: 'Một' }], [{ text: 'Hai', bold: true, from: submission }]] },
  {
    kind: 'table',
    rows: [[{ runs: [{ text: 'Xã' }], head: true }, { runs: [{ figure: { ...growth, as: 'value', against: null } }] }]],
  },
];

describe('the text of a report', () => {
  it('keeps paragraphs, lists, tables and references, and reads as one text', () => {
    expect(SectionContentSchema.parse(content)).toEqual(content);
    expect(contentText(content)).toBe('Thu tăng 6,1% so với cùng kỳ.\nMột\nHai\nXã\n5.120 tỷ đồng');
  });

  it('refuses what does not belong into a report', () => {
    expect(SectionContentSchema.safeParse([{ kind: 'picture', src: 'x' }]).success).toBe(false);
    expect(SectionContentSchema.safeParse([{ kind: 'paragraph', runs: [{ text: '' }] }]).success).toBe(false);
  });

  it('remembers of every piece whose words it is', () => {
    expect([...originsOf(content)]).toEqual(['composed', submission]);
    expect([...originsOf(withOrigin(content, submission))]).toEqual([submission]);
  });
});

describe('a reference to a figure that was corrected', () => {
  const now = new Map([[sourceKey(growth.of.source), 4800]]);

  it('says what it read and what it would read now, direction and all', () => {
    expect(outdatedWords(growth, now)).toEqual({ was: 'tăng 6,1% so với', now: 'giảm 0,5% so với' });
    expect(countOutdated(content, now)).toBe(2);
  });

  it('takes the new number when it is renewed, and is then up to date', () => {
    const after = renewed(content, now);
    expect(contentText(after)).toContain('Thu giảm 0,5% so với cùng kỳ.');
    expect(countOutdated(after, now)).toBe(0);
    expect(renewed(content, new Map())).toEqual(content);
  });

  it('says so where the number is gone, and keeps what it read', () => {
    const gone = new Map([[sourceKey(growth.of.source), null]]);
    expect(outdatedWords(growth, gone)).toEqual({ was: 'tăng 6,1% so với', now: null });
    expect(contentText(renewed(content, gone))).toBe(contentText(content));
  });

  it('tells shares by their own rule', () => {
    expect(figureWords({ ...growth, as: 'share' })).toBe('106,1%');
    expect(figureWords({ ...growth, as: 'share', against: null })).toBe('…');
  });
});
