import { z } from 'zod';

/** A finding of one document beside one of another: pairs are suggested by a score and judged by an officer. */

/** 'below': the other stands in a lower document; 'amends': in a later one that changes this. */
export const Relation = z.enum(['below', 'amends']);
export type Relation = z.infer<typeof Relation>;

export const Judgement = z.enum(['confirmed', 'rejected']);
export type Judgement = z.infer<typeof Judgement>;

const MatchedBy = z.enum(['officer', 'indicator', 'words']);
export type MatchedBy = z.infer<typeof MatchedBy>;

/** A pair of findings; without the other one: that there is none. */
export const Counterpart = z.object({
  relation: Relation,
  kind: z.enum(['target', 'task']),
  documentId: z.uuid(),
  findingId: z.string().max(40),
  otherDocumentId: z.uuid(),
  otherFindingId: z.string().max(40).nullable(),
});
export type Counterpart = z.infer<typeof Counterpart>;

/** An officer's word on a pair of two given documents. */
export type Judged = { id: string; otherId: string | null; judgement: Judgement };

/** Certainty is 1 once an officer has judged; without another it is 0 and `by` null, or the officer said so. */
export const Matching = z.object({
  id: z.string(),
  otherId: z.string().nullable(),
  by: MatchedBy.nullable(),
  certainty: z.number(),
  confirmed: z.boolean(),
});
export type Matching = z.infer<typeof Matching>;

type Rule = {
  /** How well two fit, by their places in the lists; below `least` they do not. */
  score: (one: number, other: number) => number;
  least: number;
  by: (one: number, other: number) => MatchedBy;
  /** One of the others may be matched several times: a paragraph below answers many a task above. */
  shared?: boolean;
};

/** What each of `ids` is matched with: first as judged, then best pairs first, each taken once unless shared. */
export function matchUp(
  ids: readonly string[],
  otherIds: readonly string[],
  { score, least, by, shared = false }: Rule,
  judged: readonly Judged[],
): Matching[] {
  const confirmed = new Map(judged.filter(({ judgement }) => judgement === 'confirmed').map((one) => [one.id, one]));
  const rejected = new Set(judged.filter(({ judgement }) => judgement === 'rejected').map(pairKey));
  const places = new Map(otherIds.map((id, place) => [id, place]));
  const taken = new Set(shared ? [] : [...confirmed.values()].map(({ otherId }) => otherId));
  const open = ids.flatMap((id, one) =>
    confirmed.has(id)
      ? []
      : otherIds.flatMap((otherId, other) => {
          if (taken.has(otherId) || rejected.has(pairKey({ id, otherId }))) return [];
          const fit = score(one, other);
          return fit >= least ? [{ one, other, fit }] : [];
        }),
  );
  const best = bestPairs(open, shared);
  return ids.map((id, one): Matching => {
    const word = confirmed.get(id);
    if (word) {
      const otherId = word.otherId !== null && places.has(word.otherId) ? word.otherId : null;
      return { id, otherId, by: 'officer', certainty: 1, confirmed: true };
    }
    const pair = best.get(one);
    const otherId = pair && otherIds[pair.other];
    if (!pair || otherId === undefined) return { id, otherId: null, by: null, certainty: 0, confirmed: false };
    return { id, otherId, by: by(one, pair.other), certainty: Math.min(1, pair.fit), confirmed: false };
  });
}

const pairKey = ({ id, otherId }: { id: string; otherId: string | null }): string => `${id} ${otherId}`;

type Pair = { one: number; other: number; fit: number };

function bestPairs(pairs: Pair[], shared: boolean): Map<number, Pair> {
  const best = new Map<number, Pair>();
  const taken = new Set<number>();
  for (const pair of pairs.sort((a, b) => b.fit - a.fit || a.one - b.one || a.other - b.other)) {
    if (best.has(pair.one) || (!shared && taken.has(pair.other))) continue;
    best.set(pair.one, pair);
    taken.add(pair.other);
  }
  return best;
}
