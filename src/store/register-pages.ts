import { sql } from 'kysely';
import { changingKinds, type RegisterChange } from '../registry/register-pages.ts';
import type { Db } from './database.ts';

export type Changes = { changes: RegisterChange[]; last: number; isFull: boolean };

/** What was done behind a place in the log, in the order of commits, as far as whoever asks may see it. */
export async function changesAfter(db: Db, place: number, limit: number): Promise<Changes> {
  const { rows } = await sql<{
    place: number;
    at: Date | null;
    verb: string;
    subjectKind: string;
    subjectId: string;
    documentId: string | null;
    dutyId: string | null;
  }>`
    select c.place, a.at, a.verb, a.subject_kind as "subjectKind", a.subject_id as "subjectId", a.document_id as "documentId",
      a.duty_id as "dutyId"
    from changes_after(${place}, ${limit}) c
      left join action a on a.id = c.action_id and a.subject_kind = any(${[...changingKinds]}::text[])
    order by c.place`.execute(db);
  return {
    changes: rows.flatMap(({ place: _, at, ...one }) => (at === null ? [] : [{ at: at.toISOString(), ...one }])),
    last: rows.at(-1)?.place ?? place,
    isFull: rows.length === limit,
  };
}
