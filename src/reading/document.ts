import type { TextSource } from '../values/block.ts';
import type { Reading } from '../values/finding.ts';

export function readDocument(source: TextSource): Reading {
  void source;
  return {
    document: {
      number: null, kind: 'khac', issuer: null, place: null, issuedOn: null, title: null, period: null, signer: null,
      legalBases: [], recipients: [], references: [], spans: {},
    },
    targets: [], tasks: [], notes: [],
  };
}
