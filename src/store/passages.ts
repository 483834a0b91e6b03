import { sql } from 'kysely';
import type { Passage } from '../registry/passages.ts';
import { searchText } from '../values/search-text.ts';
import type { Db } from './database.ts';

const atOnce = 1000;

/** A document's pieces as a search finds them; the document must be there. Again is nothing. */
export async function insertPassages(trx: Db, documentId: string, passages: readonly Passage[]): Promise<void> {
  for (let at = 0; at < passages.length; at += atOnce) {
    const rows = passages.slice(at, at + atOnce).map(({ start, end, text }, index) => {
      const { words, plainWords } = searchText([text]);
      return { position: at + index, span_start: start, span_end: end, text, words, plain_words: plainWords };
    });
    await sql`
      insert into passage (document_id, position, span_start, span_end, text, day, words)
      select d.id, r.position, r.span_start, r.span_end, r.text, coalesce(d.issued_on, d.received_at::date),
        search_vector(r.words, r.plain_words)
      from document d cross join json_to_recordset(${JSON.stringify(rows)}::json) as r(
        position int, span_start int, span_end int, text text, words text, plain_words text)
      where d.id = ${documentId}
      on conflict do nothing`.execute(trx);
  }
}

/** Documents that came in before their text could be searched, after one of them. */
export async function documentsWithoutPassages(db: Db, after: string | null, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.id from document d where (${after}::uuid is null or d.id > ${after}::uuid)
      and not exists (select from passage p where p.document_id = d.id)
    order by d.id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}
