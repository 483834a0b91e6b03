import { sql } from 'kysely';
import { RegimeFile } from '../registry/regime-file.ts';
import type { Condition } from './conditions.ts';
import type { Db } from './database.ts';
import { named, personName, said } from './people.ts';

/** Forms and guides of regimes. Rows are ended and added, never changed. */

type Row = {
  id: string;
  regime_id: string;
  part: string;
  name: string;
  type: string;
  size: number;
  replaces: string | null;
  added_at: Date;
  added_by: string;
  added_name: string | null;
  ended_at: Date | null;
  ended_by: string | null;
  ended_name: string | null;
};

/** More than any regime has had. */
const most = 500;

async function filesWhere(db: Db, condition: Condition): Promise<(RegimeFile & { regimeId: string })[]> {
  const { rows } = await sql<Row>`
    select f.id, f.regime_id, f.part, f.name, f.type, f.size, f.replaces, f.added_at, f.added_by, ${personName('f.added_by')} as added_name,
      f.ended_at, f.ended_by, ${personName('f.ended_by')} as ended_name
    from regime_file f where ${condition}
    order by f.ended_at desc nulls first, f.part, f.name collate "vi-x-icu", f.id limit ${most}`.execute(db);
  return rows.map((row) => ({ regimeId: row.regime_id, ...recordOf(row) }));
}

const recordOf = ({ id, part, name, type, size, replaces, ...row }: Row): RegimeFile =>
  RegimeFile.parse({
    ...{ id, part, name, kind: type, size, replaces },
    added: { at: row.added_at.toISOString(), by: named(row.added_by, row.added_name) },
    ended: said(row.ended_at, row.ended_by, row.ended_name),
  });

/** Those that count first, then those of before, the latest first. */
export const filesOfRegime = async (db: Db, regimeId: string): Promise<RegimeFile[]> =>
  (await filesWhere(db, sql`f.regime_id = ${regimeId}`)).map(withoutRegime);

/** What counts while a round is open; once it is closed, what counted then. */
export const filesOfRound = async (db: Db, roundId: string): Promise<RegimeFile[]> =>
  (
    await filesWhere(
      db,
      sql`exists (select from round o where o.id = ${roundId} and o.regime_id = f.regime_id
        and (o.closed_at is null or f.added_at <= o.closed_at)
        and (f.ended_at is null or f.ended_at > o.closed_at))`,
    )
  ).map(withoutRegime);

const withoutRegime = ({ regimeId: _, ...file }: RegimeFile & { regimeId: string }): RegimeFile => file;

export const findRegimeFile = async (db: Db, id: string): Promise<(RegimeFile & { regimeId: string }) | undefined> =>
  (await filesWhere(db, sql`f.id = ${id}`))[0];

export async function readRegimeFile(
  db: Db,
  id: string,
): Promise<{ name: string; kind: string; hash: string } | undefined> {
  return await db
    .selectFrom('regime_file')
    .select(['name', 'type as kind', 'hash'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The same file where it counts already as the same part: it was sent twice. */
export async function findSameRegimeFile(
  db: Db,
  { regimeId, part, hash }: { regimeId: string; part: string; hash: string },
): Promise<RegimeFile | undefined> {
  const same = sql<boolean>`f.regime_id = ${regimeId} and f.part = ${part} and f.hash = ${hash} and f.ended_at is null`;
  const [found] = await filesWhere(db, same);
  return found && withoutRegime(found);
}

export type NewRegimeFile = Pick<RegimeFile, 'id' | 'part' | 'name' | 'kind' | 'size' | 'replaces'> & {
  regimeId: string;
  hash: string;
};
type Deed = { by: string; at: Date };

export async function insertRegimeFile(trx: Db, { regimeId, kind, ...file }: NewRegimeFile, { by, at }: Deed) {
  await trx
    .insertInto('regime_file')
    .values({ ...file, regime_id: regimeId, type: kind, added_at: at, added_by: by })
    .execute();
}

/** Whether it still counted. */
export async function endRegimeFile(trx: Db, id: string, { by, at }: Deed): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('regime_file')
    .set({ ended_at: at, ended_by: by })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
