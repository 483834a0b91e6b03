import type { PlainDate } from '../values/plain-date.ts';
import { plainSearch, type SearchTerms } from '../values/search-terms.ts';
import type { Span } from '../values/span.ts';
import { fold } from '../values/vietnamese.ts';
import type { SearchKind, SearchStanding } from './search.ts';

/** What is known of a thing before its words are fetched. */
export type Found = {
  kind: SearchKind;
  id: string;
  documentId: string | null;
  /** Where it lies. */
  province: string;
  /** Null: it has none and still stands. */
  day: PlainDate | null;
  /** 1: its words stand in a row as they were typed (of agencies: it is of the own land). */
  pass: number;
  /** Its name or number, where it has one. */
  name: string | null;
  standing: SearchStanding;
  span: Span | null;
  agencyIds: readonly string[];
};

export type Ranked = Found & { others: number };

/** Whom or what one looks for by name comes before what speaks of it. */
const weights: Record<SearchKind, number> = {
  document: 30,
  agency: 30,
  indicator: 28,
  person: 26,
  report: 18,
  target: 16,
  task: 16,
  duty: 12,
  obstacle: 10,
  question: 10,
  evidence: 10,
  progress: 8,
  section: 8,
  passage: 6,
  evidenceText: 6,
};

const plainWords = (text: string): string =>
  fold(text)
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? '';

/** A document's number is what it begins with: "95/QĐ-UBND". */
function byName(name: string | null, wanted: string): number {
  if (name === null) return 0;
  const own = plainWords(name);
  if (own === wanted) return 80;
  if (own.startsWith(`${wanted} `)) return 60;
  if (` ${own} `.includes(` ${wanted} `)) return 40;
  return wanted.split(' ').every((word) => ` ${own}`.includes(` ${word}`)) ? 25 : 0;
}

const day = 86_400_000;

/** Ten for today, half of it for what is three years old. */
function recency(when: PlainDate | null, today: PlainDate): number {
  if (when === null) return 5;
  const years = Math.max(0, Date.parse(today) - Date.parse(when)) / (365 * day);
  return 10 * 0.5 ** (years / 3);
}

const score = (found: Found, wanted: string, today: PlainDate): number =>
  weights[found.kind] +
  byName(found.name, wanted) +
  (found.pass === 1 ? 15 : 0) +
  (found.standing === 'ended' ? -20 : found.standing === 'inReview' ? -4 : 0) +
  recency(found.day, today);

/** What a passage stands in: of its document or file the best one stands for all. */
const wholeOf = ({ kind, id, documentId }: Found): string | null => {
  if (kind === 'passage') return documentId;
  return kind === 'evidenceText' ? id.slice(0, id.lastIndexOf('/')) : null;
};

/**
 * Best first. Of a document's passages the best stands for all, and none where a target or task of the document that was found says
 * the same words. A file of evidence likewise.
 */
export function ranked(found: readonly Found[], search: SearchTerms, today: PlainDate): Ranked[] {
  const wanted = plainSearch(search);
  const scored = found.map((one) => ({ one, score: score(one, wanted, today) }));
  scored.sort((a, b) => b.score - a.score || (a.one.id < b.one.id ? -1 : 1));
  const findings = Map.groupBy(
    found.filter(({ kind }) => kind === 'target' || kind === 'task'),
    ({ documentId }) => documentId,
  );
  const first = new Map<string, Ranked>();
  return scored.flatMap(({ one }) => {
    const whole = wholeOf(one);
    if (whole === null) return [{ ...one, others: 0 }];
    const { span } = one;
    const said = findings.get(one.documentId)?.some((finding) => span && finding.span && inside(span, finding.span));
    if (said) return [];
    const before = first.get(whole);
    if (before) {
      before.others++;
      return [];
    }
    const ranking = { ...one, others: 0 };
    first.set(whole, ranking);
    return [ranking];
  });
}

/** More than half of the passage. */
const inside = (passage: Span, finding: Span): boolean =>
  Math.min(passage.end, finding.end) - Math.max(passage.start, finding.start) > (passage.end - passage.start) / 2;
