import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { DutyStage } from '../src/registry/duty-stage.ts';
import type { Db } from '../src/store/database.ts';
import { storeDatedAgencies, storeGivenWork } from './given-work.ts';

/** Duties written by hand, where a test is about what becomes of them and not about how they were given. */

type SmallDuty = {
  agencyId: string;
  monitorId?: string;
  quote?: string;
  product?: string;
  due?: string | null;
  stage?: DutyStage;
  officerId?: string;
};

let numbers = 0;

/** One duty that a document in force gave. */
export async function storeDuty(db: Db, userId: string, small: SmallDuty): Promise<string> {
  const { agencyId, monitorId, quote = 'Hoàn thành đề án', product = null, due = null, stage = 'accepted' } = small;
  const documentId = await storeGivenWork(db, userId, {
    number: `${++numbers}/KH-UBND`,
    day: '2026-01-05',
    tasks: [{ quote, lead: [agencyId], monitor: monitorId === undefined ? [] : [monitorId] }],
  });
  await sql`update task set product_raw = ${product} where document_id = ${documentId}`.execute(db);
  const id = randomUUID();
  await sql`
    insert into duty (id, root_id, agency_id, kind, first_due, due, stage, officer_id)
    values (${id}, ${id}, ${agencyId}, 'assigned', ${due}, ${due}, ${stage}, ${small.officerId ?? null})`.execute(db);
  await sql`
    insert into duty_origin (duty_id, document_id, finding_kind, finding_id, assignment_id)
    select ${id}, document_id, 'task', finding_id, id from assignment where document_id = ${documentId} and role = 'lead'`.execute(
    db,
  );
  return id;
}

/** A part of another duty, handed to an agency. */
export async function storePart(
  db: Db,
  parentId: string,
  agencyId: string,
  due: string | null = null,
): Promise<string> {
  const id = randomUUID();
  await sql`
    insert into duty (id, parent_id, root_id, agency_id, kind, content, first_due, due, stage)
    select ${id}, id, root_id, ${agencyId}, 'part', 'Phần việc', ${due}, ${due}, 'accepted' from duty where id = ${parentId}`.execute(
    db,
  );
  return id;
}

/** A province with its office and two departments, each below the province's committee. */
export async function storeProvince(db: Db): Promise<void> {
  await storeDatedAgencies(db, [
    { id: 'ubnd', name: 'Ủy ban nhân dân tỉnh' },
    { id: 'van-phong', name: 'Văn phòng Ủy ban nhân dân tỉnh' },
    { id: 'so-a', name: 'Sở A' },
    { id: 'so-b', name: 'Sở B' },
    { id: 'chi-cuc', name: 'Chi cục A1' },
    { id: 'hdnd', name: 'Hội đồng nhân dân tỉnh' },
  ]);
  await sql`update agency set parent_id = 'ubnd' where id in ('van-phong', 'so-a', 'so-b')`.execute(db);
  await sql`update agency set parent_id = 'so-a' where id = 'chi-cuc'`.execute(db);
}
