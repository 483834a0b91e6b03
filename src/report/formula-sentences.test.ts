import { describe, expect, it } from 'vitest';
import { formulasOf } from '../registry/derived-cells.ts';
import { withFormulas } from '../registry/formula-lines.ts';
import { isWhole, type LineFacts, type SubjectOfFigures, wholeLines } from '../registry/line-facts.ts';
import { lineText } from '../registry/reference-words.ts';
import { wholeSentence } from './figure-sentences.ts';

const subject = (id: string, name: string, more: Partial<SubjectOfFigures> = {}): SubjectOfFigures => ({
  ...{ id, name, unit: null, measure: 'level', direction: 'up', decimals: 1, pillar: null },
  ...{ cumulative: false, aggregation: null, weightIndicatorId: null },
  ...more,
});
const output = subject('grdp', 'GRDP', { unit: 'tỷ đồng', cumulative: true });
const people = subject('dan-so', 'Dân số', { unit: 'nghìn người', measure: 'count' });
const perHead = subject('dau-nguoi', 'GRDP bình quân đầu người', { unit: 'triệu đồng', measure: 'share' });

const roundId = '11111111-1111-4111-8111-111111111111';
const said = (indicator: SubjectOfFigures, agencyId: string, value: number, before?: number): LineFacts => {
  const source = { kind: 'figure', agencyId, indicatorId: indicator.id, line: '', period: '2026-Q1' } as const;
  const of = { ...source, calendar: 'statistical', span: 'period', basis: 'estimated' } as const;
  return {
    ...{ agencyId, submissionId: agencyId, indicator, line: '', toDate: null, plan: null, beforeToDate: null },
    value: { source: of, value, basis: indicator === people ? 'final' : 'estimated' },
    before: before === undefined ? null : { source: of, value: before },
  };
};
const computed = (...some: LineFacts[]) =>
  withFormulas(
    wholeLines(some, roundId),
    {
      subjects: [perHead],
      formulas: formulasOf([['dau-nguoi', '{grdp} / {dan-so}']]),
      words: new Map([['dau-nguoi', '“GRDP” / “Dân số”']]),
    },
    { id: roundId, isWide: (id) => id.startsWith('so-') },
  ).filter(({ indicator }) => indicator === perHead);

describe('what follows by formula for the province as a whole', () => {
  it('is computed of the parts made one, never of what each agency comes to', () => {
    const [line] = computed(
      ...[said(output, 'xa-a', 900, 800), said(people, 'xa-a', 10, 10), said(perHead, 'xa-a', 90)],
      ...[said(output, 'xa-b', 100, 100), said(people, 'xa-b', 30, 20), said(perHead, 'xa-b', 3.33)],
    );
    // Neither the sum (93,33) nor the plain mean (46,67) of what each has a head.
    expect(line?.value?.value).toBe(25);
    expect(line?.before?.value).toBe(30);
    expect(line?.toDate).toBeNull();
    // As sure as its least sure part.
    expect(line?.value?.basis).toBe('estimated');
    expect(line?.value?.source).toMatchObject({ kind: 'whole', indicatorId: 'dau-nguoi', of: 'value' });
  });

  it('stands where nobody was asked for it, of agencies that answer for the whole province', () => {
    const [line] = computed(said(output, 'so-thong-ke', 90_000), said(people, 'so-cong-an', 1200));
    expect(line && isWhole(line) && wholeSentence(line, '2026-Q1', new Map())).toBeTruthy();
    expect(line && isWhole(line) && lineText(wholeSentence(line, '2026-Q1', new Map()) ?? [])).toBe(
      'GRDP bình quân đầu người quý I năm 2026 (tính theo công thức “GRDP” / “Dân số”) ước đạt 75 triệu đồng.',
    );
  });

  it('is not computed of parts that are not of the same: a province beside a commune, ten communes beside two', () => {
    expect(computed(said(output, 'so-thong-ke', 90_000), said(people, 'xa-a', 10))).toEqual([]);
    expect(computed(said(output, 'xa-a', 900), said(people, 'xa-a', 10))).toEqual([]);
    expect(
      computed(
        said(output, 'xa-a', 900),
        said(output, 'xa-b', 100),
        said(people, 'xa-a', 10),
        said(people, 'xa-c', 30),
      ),
    ).toEqual([]);
  });

  it('leaves alone what an agency reported for the whole province', () => {
    const own = said(perHead, 'so-thong-ke', 74);
    expect(computed(said(output, 'so-thong-ke', 90_000), said(people, 'so-thong-ke', 1200), own)).toEqual([own]);
  });
});
