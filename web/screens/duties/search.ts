import { z } from 'zod';
import { DutyFilter } from '../../../src/api/duties.ts';
import { dutySorts } from '../../../src/registry/duty.ts';

/** The list's filters and order as they stand in its address. */
export const DutySearch = DutyFilter.omit({ asOf: true }).extend({
  sort: z.enum(dutySorts).default('due'),
  order: z.enum(['asc', 'desc']).default('asc'),
});
export type DutySearch = { [K in keyof z.output<typeof DutySearch>]?: z.output<typeof DutySearch>[K] | undefined };
