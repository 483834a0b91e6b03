import { sql } from 'kysely';
import { TemplateRecord, type TemplateScope, TemplateUse } from '../registry/template.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { TemplateKind } from '../values/template.ts';
import type { Db } from './database.ts';
import { agencyNameOn } from './names.ts';
import { named, personName } from './people.ts';

/** Templates, and from which day which documents follow them. */

/** More than any office keeps. */
const most = 500;

/** Latest first. */
export async function listTemplates(db: Db): Promise<TemplateRecord[]> {
  const { rows } = await sql<{
    id: string;
    kind: string;
    file_name: string;
    by: string;
    by_name: string | null;
    at: Date;
  }>`
    select t.id, t.kind, t.file_name, t.uploaded_by as by, ${personName('t.uploaded_by')} as by_name, t.uploaded_at as at
    from template t order by t.uploaded_at desc, t.id limit ${most}`.execute(db);
  return rows.map(({ id, kind, file_name, by, by_name, at }) =>
    TemplateRecord.parse({ id, kind, fileName: file_name, by: named(by, by_name), at: at.toISOString() }),
  );
}

export type TemplateFile = { id: string; kind: TemplateKind; fileName: string; hash: string };

export async function findTemplate(db: Db, id: string): Promise<TemplateFile | undefined> {
  const row = await db
    .selectFrom('template')
    .select(['id', 'kind', 'file_name', 'hash'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && fileOf(row);
}

const fileOf = (row: { id: string; kind: string; file_name: string; hash: string }): TemplateFile => ({
  id: row.id,
  kind: TemplateKind.parse(row.kind),
  fileName: row.file_name,
  hash: row.hash,
});

export async function insertTemplate(trx: Db, { by, at, fileName, ...row }: TemplateFile & { by: string; at: Date }) {
  await trx
    .insertInto('template')
    .values({ ...row, file_name: fileName, uploaded_by: by, uploaded_at: at })
    .execute();
}

type UseRow = {
  id: number;
  kind: string;
  issued_by: string;
  agency_id: string | null;
  agency_name: string | null;
  valid_from: PlainDate;
  template_id: string | null;
  file_name: string | null;
  put_by: string;
  put_name: string | null;
  put_at: Date;
};

/** Latest day first, of one day what was decided last. @param today for the names of agencies */
export async function listTemplateUses(db: Db, today: PlainDate): Promise<TemplateUse[]> {
  const { rows } = await sql<UseRow>`
    select u.id, u.kind, u.issued_by, u.agency_id, ${agencyNameOn(sql`u.agency_id`, today)} as agency_name, u.valid_from, u.template_id,
      t.file_name, u.put_by, ${personName('u.put_by')} as put_name, u.put_at
    from template_use u left join template t on t.id = u.template_id
    order by u.valid_from desc, u.id desc limit ${most}`.execute(db);
  return rows.map((row) =>
    TemplateUse.parse({
      ...{ id: Number(row.id), kind: row.kind, issuedBy: row.issued_by, from: row.valid_from },
      agency: row.agency_id === null ? null : named(row.agency_id, row.agency_name),
      template: row.template_id === null ? null : { id: row.template_id, fileName: row.file_name },
      by: named(row.put_by, row.put_name),
      at: row.put_at.toISOString(),
    }),
  );
}

export type NewTemplateUse = TemplateScope & { from: PlainDate; templateId: string | null; by: string; at: Date };

export async function insertTemplateUse(trx: Db, use: NewTemplateUse): Promise<void> {
  await trx
    .insertInto('template_use')
    .values({
      ...{ kind: use.kind, issued_by: use.issuedBy, agency_id: use.agencyId, valid_from: use.from },
      ...{ template_id: use.templateId, put_by: use.by, put_at: use.at },
    })
    .execute();
}

/** The office's own, or else that of all offices of its kind; undefined where its documents have the program's own form that day. */
export async function templateOn(
  db: Db,
  { kind, issuedBy, agencyId }: TemplateScope,
  day: PlainDate,
): Promise<TemplateFile | undefined> {
  const { rows } = await sql<{ id: string; kind: string; file_name: string; hash: string }>`
    select t.id, t.kind, t.file_name, t.hash from (
      select distinct on (agency_id) agency_id, template_id from template_use
      where kind = ${kind} and issued_by = ${issuedBy} and (agency_id is null or agency_id = ${agencyId}) and valid_from <= ${day}
      order by agency_id, valid_from desc, id desc) u
    join template t on t.id = u.template_id order by u.agency_id is null limit 1`.execute(db);
  return rows[0] && fileOf(rows[0]);
}
