import { z } from 'zod';
import { TargetRecord, targetColumns, targetSorts } from '../registry/target.ts';
import { endpoint } from './endpoint.ts';
import { Choice, exportFormats, many, Page, Standing } from './listing.ts';

export { targetColumns };

export const TargetFilter = z.object({
  /** Free text over name, variant and quote; ignores accents when it has none. */
  q: z.string().max(200).optional(),
  document: many(z.uuid()),
  year: many(z.coerce.number().int().min(0).max(9999)),
  group: many(z.string().max(500)),
  /** Agency keys, registry/agency.ts. */
  agency: many(z.string().max(300)),
  tier: many(z.string().max(20)),
  indicator: many(z.string().max(200)),
  listed: z.enum(['true', 'false']).optional(),
  /** Those with a note, or those without. */
  noted: z.enum(['true', 'false']).optional(),
  ...Standing,
  sort: z.enum(targetSorts).default('document'),
  order: z.enum(['asc', 'desc']).default('asc'),
});
export type TargetFilter = z.infer<typeof TargetFilter>;

export const listTargets = endpoint({
  method: 'GET',
  path: '/api/targets',
  access: 'readRegister',
  summary: 'Targets of all documents',
  query: TargetFilter.extend(Page.shape),
  response: z.object({ total: z.int(), rows: z.array(TargetRecord) }),
  example: { query: { year: 2026, limit: 50 } },
});

export const targetChoices = endpoint({
  method: 'GET',
  path: '/api/targets/choices',
  access: 'readRegister',
  summary: 'What each filter offers under the others',
  query: TargetFilter,
  response: z.object({
    document: z.array(Choice),
    year: z.array(Choice),
    group: z.array(Choice),
    agency: z.array(Choice),
    tier: z.array(Choice),
    indicator: z.array(Choice),
    listed: z.array(Choice),
    noted: z.array(Choice),
    state: z.array(Choice),
    review: z.array(Choice),
  }),
});

export const exportTargets = endpoint({
  method: 'GET',
  path: '/api/targets/export',
  access: 'readRegister',
  costly: true,
  summary: 'Exactly the rows and columns shown, as .xlsx or .csv',
  query: TargetFilter.extend({
    format: z.enum(exportFormats),
    column: many(z.enum(targetColumns)),
    language: z.enum(['vi', 'en']).default('vi'),
  }),
});
