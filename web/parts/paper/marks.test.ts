import { describe, expect, it } from 'vitest';
import type { DocumentDetail } from '../../../src/api/documents.ts';
import { pageNotes } from './marks.ts';

const note = (code: DocumentDetail['notes'][number]['code'], detail: string | null) => ({
  code,
  span: null,
  findingId: null,
  detail,
  suggestion: null,
  reasons: [],
});

describe('The notes of a document', () => {
  it('mark the pages that were not read, by their numbers', () => {
    const notes = [note('titleMissing', null), note('pageNotRead', '3'), note('pageNotRead', '12')];
    expect([...pageNotes({ notes })]).toEqual([
      [3, 'l2'],
      [12, 'l3'],
    ]);
  });
});
