import { type RawBuilder, sql } from 'kysely';
import type { Named } from '../registry/named.ts';
import type { OutlineSection } from '../registry/outline.ts';
import { FrozenReport, type ReportAddress, type ReportRecord } from '../registry/report.ts';
import { ReportAppendices } from '../registry/report-appendix.ts';
import { ReportStage } from '../registry/report-stage.ts';
import { SectionContent } from '../registry/section-content.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';
import { named, said } from './people.ts';

/** The consolidated report of a round. */

export type StoredReport = ReportRecord & { roundId: string; frozen: FrozenReport | null };

type Row = {
  id: string;
  round_id: string;
  title: string;
  stage: string;
  returned_because: string | null;
  frozen: unknown;
  signed_by: string | null;
  signed_name: string | null;
  signed_at: Date | null;
  number: string | null;
  issued_on: PlainDate | null;
  published_at: Date | null;
  addressees: string[];
  recipients: string[];
  version: number;
};

export const findReportOfRound = (db: Db, roundId: string): Promise<StoredReport | undefined> =>
  reportWhere(db, sql`r.round_id = ${roundId}`);

export const findReport = (db: Db, id: string): Promise<StoredReport | undefined> => reportWhere(db, sql`r.id = ${id}`);

/** Nobody else changes it until the transaction ends. */
export const holdReport = (trx: Db, id: string): Promise<StoredReport | undefined> =>
  reportWhere(trx, sql`r.id = ${id} for update of r`);

async function reportWhere(db: Db, condition: RawBuilder<unknown>): Promise<StoredReport | undefined> {
  const { rows } = await sql<Row>`
    select r.id, r.round_id, r.title, r.stage, r.returned_because, r.frozen - 'appendices' as frozen, r.signed_by, u.name as signed_name,
      r.signed_at, r.number, r.issued_on, r.published_at, r.addressees, r.recipients, r.version
    from report r left join app_user u on u.id = r.signed_by where ${condition}`.execute(db);
  const [row] = rows;
  return (
    row && {
      id: row.id,
      roundId: row.round_id,
      title: row.title,
      stage: ReportStage.parse(row.stage),
      returnedBecause: row.returned_because,
      frozen: FrozenReport.nullable().parse(row.frozen),
      signed: said(row.signed_at, row.signed_by, row.signed_name),
      number: row.number,
      issuedOn: row.issued_on,
      publishedAt: row.published_at?.toISOString() ?? null,
      addressees: row.addressees,
      recipients: row.recipients,
      version: row.version,
    }
  );
}

type NewReport = { id: string; roundId: string; title: string; outline: readonly OutlineSection[] };

/** With whom the last report of the same regime went to. False where it is there already. */
export async function insertReport(trx: Db, { id, roundId, title, outline }: NewReport): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into report (id, round_id, title, addressees, recipients)
    select ${id}, o.id, ${title}, coalesce(l.addressees, '{}'), coalesce(l.recipients, '{}')
    from round o left join lateral (
      select p.addressees, p.recipients from report p join round e on e.id = p.round_id
      where e.regime_id = o.regime_id and e.id <> o.id order by e.to_day desc limit 1) l on true
    where o.id = ${roundId} on conflict (round_id) do nothing`.execute(trx);
  if (numAffectedRows !== 1n) return false;
  if (outline.length > 0)
    await trx
      .insertInto('report_section')
      .values(
        outline.map(({ key, title, level }, position) => ({
          ...{ report_id: id, section: key, position, title, level, content: '[]' },
        })),
      )
      .execute();
  return true;
}

export type StoredReportSection = Pick<OutlineSection, 'key' | 'title' | 'level'> & {
  content: SectionContent;
  changed: { at: string; by: Named } | null;
  version: number;
};

type SectionRow = {
  section: string;
  title: string;
  level: number;
  content: unknown;
  changed_by: string | null;
  changed_name: string | null;
  changed_at: Date | null;
  version: number;
};

export const sectionsOfReport = (db: Db, reportId: string): Promise<StoredReportSection[]> =>
  reportSections(db, sql`s.report_id = ${reportId} order by s.position`);

export async function holdReportSection(
  trx: Db,
  reportId: string,
  section: string,
): Promise<StoredReportSection | undefined> {
  return (await reportSections(trx, sql`s.report_id = ${reportId} and s.section = ${section} for update of s`))[0];
}

async function reportSections(db: Db, condition: RawBuilder<unknown>): Promise<StoredReportSection[]> {
  const { rows } = await sql<SectionRow>`
    select s.section, s.title, s.level, s.content, s.changed_by, u.name as changed_name, s.changed_at, s.version
    from report_section s left join app_user u on u.id = s.changed_by where ${condition}`.execute(db);
  return rows.map((row) => ({
    key: row.section,
    title: row.title,
    level: row.level,
    content: SectionContent.parse(row.content),
    changed:
      row.changed_at && row.changed_by !== null
        ? { at: row.changed_at.toISOString(), by: named(row.changed_by, row.changed_name) }
        : null,
    version: row.version,
  }));
}

export type ReportSectionWritten = { reportId: string; section: string; content: SectionContent; by: string; at: Date };

export async function writeReportSection(trx: Db, written: ReportSectionWritten): Promise<void> {
  const { reportId, section, content, by, at } = written;
  await sql`update report_section set content = ${JSON.stringify(content)}, changed_by = ${by}, changed_at = ${at},
    version = version + 1 where report_id = ${reportId} and section = ${section}`.execute(trx);
}

export type ReportStep = {
  stage: ReportStage;
  returnedBecause?: string | null;
  signed?: { by: string; at: Date; frozen: FrozenReport & { appendices: ReportAppendices } };
  published?: { at: Date; number: string; issuedOn: PlainDate };
  address?: ReportAddress;
};

export async function setReportStage(trx: Db, id: string, step: ReportStep): Promise<void> {
  const { stage, returnedBecause, signed, published, address } = step;
  await trx
    .updateTable('report')
    .set((is) => ({
      stage,
      ...(returnedBecause !== undefined && { returned_because: returnedBecause }),
      ...(signed && { signed_by: signed.by, signed_at: signed.at, frozen: JSON.stringify(signed.frozen) }),
      ...(published && { published_at: published.at, number: published.number, issued_on: published.issuedOn }),
      ...address,
      version: is('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

type Draft = Record<string, SectionContent>;

/** As all sections are now. */
export async function keepDraft(trx: Db, reportId: string, by: string, at: Date): Promise<void> {
  await sql`insert into report_draft (report_id, number, content, made_at, made_by)
    select ${reportId}, coalesce((select max(number) from report_draft where report_id = ${reportId}), 0) + 1,
      coalesce((select jsonb_object_agg(section, content) from report_section where report_id = ${reportId}), '{}'), ${at}, ${by}`.execute(
    trx,
  );
}

export async function lastDraft(db: Db, reportId: string): Promise<Draft | undefined> {
  const { rows } = await sql<{ content: Record<string, unknown> }>`
    select content from report_draft where report_id = ${reportId} order by number desc limit 1`.execute(db);
  const [row] = rows;
  return (
    row && Object.fromEntries(Object.entries(row.content).map(([key, content]) => [key, SectionContent.parse(content)]))
  );
}

/** What was signed with it. */
export async function frozenAppendices(db: Db, id: string): Promise<ReportAppendices> {
  const { rows } = await sql<{ appendices: unknown }>`
    select frozen -> 'appendices' as appendices from report where id = ${id}`.execute(db);
  return ReportAppendices.parse(rows[0]?.appendices);
}
