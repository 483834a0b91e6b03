import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import { dutyStates } from './duty-state.ts';
import { IndicatorFields } from './indicator.ts';

/** What stands behind a consolidated report: a line for each target with figures, and for each task. */

export const AppendixTarget = z.object({
  indicator: IndicatorFields.pick({ name: true, unit: true, measure: true, decimals: true }),
  line: z.string(),
  agency: z.string(),
  plan: z.number().nullable(),
  value: z.number().nullable(),
  toDate: z.number().nullable(),
  /** The sum since the year began was not reported, but follows from what was. */
  computed: z.boolean().default(false),
  /** In words, where nobody reported it and it follows from others. */
  formula: z.string().nullable().default(null),
  before: z.number().nullable(),
  beforeToDate: z.number().nullable(),
});
export type AppendixTarget = z.infer<typeof AppendixTarget>;

export const AppendixTask = z.object({
  what: z.string(),
  documents: z.array(z.string()),
  agency: z.string(),
  due: PlainDate.nullable(),
  doneOn: PlainDate.nullable(),
  state: z.enum(dutyStates),
  share: z.number().nullable(),
  /** What the agency said of it last. */
  said: z.string().nullable(),
});
export type AppendixTask = z.infer<typeof AppendixTask>;

export const ReportAppendices = z.object({
  /** The day on which states were counted. */
  day: PlainDate,
  targets: z.array(AppendixTarget),
  tasks: z.array(AppendixTask),
});
export type ReportAppendices = z.infer<typeof ReportAppendices>;
