import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DutyTerm, termsUntil } from '../../src/registry/due-rules.ts';
import { readCalendar } from '../../src/registry/seed/calendar.ts';
import { workingCalendar } from '../../src/registry/working-days.ts';
import { Due } from '../../src/values/due.ts';

const text = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8');
const calendar = workingCalendar(readCalendar(text('../../seed/calendar.txt')));
const cases = text('recurring.txt')
  .split(/\n\s*\n/)
  .map((block) => block.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
  .filter((lines) => lines.length > 0);

const shown = ({ period, startsOn, due }: DutyTerm): string => `${period}: ${startsOn}, ${due}`;

describe('work that comes again', () => {
  it.each(cases)('%s', (head = '', ...expected) => {
    const [timeRaw = '', every, from = '', until, by = ''] = head.split('|').map((field) => field.trim());
    const time = Due.parse({ kind: 'recurring', every });
    const terms = termsUntil({ time, timeRaw }, { from, until: until === '-' ? null : (until ?? null) }, by, calendar);
    expect(terms.map(shown)).toEqual(expected.slice(1));
  });
});
