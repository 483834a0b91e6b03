import { graceDays, periodsToOpen } from '../registry/round-periods.ts';
import type { Db } from '../store/database.ts';
import { findRegime, regimesThatOpen } from '../store/regimes.ts';
import { openedPeriods } from '../store/rounds.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { today } from './clock.ts';
import { makeRound } from './open-round.ts';

/**
 * Opens every round that is due to open by itself on this day. Run twice it opens nothing twice. Gives how many.
 * @throws at its end where a regime's rounds could not be opened: those of the others are
 */
export async function openDueRounds({ db, clock }: Pick<App, 'db' | 'clock'>, signal?: AbortSignal): Promise<number> {
  const day = today(clock);
  let opened = 0;
  const failures: unknown[] = [];
  for (const { id } of await regimesThatOpen(db, day, graceDays)) {
    if (signal?.aborted) break;
    try {
      opened += await db.transaction().execute((trx) => openFor(trx, id, { day, at: clock.now() }));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `the rounds of ${failures.length} regimes were not opened`);
  return opened;
}

async function openFor(trx: Db, id: string, { day, at }: { day: string; at: Date }): Promise<number> {
  const regime = await findRegime(trx, id, { hold: true });
  if (!regime) return 0;
  const there = await openedPeriods(trx, id);
  const missing = periodsToOpen(regime, day).filter((period) => !there.has(period));
  let opened = 0;
  for (const period of missing) {
    try {
      await makeRound(trx, regime, period, { by: null, at });
      opened += 1;
    } catch (error) {
      // Nobody has anything to report: the round that was begun goes, and the next day looks again.
      if (!(error instanceof Refusal) || error.code !== 'roundAsksNobody') throw error;
    }
  }
  return opened;
}
