import { describe, expect, it } from 'vitest';
import { searchTerms } from '../values/search-terms.ts';
import { type Found, ranked } from './search-ranking.ts';

const found = (id: string, changes: Partial<Found>): Found => ({
  ...{ id, kind: 'task', documentId: 'd', day: '2026-01-01', pass: 2, name: null, standing: 'current', span: null },
  ...{ agencyIds: [], province: 'nation' },
  ...changes,
});

function order(typed: string, all: Found[]): string[] {
  const terms = searchTerms(typed);
  return terms ? ranked(all, terms, '2026-06-01').map(({ id }) => id) : [];
}

describe('the order of what was found', () => {
  it('begins with the document of the very number, then what is called so, then what says so', () => {
    const all = [
      found('passage', { kind: 'passage', pass: 1 }),
      found('task', { pass: 1 }),
      found('named', { kind: 'target', name: 'Văn bản 95/QĐ-UBND được thực hiện' }),
      found('itself', { kind: 'document', name: '95/QĐ-UBND Phê duyệt đề án', day: '2020-01-01' }),
    ];
    expect(order('95/QĐ-UBND', all)).toEqual(['itself', 'named', 'task', 'passage']);
  });

  it('puts what is in force before what has ended, and the newer before the older', () => {
    const all = [
      found('ended', { standing: 'ended' }),
      found('old', { day: '2019-01-01' }),
      found('new', { day: '2026-05-01' }),
    ];
    expect(order('hộ nghèo', all)).toEqual(['new', 'old', 'ended']);
  });

  it('shows one passage for a document and says how many others there are, none where a finding says the same words', () => {
    const at = (start: number) => ({ span: { start, end: start + 10 } });
    const all = [
      found('one', { kind: 'passage', pass: 1, ...at(0) }),
      found('two', { kind: 'passage', ...at(20) }),
      found('same', { kind: 'passage', ...at(40) }),
      found('task', { ...at(38) }),
    ];
    const terms = searchTerms('hộ nghèo');
    const shown = terms ? ranked(all, terms, '2026-06-01') : [];
    expect(shown.map(({ id, others }) => [id, others])).toEqual([
      ['one', 1],
      ['task', 0],
    ]);
  });
});
