import { type RawBuilder, sql } from 'kysely';
import type { DutyState, StateDay } from '../registry/duty-state.ts';

/** The state of the duties that a query calls `d`, as src/registry/duty-state.ts has it; null where they were dropped. */
export const dutyStateOn = ({ today, soonUntil }: StateDay): RawBuilder<DutyState | null> =>
  sql<DutyState | null>`duty_state(d.stage, d.due, d.done_on, ${today}::date, ${soonUntil}::date)`;
