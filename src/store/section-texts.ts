import { sql } from 'kysely';
import type { Named } from '../registry/named.ts';
import { SectionContent } from '../registry/section-content.ts';
import type { Db } from './database.ts';
import type { LaidSubmission } from './held-submissions.ts';
import { named } from './people.ts';

/** What agencies write in a round, heading by heading. */

export type StoredSection = {
  section: string;
  content: SectionContent;
  changed: { at: string; by: Named };
  version: number;
};

type Row = {
  section: string;
  content: unknown;
  changed_at: Date;
  author_id: string;
  author_name: string | null;
  version: number;
};

export async function sectionsOfSubmission(db: Db, { id, province }: LaidSubmission): Promise<StoredSection[]> {
  const { rows } = await sql<Row>`
    select t.section, t.content, t.changed_at, t.author_id, u.name as author_name, t.version
    from section_text t left join app_user u on u.id = t.author_id
    where t.submission_id = ${id} and t.province = ${province}`.execute(db);
  return rows.map(sectionRecord);
}

/** Nobody else writes it until the transaction ends. */
export async function holdSection(
  trx: Db,
  { id, province }: LaidSubmission,
  section: string,
): Promise<StoredSection | undefined> {
  const { rows } = await sql<Row>`
    select t.section, t.content, t.changed_at, t.author_id, u.name as author_name, t.version
    from section_text t left join app_user u on u.id = t.author_id
    where t.submission_id = ${id} and t.province = ${province} and t.section = ${section} for update of t`.execute(trx);
  return rows[0] && sectionRecord(rows[0]);
}

export type SectionWritten = {
  submission: LaidSubmission;
  section: string;
  content: SectionContent;
  by: string;
  at: Date;
};

/** @param seen the version that it follows; 0 for the first. False where somebody else was quicker. */
export async function writeSection(trx: Db, written: SectionWritten, seen: number): Promise<boolean> {
  const { submission, section, content, by, at } = written;
  const json = JSON.stringify(content);
  const { numAffectedRows } = await (seen === 0
    ? sql`insert into section_text (submission_id, province, section, content, author_id, changed_at)
        values (${submission.id}, ${submission.province}, ${section}, ${json}, ${by}, ${at}) on conflict do nothing`
    : sql`update section_text set content = ${json}, author_id = ${by}, changed_at = ${at}, version = version + 1
        where submission_id = ${submission.id} and province = ${submission.province} and section = ${section} and version = ${seen}`
  ).execute(trx);
  return numAffectedRows === 1n;
}

export type EarlierSections = { title: string; sections: { section: string; content: SectionContent }[] };

/** What the same agency said in the round before of the same regime. */
export async function earlierSections(db: Db, submissionId: string): Promise<EarlierSections | undefined> {
  const { rows } = await sql<{ title: string; section: string | null; content: unknown }>`
    with before as (
      select e.id, r.title from submission s join round o on o.id = s.round_id
        join round r on r.regime_id = o.regime_id and r.to_day < o.to_day
        join submission e on e.round_id = r.id and e.agency_id = s.agency_id
      where s.id = ${submissionId} order by r.to_day desc limit 1)
    select b.title, t.section, t.content from before b left join section_text t on t.submission_id = b.id`.execute(db);
  const [first] = rows;
  return (
    first && {
      title: first.title,
      sections: rows.flatMap(({ section, content }) =>
        section === null ? [] : [{ section, content: SectionContent.parse(content) }],
      ),
    }
  );
}

export type StoredContribution = StoredSection & { submissionId: string; agencyId: string; stage: string };

/** What was sent of one heading by all agencies of a round; whoever asks sees what may be seen. */
export async function contributionsTo(db: Db, roundId: string, section: string): Promise<StoredContribution[]> {
  const { rows } = await sql<Row & { submission_id: string; agency_id: string; stage: string }>`
    select t.section, t.content, t.changed_at, t.author_id, u.name as author_name, t.version, s.id as submission_id,
      d.agency_id, s.stage
    from submission s join duty d on d.id = s.duty_id join section_text t on t.submission_id = s.id
      left join app_user u on u.id = t.author_id
    where s.round_id = ${roundId} and t.section = ${section} and s.stage in ('sent', 'approved')
    order by s.first_sent_at, s.id`.execute(db);
  return rows.map((row) => ({
    ...sectionRecord(row),
    submissionId: row.submission_id,
    agencyId: row.agency_id,
    stage: row.stage,
  }));
}

/** How many agencies owe each heading of a round, and of how many something was sent. */
export async function countContributions(
  db: Db,
  roundId: string,
): Promise<Map<string, { owed: number; sent: number }>> {
  const { rows } = await sql<{ section: string; owed: number; sent: number }>`
    select section, count(*)::int as owed, count(*) filter (where s.stage in ('sent', 'approved'))::int as sent
    from submission s, unnest(s.sections) section where s.round_id = ${roundId} group by section`.execute(db);
  return new Map(rows.map(({ section, ...counts }) => [section, counts]));
}

const sectionRecord = (row: Row): StoredSection => ({
  section: row.section,
  content: SectionContent.parse(row.content),
  changed: { at: row.changed_at.toISOString(), by: named(row.author_id, row.author_name) },
  version: row.version,
});

/** Whose words a report of this round may hold. */
export async function contributorsTo(db: Db, roundId: string): Promise<{ submissionId: string; agencyId: string }[]> {
  const { rows } = await sql<{ submissionId: string; agencyId: string }>`
    select s.id as "submissionId", s.agency_id as "agencyId" from submission s
    where s.round_id = ${roundId} and s.first_sent_at is not null order by s.first_sent_at, s.id`.execute(db);
  return rows;
}

export type OwingSubmission = LaidSubmission & { roundId: string; sections: string[] };

/** What a submission owes of its round's outline, by the keys, and where what was written of it lies. */
export async function findOwing(db: Db, id: string): Promise<OwingSubmission | undefined> {
  const { rows } = await sql<OwingSubmission>`
    select id, province, round_id as "roundId", sections from submission where id = ${id}`.execute(db);
  return rows[0];
}
