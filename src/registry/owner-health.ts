import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import { Named } from './named.ts';

/** Rà soát việc được giao: open work that nobody looks after, to be set right before a round asks for it. */

export const healthFaults = ['noOfficer', 'neverSaid', 'idle30', 'idle60', 'idle90', 'nobodyCame'] as const;
export const HealthFault = z.enum(healthFaults);
export type HealthFault = z.infer<typeof HealthFault>;

/** Days without a word, of each of these. */
export const idleOf = { idle30: 30, idle60: 60, idle90: 90 } as const;

export const HealthCounts = z.object({
  /** All open work that is looked at. */
  open: z.int(),
  /** With at least one fault. */
  any: z.int(),
  faults: z.record(HealthFault, z.int()),
});
export type HealthCounts = z.infer<typeof HealthCounts>;

export const UnattendedDuty = z.object({
  id: z.uuid(),
  what: z.string(),
  agency: Named,
  officer: Named.nullable(),
  due: PlainDate.nullable(),
  givenOn: PlainDate,
  /** When something was last sent of it. */
  saidOn: PlainDate.nullable(),
  faults: z.array(HealthFault),
});
export type UnattendedDuty = z.infer<typeof UnattendedDuty>;

/** Of which agency and all below it, and with which fault; without one: with any. */
export type HealthFilter = { agency?: string | undefined; fault?: HealthFault | undefined };

/** Where a page ends: what has been silent longest comes first. */
export const HealthCursor = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z_[0-9a-f-]{36}$/)
  .brand<'HealthCursor'>();
export type HealthCursor = z.infer<typeof HealthCursor>;
