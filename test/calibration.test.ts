import { describe, expect, it } from 'vitest';
import { type Annotated, annotatedDocuments, calibration, weighed } from './calibrating.ts';

/** An officer who looks only at what is noted must be able to trust the rest. */
const documents = annotatedDocuments();
const real = documents.some(({ group }) => group === 'other bodies');
if (!real) process.stdout.write('The real documents are not here: doubt is measured on the demo province alone.\n');

const measured = (group: string) => {
  const findings = documents.filter((one: Annotated) => one.group === group).flatMap((one) => weighed(one));
  const { noted, unnoted } = calibration(findings);
  return { notedShare: noted.of / findings.length, rightUnnoted: unnoted.right / unnoted.of, findings };
};

describe.each([
  { group: 'demo province', here: true, most: 0.06 },
  { group: 'Trà Vinh 001-003', here: real, most: 0.06 },
  { group: 'other bodies', here: real, most: 0.25 },
])('of the findings of $group', ({ group, here, most }) => {
  it.skipIf(!here)('at least 98 in 100 that have no note are right, and few have one', () => {
    const { notedShare, rightUnnoted } = measured(group);
    expect(rightUnnoted).toBeGreaterThanOrEqual(0.98);
    expect(notedShare).toBeLessThanOrEqual(most);
  });

  it.skipIf(!here)('none of low confidence is without a note', () => {
    const { findings } = measured(group);
    expect(findings.filter(({ confidence, noted }) => confidence < 0.9 && !noted)).toEqual([]);
  });
});
