import { storyPage } from '../registry/duty-story.ts';
import type { Person } from '../registry/may.ts';
import type { WholeDuty } from '../registry/whole-duty.ts';
import type { App } from './app.ts';
import { pageOf } from './duties.ts';
import { reportOf } from './duty-report.ts';
import { storyOf } from './duty-story.ts';
import { lookAtDuty } from './look-at-duty.ts';

/** What the parts of a duty's page share is asked for once. */
export const getWholeDuty = (app: Pick<App, 'db' | 'clock'>, person: Person, id: string): Promise<WholeDuty> =>
  lookAtDuty(app, person, id, async (looking) => ({
    page: pageOf(person, looking.seen),
    report: await reportOf(looking),
    story: await storyOf(looking, { kind: [], limit: storyPage }),
  }));
