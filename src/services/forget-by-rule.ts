import { forgetDeparted, forgetNotices, forgetTraces } from '../store/retention.ts';
import { deleteEndedSessions } from '../store/sessions.ts';
import { forgetFailuresBefore } from '../store/sign-in-failures.ts';
import { forgetUploadsBefore } from '../store/uploads.ts';
import { dayOfMoment } from '../values/plain-date.ts';
import type { App } from './app.ts';

const day = 24 * 60 * 60_000;

/**
 * Lets go of what names people and has had its time (docs/decisions/049-retention.md). Every day; whoever runs it twice, or on two
 * servers, finds nothing left to do. Gives how many rows went.
 */
export async function forgetByRule({ db, clock, retention }: App): Promise<number> {
  const now = clock.now();
  const ago = (days: number) => new Date(now.getTime() - days * day);
  // Sessions go by the machine's clock, as they were made.
  await deleteEndedSessions(db, new Date());
  await forgetFailuresBefore(db, new Date(Date.now() - day));
  return db
    .transaction()
    .execute(
      async (trx) =>
        (await forgetUploadsBefore(trx, now)) +
        (await forgetNotices(trx, ago(retention.noticeDays))) +
        (await forgetTraces(trx, ago(retention.traceDays))) +
        (await forgetDeparted(trx, dayOfMoment(ago(retention.departedDays)))),
    );
}
