import { z } from 'zod';
import { SignInCursor, SignInEntry, SignInFilter } from '../registry/sign-in.ts';
import { endpoint } from './endpoint.ts';
import { exportFormats } from './listing.ts';

export const listSignIns = endpoint({
  method: 'GET',
  path: '/api/sign-ins',
  access: 'readAudit',
  summary: 'Who signed in, failed to, or was denied what they asked for, among those one looks after; latest first',
  query: SignInFilter.extend({
    after: SignInCursor.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({
    entries: z.array(SignInEntry),
    next: SignInCursor.nullable(),
    /** After so many days a line is gone. */
    keptDays: z.number(),
  }),
});

export const exportSignIns = endpoint({
  method: 'GET',
  path: '/api/sign-ins/export',
  access: 'readAudit',
  costly: true,
  summary: 'All of that list, as .xlsx or .csv',
  query: SignInFilter.extend({ format: z.enum(exportFormats), language: z.enum(['vi', 'en']).default('vi') }),
});
