import { sql } from 'kysely';
import { EvidenceKind } from '../registry/evidence.ts';
import { searchText } from '../values/search-text.ts';
import type { Db } from './database.ts';

/** The text of evidence's files, as a search finds it; a file waits from when it was sent (migration 037). */

/** A file as it is read: once for each duty. */
export type FileKey = { dutyId: string; hash: string };

export async function findUnreadEvidence(db: Db): Promise<(FileKey & { kind: EvidenceKind }) | undefined> {
  const { rows } = await sql<FileKey & { kind: string }>`
    select t.duty_id as "dutyId", t.hash, (select e.file_type from evidence e where e.duty_id = t.duty_id and e.file_hash = t.hash and e.province = t.province limit 1) as kind
    from evidence_text t where t.read_at is null order by t.duty_id, t.hash limit 1`.execute(db);
  return rows[0] && { ...rows[0], kind: EvidenceKind.parse(rows[0].kind) };
}

export type EvidenceText = { at: Date; refusal: string | null; pieces: readonly string[] };

const atOnce = 1000;

/** It waits no longer. Nothing where its evidence has gone meanwhile, or another server was quicker. */
export async function settleEvidenceText(
  trx: Db,
  { dutyId, hash }: FileKey,
  { at, refusal, pieces }: EvidenceText,
): Promise<void> {
  const { numAffectedRows } = await sql`
    update evidence_text set read_at = ${at}, refusal = ${refusal}
    where duty_id = ${dutyId} and hash = ${hash} and read_at is null`.execute(trx);
  if (numAffectedRows === 0n) return;
  for (let from = 0; from < pieces.length; from += atOnce) {
    const rows = pieces.slice(from, from + atOnce).map((text, index) => {
      const { words, plainWords } = searchText([text]);
      return { position: from + index, text, words, plain_words: plainWords };
    });
    await sql`
      insert into evidence_passage (duty_id, hash, position, text, day, words, province)
      select t.duty_id, t.hash, r.position, r.text, (
        select min(e.added_at)::date from evidence e where e.duty_id = t.duty_id and e.file_hash = t.hash and e.province = t.province),
        search_vector(r.words, r.plain_words), t.province
      from evidence_text t, json_to_recordset(${JSON.stringify(rows)}::json) as r(position int, text text, words text, plain_words text)
      where t.duty_id = ${dutyId} and t.hash = ${hash}`.execute(trx);
  }
}
