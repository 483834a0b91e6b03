import { sql } from 'kysely';
import type { User } from '../src/registry/may.ts';
import { makeRound } from '../src/services/open-round.ts';
import type { Db } from '../src/store/database.ts';
import { findRegime, insertRegime } from '../src/store/regimes.ts';
import { daysOfPeriod } from '../src/values/period.ts';
import { aRegime } from './regimes.ts';

/** A round of three figures, one of which follows from the others; the province is that of `storeProvince`. */

const indicators = [
  { id: 'thu', measure: 'level', formula: null },
  { id: 'dan-so', measure: 'count', formula: null },
  { id: 'thu-dau-nguoi', measure: 'level', formula: '{thu} / {dan-so} * 1000' },
];

export async function storeFigureIndicators(db: Db): Promise<void> {
  for (const { id, measure, formula } of indicators)
    await sql`insert into indicator (id, name, unit, unit_factors, direction, measure, cumulative, breakdowns, source, formula)
      values (${id}, ${id}, 'người', '[]', 'up', ${measure}, ${id === 'thu'}, '{}', 'thử', ${formula})`.execute(db);
}

export async function openFigureRound(
  db: Db,
  period: string,
  { user: by, now: at }: { user: User; now: Date },
): Promise<string> {
  const lines = indicators.map(({ id }) => ({
    ...{ indicatorId: id, line: '', span: 'period' as const, basis: 'final' as const, agencyId: null },
  }));
  const reporters = [{ agencyId: 'so-a' }, { agencyId: 'so-b' }];
  const asked = aRegime({ content: 'figures', calendar: 'statistical', reporters, lines });
  const regime = await findRegime(db, await insertRegime(db, asked));
  if (!regime) throw new Error('no regime');
  return db.transaction().execute((trx) => makeRound(trx, regime, period, { by, at }));
}

type Reported = { agencyId: string; indicatorId: string; period: string; span: 'period' | 'toDate'; value: number };

/** What an agency has reported in some other way. */
export async function storeFigure(db: Db, { agencyId, indicatorId, period, span, value }: Reported): Promise<void> {
  const { to } = daysOfPeriod(period, 'statistical');
  await sql`insert into figure (agency_id, indicator_id, line, period, calendar, period_to, span, basis, value, set_at)
    values (${agencyId}, ${indicatorId}, '', ${period}, 'statistical', ${to}, ${span}, 'final', ${value}, now())`.execute(
    db,
  );
}
