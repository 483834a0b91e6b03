import { z } from 'zod';
import { many } from '../../../src/api/listing.ts';
import { DocumentState } from '../../../src/registry/document-state.ts';
import type { DocumentSummary } from '../../../src/registry/plan-document.ts';
import { DocumentKind } from '../../../src/values/finding.ts';
import { compareVietnamese, fold } from '../../../src/values/vietnamese.ts';

const sorts = ['number', 'kind', 'title', 'issuer', 'issuedOn', 'targetCount', 'taskCount', 'noteCount'] as const;

/** What the address of the list of documents may say. The whole list is here, so it is filtered here. */
export const DocumentSearch = z.object({
  q: z.string().max(200).optional(),
  /** The year of issue; 0 where it is not known. */
  year: many(z.coerce.number().int()),
  kind: many(DocumentKind),
  state: many(DocumentState),
  sort: z.enum(sorts).default('issuedOn'),
  order: z.enum(['asc', 'desc']).default('desc'),
});
export type DocumentSearch = Partial<{
  [K in keyof z.output<typeof DocumentSearch>]: z.output<typeof DocumentSearch>[K] | undefined;
}>;

export const yearOf = ({ issuedOn }: DocumentSummary): number => (issuedOn ? Number(issuedOn.slice(0, 4)) : 0);

type Order = (a: DocumentSummary, b: DocumentSummary) => number;

const byText =
  (of: (one: DocumentSummary) => string | null): Order =>
  (a, b) =>
    compareVietnamese(of(a) ?? '', of(b) ?? '');

const orders: Record<(typeof sorts)[number], Order> = {
  number: byText(({ number }) => number),
  kind: byText(({ kind }) => kind),
  title: byText(({ title, fileName }) => title ?? fileName),
  issuer: byText(({ issuer }) => issuer),
  issuedOn: (a, b) => (a.issuedOn ?? '').localeCompare(b.issuedOn ?? '') || a.receivedAt.localeCompare(b.receivedAt),
  targetCount: (a, b) => a.targetCount - b.targetCount,
  taskCount: (a, b) => a.taskCount - b.taskCount,
  noteCount: (a, b) => a.noteCount - b.noteCount,
};

const wordsOf = ({ number, title, issuer, fileName, further }: DocumentSummary): (string | null)[] => [
  number,
  title,
  issuer,
  fileName,
  ...further.flatMap((one) => [one.number, one.title]),
];

/** The documents an address asks for, in its order. */
export function arranged(documents: readonly DocumentSummary[], search: DocumentSearch): DocumentSummary[] {
  const wanted = fold((search.q ?? '').trim());
  const found = documents.filter(
    (one) =>
      (!search.year?.length || search.year.includes(yearOf(one))) &&
      (!search.kind?.length || search.kind.includes(one.kind)) &&
      (!search.state?.length || search.state.includes(one.state)) &&
      fold(wordsOf(one).join(' ')).includes(wanted),
  );
  const compare = orders[search.sort ?? 'issuedOn'];
  return found.sort((a, b) => ((search.order ?? 'desc') === 'asc' ? compare(a, b) : compare(b, a)));
}
