import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { openText } from '../src/files/text/text.ts';
import { readDocument } from '../src/reading/document.ts';
import { type AlignedTarget, alignTargets } from '../src/registry/alignment.ts';
import { readIndicatorSeed } from '../src/registry/indicator-seed.ts';
import { matchTargets, prepareCatalogue } from '../src/registry/match-indicator.ts';
import type { Tier } from '../src/values/finding.ts';

/** Pairs of real documents beside lists made by hand from their texts: what answers what, and how. */

const folder = fileURLToPath(new URL('../../shared/documents', import.meta.url));
const present = existsSync(folder);
if (!present) console.log('Left out: the alignment of real documents, which are not on this machine.');

const seed = readIndicatorSeed(readFileSync(new URL('../seed/indicators.tsv', import.meta.url), 'utf8'));
const catalogue = prepareCatalogue(seed);
const byId = new Map(seed.map((indicator) => [indicator.id, indicator]));

function sideOf(number: string, tier: Tier, territory: string): AlignedTarget[] {
  const name = readdirSync(folder).find((file) => file.startsWith(number)) ?? '';
  const { targets } = readDocument(openText(readFileSync(join(folder, name)), 'txt'));
  const matches = matchTargets(catalogue, targets);
  return targets
    .filter((target) => target.tier === tier)
    .map((target) => {
      const match = matches.get(target.id);
      const indicator = match ? (byId.get(match.indicatorId) ?? null) : null;
      return { target, indicator, territory, line: match ? `${match.indicatorId} ${match.line}` : null };
    });
}

type Found = { above: number | null; below: number | null; verdict: string };

function pairsOf(highers: AlignedTarget[], lowers: AlignedTarget[]): Found[] {
  const figureOf = (side: AlignedTarget[], id: string | null) =>
    side.find(({ target }) => target.id === id)?.target.value ?? null;
  return alignTargets(highers, lowers)
    .filter(({ otherId }) => otherId !== null)
    .map(({ id, otherId, verdict }) => ({ above: figureOf(highers, id), below: figureOf(lowers, otherId), verdict }));
}

const keyOf = ({ above, below, verdict }: Found): string => `${above} / ${below} ${verdict}`;

/** What was found and is not wanted, and what is wanted and was not found. */
function agreement(found: Found[], wanted: [number | null, number | null, string][]) {
  const right = new Set(wanted.map(([above, below, verdict]) => keyOf({ above, below, verdict })));
  const keys = new Set(found.map(keyOf));
  const wrong = [...keys].filter((key) => !right.has(key));
  const missed = [...right].filter((key) => !keys.has(key));
  return { wrong, missed };
}

describe.skipIf(!present)('the province’s plan of 2023 and its city’s', () => {
  let result: ReturnType<typeof agreement>;
  beforeAll(() => {
    result = agreement(pairsOf(sideOf('001', 'province', 'tỉnh'), sideOf('003', 'district', 'thành phố')), [
      // Amounts: the city's is a part of the province's
      [32000, 6319, 'partOf'],
      [520, 160, 'partOf'],
      [5701, 295, 'partOf'],
      [23000, 1615, 'partOf'],
      [900, 62, 'partOf'],
      // Rates of which the city asks for less than the province
      [94.8, 94.44, 'asksLess'],
      [0.5, 0.02, 'asksLess'],
      [1, 0.03, 'asksLess'],
      [4, 3, 'asksLess'],
      // Trained, with certificates, pupils of lower secondary age, insured, with power, with water, insured against unemployment
      [69.3, 78.32, 'asksMore'],
      [36.04, 61.89, 'asksMore'],
      [98.6, 99.5, 'asksMore'],
      [21.72, 29.72, 'asksMore'],
      [99.6, 99.9, 'asksMore'],
      [99.8, 100, 'asksMore'],
      [79.2, 99.8, 'asksMore'],
      [13.75, 20.52, 'asksMore'],
      // Pupils of primary age, medical waste, deaths of children (‰ beside cases among 1,000), public order
      [100, 100, 'same'],
      [2.4, 2.4, 'same'],
      [3, 3, 'same'],
      [null, null, 'same'],
    ]);
  });

  it('answers and gaps are those that a person finds', () => {
    expect(result.wrong).toEqual([]);
    expect(result.missed).toEqual([]);
  });
});

describe.skipIf(!present)('the national beside the provincial values of one appendix', () => {
  it('stand in one row each, whatever can be compared of them', () => {
    const [national, provincial] = [sideOf('001', 'national', 'cả nước'), sideOf('001', 'province', 'tỉnh')];
    const answers = alignTargets(national, provincial);
    const rowOf = (side: AlignedTarget[], id: string | null) =>
      side.find(({ target }) => target.id === id)?.target.span.start;
    expect(answers.length).toBeGreaterThan(40);
    const elsewhere = answers.filter(({ id, otherId }) => rowOf(national, id) !== rowOf(provincial, otherId));
    expect(elsewhere).toEqual([]);
  });

  it('know that fewer deaths of children are better, and that megawatts of a province are a part', () => {
    const found = pairsOf(sideOf('001', 'national', 'cả nước'), sideOf('001', 'province', 'tỉnh')).map(keyOf);
    expect(found).toContain('13.1 / 2.4 asksMore');
    expect(found).toContain('83156 / 4894.8 partOf');
    expect(found).toContain('29 / 8 asksLess');
  });
});

describe.skipIf(!present)('the decision until 2030 and the resolution for 2024', () => {
  it('are steps on one way where they speak of the same thing', () => {
    const found = pairsOf(sideOf('002', 'province', 'tỉnh'), sideOf('000', 'province', 'tỉnh'));
    const wanted: [number | null, number | null, string][] = [
      [11, 8.5, 'otherYear'],
      [140, 88.89, 'otherYear'],
      [17.98, 26.93, 'otherYear'],
      [46.14, 36.81, 'otherYear'],
      [33, 30.48, 'otherYear'],
      [2.88, 5.78, 'otherYear'],
      [40, 31.48, 'otherYear'],
      [100, 100, 'otherYear'],
      [null, null, 'same'],
      [75, 69.67, 'otherYear'],
      [40, 36.1, 'otherYear'],
      [70, 58, 'otherYear'],
      [1.5, 0.3, 'otherYear'],
      [35, 29.39, 'otherYear'],
      [14, 10, 'otherYear'],
      [4.5, 4.15, 'otherYear'],
      [100, 99.7, 'otherYear'],
      [90, 83.25, 'otherYear'],
      [99.5, 99.8, 'otherYear'],
      [100, 87.5, 'otherYear'],
      [98, 98, 'otherYear'],
      [95, 90, 'otherYear'],
    ];
    const { wrong, missed } = agreement(found, wanted);
    expect({ wrong, missed }).toEqual({ wrong: [], missed: [] });
  });
});
