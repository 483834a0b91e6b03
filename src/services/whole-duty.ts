import { storyPage, storyUntil } from '../registry/duty-story.ts';
import type { Person } from '../registry/may.ts';
import { reportThen } from '../registry/report-then.ts';
import type { WholeDuty } from '../registry/whole-duty.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { App } from './app.ts';
import { pageOf } from './duties.ts';
import { reportOf } from './duty-report.ts';
import { storyOf } from './duty-story.ts';
import { lookAtDuty } from './look-at-duty.ts';

/** What the parts of a duty's page share is asked for once. */
export const getWholeDuty = (
  app: Pick<App, 'db' | 'clock'>,
  person: Person,
  id: string,
  asOf?: PlainDate | undefined,
): Promise<WholeDuty> =>
  lookAtDuty(
    app,
    person,
    id,
    async (looking) => {
      const { past, today } = looking.seen.day;
      const report = await reportOf(looking);
      return {
        page: pageOf(person, looking.seen),
        report: past ? reportThen(report, today) : report,
        story: await storyOf(looking, { kind: [], limit: storyPage, ...(past && { after: storyUntil(today) }) }),
      };
    },
    asOf,
  );
