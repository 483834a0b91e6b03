import { z } from 'zod';
import { Target } from '../values/finding.ts';
import { Note } from '../values/note.ts';
import { PlainDate } from '../values/plain-date.ts';
import { DocumentState } from './document-state.ts';
import type { Order, Standing } from './listing.ts';
import { Named } from './named.ts';
import { FigureBeside } from './past-figure.ts';
import { ReviewState } from './review-state.ts';

/** A target of the register: the finding and the document it stands in. */
export const TargetRecord = Target.extend({
  documentId: z.uuid(),
  documentNumber: z.string().nullable(),
  documentTitle: z.string().nullable(),
  /** The text that sets it, exactly as the document has it. */
  quote: z.string(),
  valueQuote: z.string().nullable(),
  /** What is to be checked about it. */
  notes: z.array(Note),
  /** What its document states beside it of times gone by. */
  past: z.array(FigureBeside),
  documentState: DocumentState,
  review: ReviewState,
  /** The days of its being in force; null before it is issued, and while it has not ended. */
  validFrom: PlainDate.nullable(),
  validUntil: PlainDate.nullable(),
  /** Who has its work on the day that the list is of, where a reorganisation has moved it. */
  movedTo: z.array(Named),
  indicatorId: z.string().nullable(),
  indicatorName: z.string().nullable(),
  /** Which line of the indicator: "thành thị", "khu vực II"; '' is the whole. */
  indicatorLine: z.string().nullable(),
});
export type TargetRecord = z.infer<typeof TargetRecord>;

export const targetColumns = [
  'ordinal',
  'name',
  'variant',
  'value',
  'unit',
  'change',
  'base',
  'past',
  'year',
  'tier',
  'indicator',
  'agencies',
  'group',
  'section',
  'listed',
  'document',
  'state',
  'validFrom',
  'validUntil',
  'quote',
  'confidence',
  'notes',
] as const;
export type TargetColumn = (typeof targetColumns)[number];

export const targetSorts = ['document', 'name', 'year', 'value', 'unit', 'agencies'] as const;

/** Which targets, and in what order. Sorted by document, ascending is as in the list of documents: newest issued first. */
export type TargetQuery = Standing & {
  q?: string | undefined;
  document: string[];
  year: number[];
  group: string[];
  /** Keys of registry/agency.ts. */
  agency: string[];
  tier: string[];
  /** Ids of the catalogue. */
  indicator?: string[];
  listed?: 'true' | 'false' | undefined;
  /** Those with a note, or those without. */
  noted?: 'true' | 'false' | undefined;
  sort: (typeof targetSorts)[number];
  order: Order;
};
