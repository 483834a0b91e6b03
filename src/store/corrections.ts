import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { type Correction, CorrectionStage } from '../registry/correction.ts';
import { type Figure, FigureValue } from '../registry/figure.ts';
import { allOf, type Condition } from './conditions.ts';
import type { Db } from './database.ts';
import { figuresByIds } from './figures.ts';
import { named } from './people.ts';

type Row = {
  id: string;
  figure_id: number;
  value: number | null;
  missing: string | null;
  reason: string;
  asked_by: string;
  asked_name: string | null;
  asked_for: string;
  asked_at: Date;
  stage: string;
  decided_by: string | null;
  decided_name: string | null;
  decided_at: Date | null;
  decided_because: string;
  version: number;
  indicator_name: string;
  unit: string | null;
};

const rowsWhere = (condition: Condition, rest: RawBuilder<unknown>): RawBuilder<Row> => sql<Row>`
  select c.*, a.name as asked_name, d.name as decided_name, i.name as indicator_name, i.unit
  from correction c join figure f on f.id = c.figure_id join indicator i on i.id = f.indicator_id
    left join app_user a on a.id = c.asked_by left join app_user d on d.id = c.decided_by
  where ${condition} ${rest}`;

const correctionOf = (row: Row, figure: Figure): Correction => ({
  id: row.id,
  figure,
  indicatorName: row.indicator_name,
  unit: row.unit,
  value: row.value,
  missing: FigureValue.shape.missing.parse(row.missing),
  reason: row.reason,
  asked: { at: row.asked_at.toISOString(), by: named(row.asked_by, row.asked_name), agencyId: row.asked_for },
  stage: CorrectionStage.parse(row.stage),
  decided:
    row.decided_at === null || row.decided_by === null
      ? null
      : {
          at: row.decided_at.toISOString(),
          by: named(row.decided_by, row.decided_name),
          because: row.decided_because,
        },
  version: row.version,
});

async function correctionsOf(db: Db, rows: readonly Row[]): Promise<Correction[]> {
  const figures = new Map(
    (
      await figuresByIds(
        db,
        rows.map((row) => row.figure_id),
      )
    ).map((one) => [one.id, one]),
  );
  return rows.flatMap((row) => {
    const figure = figures.get(row.figure_id);
    return figure ? [correctionOf(row, figure)] : [];
  });
}

export type CorrectionFilter = {
  open?: boolean | undefined;
  submissionId?: string | undefined;
  roundId?: string | undefined;
};

/** Latest first; `after`: a page further on. */
export async function listCorrections(
  db: Db,
  { open, submissionId, roundId }: CorrectionFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<Correction[]> {
  const condition = allOf([
    open === undefined ? undefined : sql`(c.stage = 'asked') = ${open}`,
    submissionId === undefined ? undefined : sql`c.submission_id = ${submissionId}`,
    roundId === undefined
      ? undefined
      : sql`c.submission_id in (select s.id from submission s where s.round_id = ${roundId})`,
  ]);
  const { rows } = await rowsWhere(
    condition,
    sql`order by c.asked_at desc, c.id limit ${limit} offset ${offset}`,
  ).execute(db);
  return correctionsOf(db, rows);
}

/** Nobody else decides on it until the transaction ends. */
export async function holdCorrection(trx: Db, id: string): Promise<Correction | undefined> {
  await sql`select from correction where id = ${id} for update`.execute(trx);
  return findCorrection(trx, id);
}

export async function findCorrection(db: Db, id: string): Promise<Correction | undefined> {
  const { rows } = await rowsWhere(sql`c.id = ${id}`, sql``).execute(db);
  return (await correctionsOf(db, rows))[0];
}

type NewCorrection = FigureValue & { figure: Figure; reason: string; askedBy: string; askedFor: string; at: Date };

/** Gives its id; undefined where one is open already. */
export async function insertCorrection(trx: Db, one: NewCorrection): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into correction (id, figure_id, submission_id, value, missing, reason, asked_by, asked_for, asked_at)
    values (${randomUUID()}, ${one.figure.id}, ${one.figure.submissionId}, ${one.value}, ${one.missing}, ${one.reason},
      ${one.askedBy}, ${one.askedFor}, ${one.at})
    on conflict (figure_id) where stage = 'asked' do nothing returning id`.execute(trx);
  return rows[0]?.id;
}

export async function decideCorrection(
  trx: Db,
  id: string,
  to: { stage: CorrectionStage; userId: string; at: Date; because: string; newFigureId?: number | undefined },
): Promise<void> {
  await sql`
    update correction set stage = ${to.stage}, decided_by = ${to.userId}, decided_at = ${to.at}, decided_because = ${to.because},
      new_figure_id = ${to.newFigureId ?? null}, version = version + 1
    where id = ${id}`.execute(trx);
}
