import { describe, expect, it } from 'vitest';
import { isFrozen, type ReportHat, ReportStage, reportStageAfter, reportVerbsNow } from './report-stage.ts';

const writer = new Set<ReportHat>(['writer']);
const signer = new Set<ReportHat>(['signer']);

describe('a consolidated report', () => {
  it('is written by its coordinator and decided by a leader, step by step', () => {
    expect(
      ReportStage.options.map((stage) => [stage, reportVerbsNow(stage, writer), reportVerbsNow(stage, signer)]),
    ).toEqual([
      ['collecting', ['edit'], []],
      ['drafting', ['edit', 'submit'], []],
      ['submitted', ['withdraw'], ['return', 'sign']],
      ['returned', ['edit', 'submit'], []],
      ['signed', ['publish'], []],
      ['published', [], []],
    ]);
  });

  it('is drafted from its first word on', () => {
    expect(reportStageAfter('edit', 'collecting', writer)).toBe('drafting');
    expect(reportStageAfter('edit', 'returned', writer)).toBe('returned');
  });

  it('is not changed by anybody once it is signed', () => {
    const both = new Set<ReportHat>(['writer', 'signer']);
    for (const stage of ReportStage.options.filter(isFrozen)) {
      expect(reportVerbsNow(stage, both)).not.toContain('edit');
      expect(reportVerbsNow(stage, both)).not.toContain('sign');
    }
  });

  it('is published only after it was signed', () => {
    const before = ReportStage.options.filter((stage) => reportStageAfter('publish', stage, writer) === 'published');
    expect(before).toEqual(['signed']);
  });
});
