import { sql } from 'kysely';
import type { RoundMeasures } from '../registry/round-measures.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { dayOf } from './conditions.ts';
import type { Db } from './database.ts';

type Row = {
  asked: number;
  sent: number;
  settled: number;
  onTime: number;
  approved: number;
  cells: number;
  filled: number;
  owed: number;
  written: number;
};

/** As registry/round-measures.ts defines them. */
export async function measureRound(db: Db, roundId: string, today: PlainDate): Promise<RoundMeasures> {
  const { rows } = await sql<Row>`
    select count(*)::int as asked, count(s.first_sent_at)::int as sent, count(*) filter (where s.stage = 'approved')::int as approved,
      count(*) filter (where s.first_sent_at is not null or d.due < ${today}::date)::int as settled,
      count(*) filter (where s.first_sent_at is not null
        and coalesce(${dayOf('s.first_sent_at')} <= d.due, true))::int as "onTime",
      coalesce(sum(f.cells), 0)::int as cells, coalesce(sum(f.filled), 0)::int as filled,
      coalesce(sum(cardinality(s.sections)), 0)::int as owed, coalesce(sum(f.written), 0)::int as written
    from submission s join duty d on d.id = s.duty_id
      join submissions_filled(array(select id from submission where round_id = ${roundId})) f on f.submission_id = s.id
    where s.round_id = ${roundId}`.execute(db);
  const of = rows[0];
  return {
    sent: { count: of?.sent ?? 0, of: of?.asked ?? 0 },
    onTime: { count: of?.onTime ?? 0, of: of?.settled ?? 0 },
    approved: { count: of?.approved ?? 0, of: of?.asked ?? 0 },
    figures: { count: of?.filled ?? 0, of: of?.cells ?? 0 },
    sections: { count: of?.written ?? 0, of: of?.owed ?? 0 },
  };
}
