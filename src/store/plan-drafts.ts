import { type RawBuilder, sql } from 'kysely';
import { type DraftSummary, PlanDraftContent } from '../registry/plan-draft.ts';
import type { Db } from './database.ts';
import { named, personName } from './people.ts';

/** Drafts of plans. */

type SummaryRow = {
  id: string;
  title: string;
  author_id: string;
  author_name: string | null;
  changed_at: Date;
  version: number;
  targets: number;
  tasks: number;
};

const kept = (part: 'targets' | 'tasks'): RawBuilder<number> =>
  sql`(select count(*)::int from jsonb_array_elements(d.content -> ${sql.lit(part)}) one where one -> 'kept' = 'true')`;

const summaryOf = (row: SummaryRow): DraftSummary => ({
  id: row.id,
  title: row.title,
  author: named(row.author_id, row.author_name),
  changedAt: row.changed_at.toISOString(),
  version: row.version,
  targets: row.targets,
  tasks: row.tasks,
});

const columns = sql`d.id, d.title, d.author_id, ${personName('d.author_id')} as author_name, d.changed_at, d.version,
  ${kept('targets')} as targets, ${kept('tasks')} as tasks`;

export type StoredDraft = DraftSummary & { content: PlanDraftContent };

/** Last changed first. */
export async function listDrafts(db: Db, { offset, limit }: { offset: number; limit: number }) {
  const { rows } = await sql<SummaryRow>`
    select ${columns} from plan_draft d order by d.changed_at desc, d.id limit ${limit} offset ${offset}`.execute(db);
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total from plan_draft`.execute(db);
  return { total: counted[0]?.total ?? 0, drafts: rows.map(summaryOf) };
}

export const findDraft = (db: Db, id: string): Promise<StoredDraft | undefined> => draftWhere(db, sql`d.id = ${id}`);

/** Nobody else changes it until the transaction ends. */
export const holdDraft = (trx: Db, id: string): Promise<StoredDraft | undefined> =>
  draftWhere(trx, sql`d.id = ${id} for update of d`);

async function draftWhere(db: Db, condition: RawBuilder<unknown>): Promise<StoredDraft | undefined> {
  const { rows } = await sql<SummaryRow & { content: unknown }>`
    select ${columns}, d.content from plan_draft d where ${condition}`.execute(db);
  const [row] = rows;
  return row && { ...summaryOf(row), content: PlanDraftContent.parse(row.content) };
}

export type DraftWritten = { id: string; content: PlanDraftContent; by: string; at: Date };

export async function insertDraft(trx: Db, { id, content, by, at }: DraftWritten): Promise<void> {
  await trx
    .insertInto('plan_draft')
    .values({ id, title: content.about, content: JSON.stringify(content), author_id: by, changed_at: at })
    .execute();
}

export async function deleteDraft(trx: Db, id: string): Promise<void> {
  await trx.deleteFrom('plan_draft').where('id', '=', id).execute();
}

export async function writeDraft(trx: Db, { id, content, at }: Omit<DraftWritten, 'by'>): Promise<void> {
  await trx
    .updateTable('plan_draft')
    .set((is) => ({
      ...{ title: content.about, content: JSON.stringify(content), changed_at: at },
      version: is('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}
