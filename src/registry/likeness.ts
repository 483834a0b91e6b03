import { searchText } from '../values/search-text.ts';

/** How alike two texts are, 0 to 1, by their places in the two lists. */
export type Likeness = (left: number, right: number) => number;

type Weighed = Map<string, number>;

/** Two neighbouring syllables are most words of Vietnamese; single ones are what is left when the order differs. */
function termsOf(text: string): string[] {
  const syllables = searchText([text]).words.trim().split(' ');
  return [...syllables, ...syllables.slice(1).map((syllable, at) => `${syllables[at]} ${syllable}`)];
}

function rarities(texts: readonly string[][]): (term: string) => number {
  const seen = new Map<string, number>();
  for (const terms of texts) for (const term of new Set(terms)) seen.set(term, (seen.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + texts.length / (seen.get(term) ?? 1));
}

/** Of length 1, so that a product of two is their cosine. */
function weigh(terms: readonly string[], rarity: (term: string) => number): Weighed {
  const weights: Weighed = new Map();
  for (const term of terms) weights.set(term, rarity(term));
  const length = Math.hypot(...weights.values()) || 1;
  for (const [term, weight] of weights) weights.set(term, weight / length);
  return weights;
}

function cosine(left: Weighed, right: Weighed): number {
  const [few, many] = left.size < right.size ? [left, right] : [right, left];
  let sum = 0;
  for (const [term, weight] of few) sum += weight * (many.get(term) ?? 0);
  return sum;
}

/** By shared words, of which the rare ones count more (tf-idf over both lists). */
export function likenessOf(lefts: readonly string[], rights: readonly string[]): Likeness {
  const [left, right] = [lefts.map(termsOf), rights.map(termsOf)];
  const rarity = rarities([...left, ...right]);
  const [leftWeights, rightWeights] = [
    left.map((terms) => weigh(terms, rarity)),
    right.map((terms) => weigh(terms, rarity)),
  ];
  return (l, r) => cosine(leftWeights[l] ?? new Map(), rightWeights[r] ?? new Map());
}
