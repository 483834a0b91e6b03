import { sql } from 'kysely';
import { PathMethod } from '../registry/expected-path.ts';
import type { SetPath } from '../registry/standing.ts';
import { PathRules } from '../registry/standing.ts';
import type { Db } from './database.ts';

/** By what the targets of a plan are judged, where somebody has set it. */

export type StoredRules = { documentId: string | null; rules: PathRules; version: number };

/** Of this plan; where it has none of its own those of all; version 0 where nobody has set any. */
export async function findPathRules(db: Db, documentId: string | null): Promise<StoredRules> {
  const { rows } = await sql<StoredRules>`
    select document_id as "documentId", rules, version from path_rule
    where document_id is null or document_id = ${documentId} order by document_id nulls last limit 1`.execute(db);
  const [row] = rows;
  return row
    ? { ...row, rules: PathRules.parse(row.rules) }
    : { documentId: null, rules: PathRules.parse({}), version: 0 };
}

/** The version that these have got; undefined where they are no longer those that were seen. */
export async function putPathRules(trx: Db, { documentId, rules, version }: StoredRules): Promise<number | undefined> {
  const json = JSON.stringify(rules);
  const { rows } = await sql<{ version: number }>`
    insert into path_rule (document_id, rules, version) values (${documentId}, ${json}, 1)
    on conflict (document_id) do update set rules = excluded.rules, version = path_rule.version + 1
    where path_rule.version = ${version} returning version`.execute(trx);
  return rows[0]?.version;
}

export type StoredPath = SetPath & { version: number };

export async function findTargetPath(db: Db, documentId: string, targetId: string): Promise<StoredPath | undefined> {
  const { rows } = await sql<{ method: string; points: StoredPath['points']; version: number }>`
    select method, points, version from target_path where document_id = ${documentId} and target_id = ${targetId}`.execute(
    db,
  );
  const [row] = rows;
  return row && { ...row, method: PathMethod.parse(row.method) };
}

export async function isTarget(db: Db, documentId: string, targetId: string): Promise<boolean> {
  const { rows } = await sql`select from target where document_id = ${documentId} and id = ${targetId}`.execute(db);
  return rows.length > 0;
}

export async function putTargetPath(
  trx: Db,
  { documentId, targetId }: { documentId: string; targetId: string },
  { method, points, version }: StoredPath,
): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    insert into target_path (document_id, target_id, method, points) values (${documentId}, ${targetId}, ${method}, ${JSON.stringify(points)})
    on conflict (document_id, target_id) do update set method = excluded.method, points = excluded.points,
      version = target_path.version + 1
    where target_path.version = ${version} returning version`.execute(trx);
  return rows[0]?.version;
}
