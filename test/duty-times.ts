import fc from 'fast-check';
import type { DutyTimes } from '../src/registry/duty-state.ts';
import { dateOfNumber, dayNumber } from '../src/values/plain-date.ts';

/** Duties at any point of their lives around one Tết, for properties that hold for all of them. */

export const anyDayAroundTet = fc
  .integer({ min: dayNumber('2026-01-20'), max: dayNumber('2026-03-20') })
  .map(dateOfNumber);

const due = fc.option(anyDayAroundTet, { freq: 6 });

export const anyDutyTimes: fc.Arbitrary<DutyTimes> = fc.oneof(
  fc.record({
    stage: fc.constantFrom('assigned', 'accepted', 'returned', 'reported', 'dropped'),
    due,
    doneOn: fc.constant(null),
  }),
  fc.record({ stage: fc.constant('done'), due, doneOn: anyDayAroundTet }),
);
