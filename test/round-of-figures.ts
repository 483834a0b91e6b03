import { sql } from 'kysely';
import type { CellChange, GridCell } from '../src/registry/cell.ts';
import type { CorrectionItem } from '../src/registry/correction.ts';
import type { Person, User } from '../src/registry/may.ts';
import { type App, appFor } from '../src/services/app.ts';
import { approveFigures } from '../src/services/approve-figures.ts';
import { askCorrection, stepCorrection } from '../src/services/corrections.ts';
import { getFigureSheet } from '../src/services/figure-sheet.ts';
import { getFiguresOfPoint } from '../src/services/figures.ts';
import { makeRound } from '../src/services/open-round.ts';
import { saveCells } from '../src/services/save-cells.ts';
import type { Db } from '../src/store/database.ts';
import { findLaidSubmission, type HeldSubmission, holdSubmission } from '../src/store/held-submissions.ts';
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

export const asPerson = (app: App, who: Person): App => appFor(app, who, '127.0.0.1');

export async function submissionIn(db: Db, round: string, agencyId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from submission where round_id = ${round} and agency_id = ${agencyId}`.execute(db);
  return rows[0]?.id ?? '';
}

export async function heldIn(trx: Db, id: string): Promise<HeldSubmission> {
  const found = await findLaidSubmission(trx, id);
  const submission = found && (await holdSubmission(trx, found));
  if (!submission) throw new Error(`no submission ${id}`);
  return submission;
}

export async function cellIn(app: App, who: Person, id: string, indicatorId: string): Promise<GridCell> {
  const { lines } = await getFigureSheet(asPerson(app, who), who, id);
  const found = lines.find((line) => line.indicatorId === indicatorId)?.cells[0];
  if (!found) throw new Error(`no cell of ${indicatorId}`);
  return found;
}

export const changeTo = ({ indicatorId, line, span, basis, version }: GridCell, value: number | null): CellChange => ({
  ...{ indicatorId, line, span, basis, version, value, missing: null, reason: '' },
});

export async function typeInto(app: App, who: Person, id: string, values: Record<string, number>) {
  const changes: CellChange[] = [];
  for (const [indicatorId, value] of Object.entries(values))
    changes.push(changeTo(await cellIn(app, who, id, indicatorId), value));
  return saveCells(asPerson(app, who), who, id, changes);
}

export async function approveIn(app: App, by: Person, id: string): Promise<number> {
  await sql`update submission set stage = 'approved' where id = ${id}`.execute(app.db);
  const said = { at: app.clock.now(), userId: by.user.id };
  return asPerson(app, by)
    .db.transaction()
    .execute(async (trx) => approveFigures(trx, await heldIn(trx, id), said));
}

type Point = { indicatorId: string; period: string };

export async function askToSet(app: App, who: Person, of: Point, value: number): Promise<CorrectionItem> {
  const as = asPerson(app, who);
  const [figure] = (await getFiguresOfPoint(as, of.indicatorId, { period: of.period })).figures;
  return askCorrection(as, who, { figureId: figure?.id ?? 0, value, missing: null, reason: 'Cộng thiếu' });
}

export const grantTo = (app: App, by: Person, { id, version }: { id: string; version: number }) =>
  stepCorrection(app, by, id, { verb: 'grant', version, because: '' });
