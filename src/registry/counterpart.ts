/** A finding of one document beside one of another: pairs are suggested by a score and judged by an officer. */

export const relations = ['below', 'amends'] as const;
/** 'below': the other stands in a lower document; 'amends': in a later one that changes this. */
export type Relation = (typeof relations)[number];

export const matchedBy = ['officer', 'indicator', 'words'] as const;
export type MatchedBy = (typeof matchedBy)[number];

/** An officer's word on a pair; confirmed without another: that there is none. */
export type Judged = { id: string; otherId: string | null; judgement: 'confirmed' | 'rejected' };

/** Certainty is 1 once an officer has judged; without another it is 0 and `by` null, or the officer said so. */
export type Matching = {
  id: string;
  otherId: string | null;
  by: MatchedBy | null;
  certainty: number;
  confirmed: boolean;
};

type Rule = {
  /** How well two fit, by their places in the lists; below `least` they do not. */
  score: (one: number, other: number) => number;
  least: number;
  by: (one: number, other: number) => MatchedBy;
};

/** What each of `ids` is matched with: first as judged, then best pairs first, each taken once. */
export function matchUp(
  ids: readonly string[],
  otherIds: readonly string[],
  { score, least, by }: Rule,
  judged: readonly Judged[],
): Matching[] {
  const confirmed = new Map(judged.filter(({ judgement }) => judgement === 'confirmed').map((one) => [one.id, one]));
  const rejected = new Set(judged.filter(({ judgement }) => judgement === 'rejected').map(pairKey));
  const places = new Map(otherIds.map((id, place) => [id, place]));
  const taken = new Set([...confirmed.values()].map(({ otherId }) => otherId));
  const open = ids.flatMap((id, one) =>
    confirmed.has(id)
      ? []
      : otherIds.flatMap((otherId, other) => {
          if (taken.has(otherId) || rejected.has(pairKey({ id, otherId }))) return [];
          const fit = score(one, other);
          return fit >= least ? [{ one, other, fit }] : [];
        }),
  );
  const best = bestPairs(open);
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

function bestPairs(pairs: Pair[]): Map<number, Pair> {
  const best = new Map<number, Pair>();
  const taken = new Set<number>();
  for (const pair of pairs.sort((a, b) => b.fit - a.fit || a.one - b.one || a.other - b.other)) {
    if (best.has(pair.one) || taken.has(pair.other)) continue;
    best.set(pair.one, pair);
    taken.add(pair.other);
  }
  return best;
}
