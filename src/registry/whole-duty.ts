import { z } from 'zod';
import { DutyPage } from './duty.ts';
import { DutyReport } from './duty-report.ts';
import { DutyStory } from './duty-story.ts';

/** Everything a duty's page shows when it is opened. */
export const WholeDuty = z.object({ page: DutyPage, report: DutyReport, story: DutyStory });
export type WholeDuty = z.infer<typeof WholeDuty>;
