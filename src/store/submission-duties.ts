import { sql } from 'kysely';
import { DutyStage } from '../registry/duty-stage.ts';
import { daysLeft, dutyState } from '../registry/duty-state.ts';
import type { SubmissionDuty } from '../registry/submission-duty.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { dayOf } from './conditions.ts';
import type { Db } from './database.ts';
import type { CountingDay } from './submissions.ts';

type Row = {
  id: string;
  what: string;
  stage: string;
  due: PlainDate | null;
  doneOn: PlainDate | null;
  share: number | null;
  saidAt: Date | null;
  saidWords: string | null;
  saidShare: number | null;
  total: number;
  silent: number;
};

type Window = { agencyId: string; from: PlainDate; to: PlainDate };

/** Duties that were an agency's in these days, those that said nothing first. */
export async function dutiesInWindow(
  db: Db,
  { agencyId, from, to }: Window,
  { offset, limit }: { offset: number; limit: number },
  day: CountingDay,
): Promise<{ rows: SubmissionDuty[]; total: number; silent: number }> {
  const { rows } = await sql<Row>`
    select d.id, d.stage, d.due, d.done_on as "doneOn", d.share, p.sent_at as "saidAt", left(p.done_text, 500) as "saidWords",
      p.share as "saidShare", left(coalesce(d.content, (
        select coalesce(t.quote, g.quote) from duty_origin o
          left join task t on o.finding_kind = 'task' and t.document_id = o.document_id and t.id = o.finding_id
          left join target g on o.finding_kind = 'target' and g.document_id = o.document_id and g.id = o.finding_id
        where o.duty_id = d.root_id order by o.document_id, o.finding_id limit 1), ''), 300) as what,
      count(*) over ()::int as total, count(*) filter (where p.sent_at is null) over ()::int as silent
    from duty d left join lateral (
      select x.sent_at, x.done_text, x.share from progress x where x.duty_id = d.id and x.stage = 'sent'
        and ${dayOf('x.sent_at')} between ${from}::date and ${to}::date
      order by x.sent_at desc limit 1) p on true
    where d.agency_id = ${agencyId} and d.kind in ('assigned', 'part') and d.stage <> 'dropped'
      and ${dayOf('d.given_at')} <= ${to}::date and (d.stage <> 'done' or d.done_on >= ${from}::date)
    order by p.sent_at is not null, coalesce(d.due, 'infinity'), d.id limit ${limit} offset ${offset}`.execute(db);
  return {
    rows: rows.map((row) => {
      const { due, doneOn } = row;
      const stage = DutyStage.parse(row.stage);
      const counts = due !== null && stage !== 'done';
      return {
        ...{ id: row.id, what: row.what, stage, due, share: row.share },
        state: dutyState({ stage, due, doneOn }, day),
        daysLeft: counts ? daysLeft(day.calendar, due, day.today) : null,
        said: row.saidAt && {
          at: row.saidAt.toISOString(),
          words: row.saidWords ?? '',
          share: row.saidShare,
        },
      };
    }),
    total: rows[0]?.total ?? 0,
    silent: rows[0]?.silent ?? 0,
  };
}
