import { sql } from 'kysely';
import type { Search } from '../src/services/search.ts';
import type { Db } from '../src/store/database.ts';
import { searchPatterns, searchTerms } from '../src/values/search-terms.ts';
import { subjects, takeKeysAway } from './many-duties.ts';

/** Words that are searched among the texts and the work of the country, and the bare SQL of the same words without rights and ranking. */

const passagesOfDocument = 200;

/** Words in every task, rare ones, names, numbers, begun words, with and without accents, and what is nowhere. */
export const wordsAsked = [
  'đề án',
  'so tai chinh',
  'hộ nghèo',
  'ho ngheo khu vuc 17',
  '12/KH-UBND',
  'chuyen doi s',
  '"giải ngân vốn đầu tư công"',
  'uy ban nhan dan xa',
  'xay dung nong thon moi',
  'đề án số 1234',
  'khong o dau ca',
  'ty le che phu rung',
];

export const plainSearch: Omit<Search, 'q'> = { kind: [], year: [], agency: [], standing: [], offset: 0, limit: 20 };

const deeds = `array['phấn đấu tăng', 'tập trung nâng cao', 'đẩy mạnh', 'rà soát, hoàn thiện', 'tổ chức thực hiện hiệu quả', 'triển khai đồng bộ']`;

/** Every document of the first so many gets passages that differ by their numbers and by what is picked for them; tasks, duties and what was reported are found. */
export async function fillTexts(db: Db, documents: number, say: (line: string) => void): Promise<void> {
  await db.connection().execute(async (one) => {
    const makeAgain = await takeKeysAway(one, ['passage', 'search_entry']);
    await fillPassages(one, documents);
    await fillEntries(one);
    await makeAgain(say);
  });
  await sql`vacuum analyze passage, search_entry, document`.execute(db);
}

async function fillPassages(one: Db, documents: number): Promise<void> {
  await sql`
    insert into passage (document_id, position, span_start, span_end, text, day, words)
    select d.id, i, i * 300, i * 300 + length(t.text), t.text, d.issued_on, search_vector(w.said, without_accents(w.said))
    from (select id, issued_on, row_number() over (order by id) as n from document limit ${documents}) d
      cross join generate_series(0, ${sql.lit(passagesOfDocument - 1)}) i
      cross join lateral (select (${sql.raw(deeds)})[1 + (d.n * 7 + i) % 6] || ' ' || (${subjects})[1 + (d.n * 13 + i * 5) % 15] || ' khu vực '
        || (d.n * 31 + i * 17) % 900 || ', gắn với ' || (${subjects})[1 + (d.n + i * 11) % 15] || '; giao cơ quan, đơn vị thứ ' || i
        || ' chủ trì, phối hợp với các địa phương báo cáo kết quả trước ngày ' || 1 + i % 28 || ' tháng ' || 1 + d.n % 12 as text) t
      cross join lateral (select lower(regexp_replace(t.text, '[,;]', ' ', 'g') collate "vi-x-icu") as said) w`.execute(
    one,
  );
}

/** As the triggers write them row by row, which `fillWork` left out. */
async function fillEntries(one: Db): Promise<void> {
  await sql`insert into search_entry select e.* from task f cross join lateral entry_of(f) e`.execute(one);
  await sql`
    insert into search_entry
    select 'duty', y.id::text, null, y.given_at::date, y.agency_id, null, search_vector(f.words, f.plain_words), y.province
    from duty y join duty_origin o on o.duty_id = y.id and o.finding_kind = 'task'
      join task f on f.document_id = o.document_id and f.id = o.finding_id`.execute(one);
  await sql`insert into search_entry select e.* from progress p cross join lateral entry_of(p) e where e.words is not null`.execute(
    one,
  );
}

/** What somebody who knows the tables would ask for: the newest twenty of each, their words with them, for nobody in particular. */
export async function bareSearch(db: Db, q: string): Promise<unknown> {
  const terms = searchTerms(q);
  if (!terms) return [];
  const { said } = searchPatterns(terms);
  const shelf = (kinds: string) => sql`(
    select e.kind, e.id, coalesce(d.title, t.quote, k.quote, a.name, e.name) as text from search_entry e
      left join document d on e.kind = 'document' and d.id = e.document_id
      left join target t on e.kind = 'target' and t.document_id = e.document_id and t.id = e.id
      left join task k on e.kind = 'task' and k.document_id = e.document_id and k.id = e.id
      left join agency_name a on e.kind = 'agency' and a.agency_id = e.id and a.kind = 'official'
    where e.kind in (${sql.raw(kinds)}) and e.words @@ ${sql.lit(said)}::tsquery order by e.day desc limit 20)`;
  const { rows } = await sql`
    ${shelf(`'agency'`)} union all ${shelf(`'document', 'indicator', 'person', 'report'`)} union all ${shelf(`'target', 'task'`)}
    union all ${shelf(`'duty', 'progress', 'obstacle', 'question'`)}
    union all (select 'passage', p.position::text, p.text from passage p where p.words @@ ${sql.lit(said)}::tsquery order by p.day desc limit 20)`.execute(
    db,
  );
  return rows;
}
