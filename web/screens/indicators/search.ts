import { z } from 'zod';
import { many } from '../../../src/api/listing.ts';
import { BreakdownBy } from '../../../src/registry/breakdown.ts';
import { Pillar } from '../../../src/registry/indicator.ts';
import type { IndicatorSummary } from '../../../src/registry/indicator-line.ts';
import { Tier } from '../../../src/values/finding.ts';
import { PlainDate } from '../../../src/values/plain-date.ts';
import { compareVietnamese, fold } from '../../../src/values/vietnamese.ts';

const sorts = ['name', 'unit', 'targets', 'documents', 'years', 'code'] as const;

/** What the address of the catalogue may say. The whole list is here, so it is filtered here. */
export const IndicatorSearch = z.object({
  q: z.string().max(200).optional(),
  pillar: many(Pillar),
  used: z.enum(['true', 'false']).optional(),
  sort: z.enum(sorts).default('targets'),
  order: z.enum(['asc', 'desc']).default('desc'),
});
export type IndicatorSearch = Partial<{
  [K in keyof z.output<typeof IndicatorSearch>]: z.output<typeof IndicatorSearch>[K] | undefined;
}>;

/** Of one indicator: the part that is shown (* is every part), and what it is set beside. */
export const OneIndicatorSearch = z.object({
  dong: z.string().max(300).optional(),
  than: PlainDate.optional(),
  thanYear: z.coerce.number().int().min(1990).max(2100).optional(),
});

/** Of one indicator in its parts: by what, which part and tier, by the end of which month. */
export const BreakdownSearch = z.object({
  theo: BreakdownBy.default('place'),
  dong: z.string().max(300).default(''),
  cap: Tier.optional(),
  ky: PlainDate.optional(),
  /** As bars (without), or as a map. */
  hinh: z.enum(['ban-do']).optional(),
});

type Order = (a: IndicatorSummary, b: IndicatorSummary) => number;

const orders: Record<(typeof sorts)[number], Order> = {
  name: (a, b) => compareVietnamese(a.name, b.name),
  unit: (a, b) => compareVietnamese(a.unit ?? '', b.unit ?? ''),
  targets: (a, b) => a.targets - b.targets,
  documents: (a, b) => a.documents - b.documents,
  years: (a, b) => (a.years?.to ?? 0) - (b.years?.to ?? 0),
  code: (a, b) => (a.statisticalCode ?? '').localeCompare(b.statisticalCode ?? ''),
};

/** The indicators an address asks for, in its order; the filters each without its own condition. */
export function arranged(all: readonly IndicatorSummary[], search: IndicatorSearch, without?: 'pillar' | 'used') {
  const wanted = fold((search.q ?? '').trim());
  const found = all.filter(
    (one) =>
      (without === 'pillar' || !search.pillar?.length || (one.pillar && search.pillar.includes(one.pillar))) &&
      (without === 'used' || !search.used || one.targets > 0 === (search.used === 'true')) &&
      fold([one.name, one.unit, one.statisticalCode].join(' ')).includes(wanted),
  );
  const compare = orders[search.sort ?? 'targets'];
  const sign = (search.order ?? 'desc') === 'asc' ? 1 : -1;
  return found.sort((a, b) => sign * compare(a, b) || compareVietnamese(a.name, b.name));
}
