import { z } from 'zod';
import { HealthCounts, HealthCursor, HealthFault, UnattendedDuty } from '../registry/owner-health.ts';
import { endpoint } from './endpoint.ts';
import { exportFormats } from './listing.ts';

export const HealthFilter = z.object({
  /** With all below it. */
  agency: z.string().max(200).optional(),
  fault: HealthFault.optional(),
});

export const countHealth = endpoint({
  method: 'GET',
  path: '/api/owner-health/counts',
  access: 'compareAgencies',
  summary: 'Of all open work, how much has nobody responsible, was never reported on, or has been silent for long',
  query: HealthFilter.pick({ agency: true }),
  response: HealthCounts,
});

export const listHealth = endpoint({
  method: 'GET',
  path: '/api/owner-health',
  access: 'compareAgencies',
  summary: 'The open work behind these numbers, what has been silent longest first, page by page',
  query: HealthFilter.extend({
    after: HealthCursor.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  response: z.object({ rows: z.array(UnattendedDuty), next: HealthCursor.nullable() }),
});

export const exportHealth = endpoint({
  method: 'GET',
  path: '/api/owner-health/export',
  access: 'compareAgencies',
  costly: true,
  summary: 'All of that list, as .xlsx or .csv',
  query: HealthFilter.extend({ format: z.enum(exportFormats), language: z.enum(['vi', 'en']).default('vi') }),
});
