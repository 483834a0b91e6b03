import { describe, expect, it } from 'vitest';
import type { DocumentDetail } from '../../../src/api/documents.ts';
import type { OwnHeader } from '../../../src/values/finding.ts';
import { marksOf, pageNotes } from './marks.ts';

const note = (code: DocumentDetail['notes'][number]['code'], detail: string | null) => ({
  code,
  span: null,
  findingId: null,
  detail,
  suggestion: null,
  reasons: [],
});

describe('The marks of a file with two documents', () => {
  const header = (number: string, at: number): OwnHeader => ({
    number,
    kind: 'quyet_dinh',
    issuer: null,
    secrecy: null,
    place: null,
    issuedOn: null,
    title: null,
    period: null,
    signer: null,
    legalBases: [{ start: at + 10, end: at + 20 }],
    recipients: [],
    references: [
      {
        number: '1/NQ-CP',
        date: null,
        span: { start: at + 12, end: at + 15 },
        kind: null,
        issuer: null,
        part: null,
        relation: 'basis',
      },
    ],
    spans: { number: { start: at, end: at + 5 } },
  });

  it('tell the facts of the one from those of the other, and count references through', () => {
    const both = {
      ...header('12/QĐ-UBND', 0),
      further: [{ ...header('34/QĐ-UBND', 100), span: { start: 90, end: 200 } }],
    };
    const marks = marksOf({ header: both, targets: [], figures: [], tasks: [], notes: [] });
    expect(marks.map(({ id, span }) => [id, span.start])).toEqual([
      ['c-number', 0],
      ['c-can-cu-1', 10],
      ['v1', 12],
      ['c2-number', 100],
      ['c2-can-cu-1', 110],
      ['v2', 112],
    ]);
  });
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
