import { z } from 'zod';
import { DocumentKind } from '../values/finding.ts';
import { PlainDate } from '../values/plain-date.ts';
import { SnippetPiece } from '../values/snippet.ts';
import { Span } from '../values/span.ts';
import { dutyStates } from './duty-state.ts';

/** What can be found, in the order in which choices of it are shown. */
export const searchKinds = [
  'document',
  'passage',
  'target',
  'task',
  'duty',
  'progress',
  'obstacle',
  'question',
  'evidence',
  'evidenceText',
  'section',
  'report',
  'indicator',
  'agency',
  'person',
] as const;
export const SearchKind = z.enum(searchKinds);
export type SearchKind = z.infer<typeof SearchKind>;

/** Whether it holds today: in force, ended, or not issued yet. */
const standings = ['current', 'ended', 'inReview'] as const;
export const SearchStanding = z.enum(standings);
export type SearchStanding = z.infer<typeof SearchStanding>;

const Named = z.object({ id: z.string(), name: z.string() });

/** One thing that was found, with what is shown beside it. */
export const SearchHit = z.object({
  kind: SearchKind,
  id: z.string(),
  /** Its name or number; null where the passage is all there is. */
  title: z.string().nullable(),
  pieces: z.array(SnippetPiece),
  standing: SearchStanding,
  /** When it was issued, sent or written; null where it has no day. */
  day: PlainDate.nullable(),
  /** Where it stands in its document. */
  span: Span.nullable(),
  document: z
    .object({ id: z.uuid(), kind: DocumentKind, number: z.string().nullable(), title: z.string().nullable() })
    .nullable(),
  agency: Named.nullable(),
  /** The work that it is, or is about. */
  duty: z.object({ id: z.uuid(), state: z.enum(dutyStates).nullable(), due: PlainDate.nullable() }).nullable(),
  /** Of a report, its round. */
  roundId: z.uuid().nullable(),
  /** Of a passage: in how many others its document, or its file, says the same. */
  others: z.int(),
});
export type SearchHit = z.infer<typeof SearchHit>;

/** A choice of a filter, with how many of what was found it has. */
export const SearchChoice = z.object({ value: z.string(), label: z.string(), count: z.int() });
export type SearchChoice = z.infer<typeof SearchChoice>;

/** What was chosen of each; nothing chosen means all. */
export type SearchChosen = { kind: SearchKind[]; year: number[]; agency: string[]; standing: SearchStanding[] };

export const SearchAnswer = z.object({
  total: z.int(),
  /** There are more than were looked at: what is newest and nearest was. */
  more: z.boolean(),
  hits: z.array(SearchHit),
  facets: z.object({
    kind: z.array(SearchChoice),
    year: z.array(SearchChoice),
    agency: z.array(SearchChoice),
    standing: z.array(SearchChoice),
  }),
  /** Names that are spelt nearly so, where nothing or little was found. */
  meant: z.array(z.string()),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;

/** A search that somebody keeps under a name: the query part of the page's address. */
export const SavedSearch = z.object({ id: z.uuid(), name: z.string(), query: z.string() });
export type SavedSearch = z.infer<typeof SavedSearch>;
