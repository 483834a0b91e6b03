import { randomUUID } from 'node:crypto';
import type { User } from '../registry/may.ts';
import type { WorkRules } from '../registry/work-rules.ts';
import { recordActions } from '../store/actions.ts';
import { putSetting } from '../store/settings.ts';
import type { App } from './app.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { workRules, workSetting } from './work-day.ts';

/** @param seen what the form showed: whoever changed it meanwhile is not overwritten */
export function changeWorkRules(
  { db, clock }: Pick<App, 'db' | 'clock'>,
  user: User,
  seen: WorkRules,
  rules: WorkRules,
): Promise<WorkRules> {
  return db.transaction().execute(async (trx) => {
    const before = await workRules(trx);
    if (before.returnDays !== seen.returnDays || before.soonDays !== seen.soonDays)
      throw await changedMeanwhile(trx, { kind: 'setting', id: workSetting });
    await putSetting(trx, workSetting, rules);
    await recordActions(trx, [
      {
        ...{ operation: randomUUID(), at: clock.now(), userId: user.id, documentId: null, reason: null },
        ...{ verb: 'changeWorkRules', subjectKind: 'setting', subjectId: workSetting, before, after: rules },
      },
    ]);
    return rules;
  });
}
