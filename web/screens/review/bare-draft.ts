import type { DocumentDetail } from '../../../src/api/documents.ts';
import type { Draft, FindingKind } from '../../../src/registry/review.ts';
import type { Span } from '../../../src/values/span.ts';
import { squeeze } from '../../../src/values/vietnamese.ts';
import { tightSpan } from './tight-span.ts';

/** Where a place stands: what the finding before it stands under. */
function placeOf({ targets, tasks }: DocumentDetail, { start }: Span): { section: string[]; group: string | null } {
  const before = [...targets, ...tasks]
    .filter(({ span }) => span.start <= start)
    .sort((a, b) => b.span.start - a.span.start)[0];
  return { section: before?.section ?? [], group: before?.group ?? null };
}

/** A finding whose fields a person fills in, where the reader finds none in the words. */
export function bareDraft(kind: FindingKind, span: Span, detail: DocumentDetail): Draft {
  const words = detail.text.slice(span.start, span.end);
  const place = { span: tightSpan(detail.text, span), ...placeOf(detail, span), ordinal: null };
  if (kind === 'task')
    return {
      kind,
      fields: {
        ...place,
        lead: [],
        coord: [],
        monitor: [],
        timeRaw: null,
        time: { kind: 'none' },
        productRaw: null,
        fundingRaw: null,
        noteRaw: null,
      },
    };
  return {
    kind,
    fields: {
      ...place,
      valueSpan: null,
      listed: false,
      name: squeeze(words),
      variant: null,
      op: '=',
      value: null,
      value2: null,
      of: null,
      unit: null,
      change: 'level',
      base: null,
      year: detail.header.period?.to ?? null,
      yearFrom: null,
      tier: 'province',
      agencies: [],
      parentId: null,
    },
  };
}
