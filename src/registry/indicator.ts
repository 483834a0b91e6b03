import { z } from 'zod';

/** How the number is to be read. `reduction`: how much less, written as a positive number; `condition`: no number. */
const measures = ['level', 'growth', 'reduction', 'share', 'count', 'index', 'condition'] as const;
export const Measure = z.enum(measures);
export type Measure = z.infer<typeof Measure>;

/** Which way is better. In a `rank` 1 is best. */
const directions = ['up', 'down', 'none', 'rank'] as const;
const Direction = z.enum(directions);

const pillars = ['economy', 'infrastructure', 'society', 'environment', 'security', 'reform', 'politics'] as const;
export const Pillar = z.enum(pillars);
export type Pillar = z.infer<typeof Pillar>;

/** By what its lines differ. */
const breakdowns = [
  'sector',
  'area',
  'ethnicity',
  'schoolLevel',
  'insurance',
  'authority',
  'crime',
  'sex',
  'species',
  'rank',
  'capital',
  'hospital',
  'credential',
] as const;
const Breakdown = z.enum(breakdowns);

/** How well its statistical code is founded: cited in a source, inferred from the order of a list, or not checked. */
const codeEvidences = ['cited', 'inferred', 'unchecked'] as const;
const CodeEvidence = z.enum(codeEvidences);

/** How the figures of several agencies become one. */
const aggregations = ['sum', 'weightedMean', 'latest', 'none'] as const;
export const Aggregation = z.enum(aggregations);
export type Aggregation = z.infer<typeof Aggregation>;

const Words = z.string().trim().min(1).max(300);

/** What an officer may say of an indicator. */
export const IndicatorFields = z.object({
  name: Words,
  synonyms: z.array(Words).max(50),
  unit: z.string().trim().min(1).max(60).nullable(),
  /** Units that can be turned into `unit` by a factor which their words do not tell: "ca/1.000 trẻ" is 1 ‰. */
  unitFactors: z.array(z.object({ unit: z.string().trim().min(1).max(60), factor: z.number().positive() })).max(20),
  measure: Measure,
  direction: Direction,
  /** Summed over its period (new enterprises of a year), not counted at its end. */
  cumulative: z.boolean(),
  decimals: z.int().min(0).max(6).nullable(),
  breakdowns: z.array(Breakdown),
  statisticalCode: z.string().trim().min(1).max(20).nullable(),
  codeEvidence: CodeEvidence.nullable(),
  /** Profile of the agency that publishes or follows it. */
  ownerProfile: z.string().trim().min(1).max(100).nullable(),
  pillar: Pillar.nullable(),
  /** Null: as its measure says (registry/aggregate.ts). */
  aggregation: Aggregation.nullable().default(null),
  /** By whose figures a mean is weighed. */
  weightIndicatorId: z.string().max(200).nullable().default(null),
  /** How it follows from others (registry/formula.ts): such a figure is never typed. */
  formula: z.string().trim().min(1).max(2000).nullable().default(null),
});
export type IndicatorFields = z.infer<typeof IndicatorFields>;

/** The thing measured, apart from the value to reach. */
export const Indicator = IndicatorFields.extend({
  id: z.string(),
  source: z.string(),
  /** 1 as delivered; counts an officer's changes. */
  version: z.int(),
});
export type Indicator = z.infer<typeof Indicator>;

/** How a target came to its indicator: by its name, another name of it, similar words, or an officer's word. */
const matchings = ['name', 'synonym', 'words', 'officer'] as const;
export const Matching = z.enum(matchings);
export type Matching = z.infer<typeof Matching>;
