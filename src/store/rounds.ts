import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { Outline } from '../registry/outline.ts';
import { Asks, RegimeContent } from '../registry/regime.ts';
import { RoundCursor, type RoundRecord } from '../registry/round.ts';
import { SubmissionStage } from '../registry/submission-stage.ts';
import { type PeriodCode, ReportingCalendar } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { allOf } from './conditions.ts';
import type { Db } from './database.ts';
import { named } from './people.ts';
import type { StoredRegime } from './regimes.ts';
import type { Tables } from './tables.ts';

type Row = Selectable<Tables['round']> & {
  regime_name: string;
  receiver_id: string;
  opened_by_name: string | null;
  submissions: number;
  stages: Record<string, number> | null;
  first_due: PlainDate | null;
  last_due: PlainDate | null;
};

const columns = sql`
  select o.*, r.name as regime_name, r.receiver_id, u.name as opened_by_name, s.submissions, s.stages, s.first_due, s.last_due
  from round o join regime r on r.id = o.regime_id left join app_user u on u.id = o.opened_by
    cross join lateral (
      select coalesce(sum(n), 0)::int as submissions, json_object_agg(stage, n) as stages, min(first_due) as first_due,
        max(last_due) as last_due
      from (select stage, count(*) as n, min(due) as first_due, max(due) as last_due from submission where round_id = o.id
        group by stage) counted) s`;

export type RoundFilter = { regime?: string | undefined; open?: boolean | undefined };

/** Those of the latest closing days first. */
export async function listRounds(
  db: Db,
  { regime, open }: RoundFilter,
  { limit, after }: { limit: number; after?: RoundCursor | undefined },
): Promise<{ rows: RoundRecord[]; next: RoundCursor | null }> {
  const [day, id] = after?.split('_') ?? [];
  const { rows } = await sql<Row>`${columns} where ${allOf([
    regime === undefined ? undefined : sql`o.regime_id = ${regime}`,
    open === undefined ? undefined : sql`(o.closed_at is null) = ${open}`,
    id === undefined ? undefined : sql`(o.to_day, o.id) < (${day}::date, ${id}::uuid)`,
  ])} order by o.to_day desc, o.id desc limit ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { rows: page.map(roundRecord), next: last ? RoundCursor.parse(`${last.to_day}_${last.id}`) : null };
}

/** A round, and what it asks. */
export type WholeRound = {
  round: RoundRecord;
  asks: Asks;
  guide: string;
  outline: Outline;
  receiverId: string;
};

export async function findRound(db: Db, id: string): Promise<WholeRound | undefined> {
  const { rows } = await sql<Row>`${columns} where o.id = ${id}`.execute(db);
  const [row] = rows;
  return (
    row && {
      round: roundRecord(row),
      asks: Asks.parse(row.asks),
      guide: row.guide,
      outline: Outline.parse(row.outline),
      receiverId: row.receiver_id,
    }
  );
}

type AskingRow = Selectable<Tables['round']> & { regime_name: string };

/** What a round asks of whoever reports in it. How far all of them are is not counted for it. */
export type AskingRound = {
  round: Pick<RoundRecord, 'id' | 'regime' | 'period' | 'calendar' | 'from' | 'to' | 'title' | 'content' | 'closedAt'>;
  asks: Asks;
  guide: string;
  outline: Outline;
};

export async function getAskingRound(db: Db, id: string): Promise<AskingRound> {
  const { rows } = await sql<AskingRow>`
    select o.*, r.name as regime_name from round o join regime r on r.id = o.regime_id where o.id = ${id}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error(`round ${id} is not there`);
  return {
    round: askingRecord(row),
    asks: Asks.parse(row.asks),
    guide: row.guide,
    outline: Outline.parse(row.outline),
  };
}

const askingRecord = (row: AskingRow): AskingRound['round'] => ({
  id: row.id,
  regime: { id: row.regime_id, name: row.regime_name },
  period: row.period,
  calendar: ReportingCalendar.parse(row.calendar),
  from: row.from_day,
  to: row.to_day,
  title: row.title,
  content: RegimeContent.parse(row.content),
  closedAt: row.closed_at?.toISOString() ?? null,
});

const roundRecord = (row: Row): RoundRecord => ({
  ...askingRecord(row),
  openedAt: row.opened_at.toISOString(),
  openedBy: row.opened_by === null ? null : named(row.opened_by, row.opened_by_name),
  submissions: row.submissions,
  stages: Object.fromEntries(
    Object.entries(row.stages ?? {}).map(([stage, count]) => [SubmissionStage.parse(stage), count]),
  ),
  firstDue: row.first_due,
  lastDue: row.last_due,
  version: row.version,
});

type NewRound = {
  period: PeriodCode;
  from: PlainDate;
  to: PlainDate;
  title: string;
  openedBy: string | null;
  at: Date;
};

/** Gives its id; null where there is a round of that period already. */
export async function insertRound(
  trx: Db,
  { id: regimeId, calendar, content, guide, asks, outline }: StoredRegime,
  { period, from, to, title, openedBy, at }: NewRound,
): Promise<string | null> {
  const id = randomUUID();
  const inserted = await trx
    .insertInto('round')
    .values({
      ...{ id, regime_id: regimeId, period, calendar, from_day: from, to_day: to, title, content, guide },
      ...{ asks: JSON.stringify(asks), outline: JSON.stringify(outline), opened_at: at, opened_by: openedBy },
    })
    .onConflict((conflict) => conflict.columns(['regime_id', 'period']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted?.id ?? null;
}

/** The periods of a regime that rounds were opened for. */
export async function openedPeriods(db: Db, regimeId: string): Promise<Set<PeriodCode>> {
  const rows = await db.selectFrom('round').select('period').where('regime_id', '=', regimeId).execute();
  return new Set(rows.map(({ period }) => period));
}

export type HeldRound = { id: string; receiverId: string; closedAt: Date | null; version: number };

export async function holdRound(trx: Db, id: string): Promise<HeldRound | undefined> {
  const { rows } = await sql<HeldRound>`
    select o.id, r.receiver_id as "receiverId", o.closed_at as "closedAt", o.version
    from round o join regime r on r.id = o.regime_id where o.id = ${id} for no key update of o`.execute(trx);
  return rows[0];
}

/** Whether it takes submissions, and goes on doing so until the transaction ends. */
export async function holdOpen(trx: Db, id: string): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`
    select closed_at is null as open from round where id = ${id} for share`.execute(trx);
  return rows[0]?.open ?? false;
}

export async function setClosed(trx: Db, id: string, at: Date | null): Promise<void> {
  await trx
    .updateTable('round')
    .set((is) => ({ closed_at: at, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
