import { sql } from 'kysely';
import type { Named } from '../registry/named.ts';
import { SubmissionStage } from '../registry/submission-stage.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';
import type { LaidSubmission } from './held-submissions.ts';
import { agencyNameOn } from './names.ts';
import { named } from './people.ts';

/** Whose it is today. */
export async function submissionDuty(db: Db, id: string): Promise<{ dutyId: string; agencyId: string } | undefined> {
  const { rows } = await sql<{ dutyId: string; agencyId: string }>`
    select d.id as "dutyId", d.agency_id as "agencyId" from submission s join duty d on d.id = s.duty_id and d.province = s.province
    where s.id = ${id}`.execute(db);
  return rows[0];
}

type Row = LaidSubmission & {
  askedId: string;
  agencyId: string;
  name: string | null;
  stage: string;
  sentAt: Date | null;
};
/** `askedId`: whose figures they become. */
export type RoundSubmission = LaidSubmission & {
  askedId: string;
  agency: Named;
  stage: SubmissionStage;
  sentAt: string | null;
};

/** Of a round, by the name of whose each is today. */
export async function submissionsOfRound(db: Db, roundId: string, day: PlainDate): Promise<RoundSubmission[]> {
  const { rows } = await sql<Row>`
    select * from (
      select s.id, s.province, s.agency_id as "askedId", d.agency_id as "agencyId", ${agencyNameOn(sql`d.agency_id`, day)} as name, s.stage, s.sent_at as "sentAt"
      from submission s join duty d on d.id = s.duty_id and d.province = s.province where s.round_id = ${roundId}) s
    order by s.name collate "vi-x-icu", s.id`.execute(db);
  return rows.map(({ id, province, askedId, agencyId, name, stage, sentAt }) => ({
    ...{ id, province, askedId },
    sentAt: sentAt?.toISOString() ?? null,
    agency: named(agencyId, name),
    stage: SubmissionStage.parse(stage),
  }));
}
