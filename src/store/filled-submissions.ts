import { sql } from 'kysely';
import type { Named } from '../registry/named.ts';
import { SubmissionStage } from '../registry/submission-stage.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';
import { agencyNameOn } from './names.ts';
import { named } from './people.ts';

/** Nobody else changes it or its cells until the transaction ends. Gives whether it is there. */
export async function holdSubmission(trx: Db, id: string): Promise<boolean> {
  const { rows } = await sql`select from submission where id = ${id} for update`.execute(trx);
  return rows.length > 0;
}

/** The first thing that is typed begins it. Its version stays: that an officer types makes no button stale. */
export async function beginSubmission(trx: Db, id: string, at: Date): Promise<void> {
  await sql`
    update submission set stage = 'drafting', begun_at = coalesce(begun_at, ${at})
    where id = ${id} and stage = 'asked'`.execute(trx);
}

/** Whose it is today. */
export async function submissionDuty(db: Db, id: string): Promise<{ dutyId: string; agencyId: string } | undefined> {
  const { rows } = await sql<{ dutyId: string; agencyId: string }>`
    select d.id as "dutyId", d.agency_id as "agencyId" from submission s join duty d on d.id = s.duty_id
    where s.id = ${id}`.execute(db);
  return rows[0];
}

/** Of a round, by the name of whose each is today. */
export async function submissionsOfRound(
  db: Db,
  roundId: string,
  day: PlainDate,
): Promise<{ submissionId: string; agency: Named; stage: SubmissionStage; sentAt: string | null }[]> {
  const { rows } = await sql<{ id: string; agencyId: string; name: string | null; stage: string; sentAt: Date | null }>`
    select * from (
      select s.id, d.agency_id as "agencyId", ${agencyNameOn(sql`d.agency_id`, day)} as name, s.stage, s.sent_at as "sentAt"
      from submission s join duty d on d.id = s.duty_id where s.round_id = ${roundId}) s
    order by s.name collate "vi-x-icu", s.id`.execute(db);
  return rows.map(({ id, agencyId, name, stage, sentAt }) => ({
    submissionId: id,
    sentAt: sentAt?.toISOString() ?? null,
    agency: named(agencyId, name),
    stage: SubmissionStage.parse(stage),
  }));
}
