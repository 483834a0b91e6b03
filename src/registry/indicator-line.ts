import { z } from 'zod';
import { Target, Tier } from '../values/finding.ts';
import { PlainDate } from '../values/plain-date.ts';
import { squeeze } from '../values/vietnamese.ts';
import { DocumentState } from './document-state.ts';
import { Indicator, Matching } from './indicator.ts';
import { unitFactor } from './indicator-units.ts';
import type { IndicatorFigure } from './past-figure.ts';
import { ReviewState } from './review-state.ts';

/** What documents ask for of one indicator, through the years. */

/** A target as a point of its indicator. */
export const IndicatorPoint = Target.pick({
  id: true,
  name: true,
  variant: true,
  op: true,
  value: true,
  value2: true,
  of: true,
  unit: true,
  change: true,
  base: true,
  year: true,
  yearFrom: true,
}).extend({
  documentId: z.uuid(),
  documentNumber: z.string().nullable(),
  documentTitle: z.string().nullable(),
  documentState: DocumentState,
  issuer: z.string().nullable(),
  issuedOn: PlainDate.nullable(),
  tier: Tier,
  quote: z.string(),
  valueQuote: z.string().nullable(),
  line: z.string(),
  matchedBy: Matching.nullable(),
  certainty: z.number().nullable(),
  review: ReviewState,
  version: z.int(),
});
export type IndicatorPoint = z.infer<typeof IndicatorPoint>;

/** One line of the catalogue's list. */
export const IndicatorSummary = Indicator.pick({
  id: true,
  name: true,
  unit: true,
  measure: true,
  direction: true,
  cumulative: true,
  pillar: true,
  ownerProfile: true,
  statisticalCode: true,
}).extend({
  targets: z.int(),
  documents: z.int(),
  /** The years that its targets are set for. */
  years: z.object({ from: z.int(), to: z.int() }).nullable(),
});
export type IndicatorSummary = z.infer<typeof IndicatorSummary>;

/** "Hội đồng nhân dân tỉnh X", "Tỉnh ủy X" -> "tỉnh X": whose targets they are. */
export function territoryOf(issuer: string | null): string | null {
  if (issuer === null) return null;
  const [first = ''] = issuer.split(/[;\n]/u);
  const name = squeeze(first)
    .replace(/^tỉnh ủy\s+/iu, 'tỉnh ')
    .replace(/^(?:ban chấp hành )?đảng bộ\s+/iu, '')
    .replace(/^(?:thành ủy)\s+/iu, 'thành phố ')
    .replace(/^(?:huyện ủy)\s+/iu, 'huyện ')
    .replace(/^(?:ủy ban nhân dân|hội đồng nhân dân|ubnd|hđnd)\s+/iu, '');
  return /^(?:tỉnh|thành phố|tp\.?|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)\s/iu.test(name) ? name : null;
}

/** The points that belong on one line of a chart: one part of the indicator, one tier, one place. */
export type Series = {
  line: string;
  tier: Tier;
  territory: string | null;
  points: IndicatorPoint[];
  /** What documents state of the same line, tier and place in years gone by. */
  figures: IndicatorFigure[];
};

const tierOrder: readonly Tier[] = ['province', 'district', 'commune', 'national'];

/** Series with the whole before its parts and the province before others; in each the years as they go. */
export function seriesOf(points: readonly IndicatorPoint[], figures: readonly IndicatorFigure[] = []): Series[] {
  const series = new Map<string, Series>();
  const seriesFor = ({ line, tier, issuer }: Pick<IndicatorPoint, 'line' | 'tier' | 'issuer'>): Series => {
    const territory = tier === 'national' ? null : territoryOf(issuer);
    const key = [line, tier, territory ?? ''].join('|');
    const found = series.get(key) ?? { line, tier, territory, points: [], figures: [] };
    series.set(key, found);
    return found;
  };
  for (const point of points) seriesFor(point).points.push(point);
  for (const figure of figures) seriesFor(figure).figures.push(figure);
  const sorted = [...series.values()].sort(
    (a, b) =>
      Number(a.line !== '') - Number(b.line !== '') ||
      tierOrder.indexOf(a.tier) - tierOrder.indexOf(b.tier) ||
      a.line.localeCompare(b.line, 'vi') ||
      (a.territory ?? '').localeCompare(b.territory ?? '', 'vi'),
  );
  for (const one of sorted)
    one.points.sort((a, b) => (a.year ?? 0) - (b.year ?? 0) || (a.issuedOn ?? '').localeCompare(b.issuedOn ?? ''));
  return sorted;
}

export type Asked = { value: number; value2: number | null };

/**
 * The number a target asks for in the indicator's own unit, so that numbers of one line can be drawn and compared. A
 * decrease of a growth is below zero; a reduction is written as the positive number that it is called by.
 */
export function askedOf(
  indicator: Pick<Indicator, 'unit' | 'unitFactors' | 'measure'>,
  { value, value2, unit, change }: Pick<Target, 'value' | 'value2' | 'unit' | 'change'>,
): Asked | null {
  if (value === null) return null;
  const factor = unit === null ? 1 : unitFactor(indicator, unit);
  if (factor === undefined) return null;
  const sign = indicator.measure === 'growth' && change === 'decrease' ? -1 : 1;
  const turned = (number: number) => Number((number * factor * sign).toPrecision(12));
  return { value: turned(value), value2: value2 === null ? null : turned(value2) };
}
