import { reminderStep } from '../../registry/account-review.ts';
import { agenciesWithAdministrator, takeReminder } from '../../store/account-reviews.ts';
import type { App } from '../app.ts';
import { today } from '../clock.ts';
import { notify } from '../notify.ts';
import { dueOf } from './reviews.ts';

/** Tells the administrators of each agency whose accounts are to be reviewed; each reminder once, whoever runs this and how often. */
export async function remindOfReviews(app: App): Promise<number> {
  const day = today(app.clock);
  let told = 0;
  for (const agency of await agenciesWithAdministrator(app.db, day, null))
    told += await app.db.transaction().execute(async (trx) => {
      const { due } = await dueOf(app, trx, agency);
      const step = reminderStep(due, day);
      if (step === null || !(await takeReminder(trx, agency.id, due, step))) return 0;
      const to = [{ agencyId: agency.id, roles: ['administrator'] }];
      const details = { agency: agency.name, due };
      await notify(trx, { by: null, at: app.clock.now() }, [{ kind: 'accountReviewDue', to, details }]);
      return 1;
    });
  return told;
}
