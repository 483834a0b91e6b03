import { sql } from 'kysely';
import { Config } from '../src/config.ts';
import { openInstallation } from '../src/installation.ts';
import { type App, appFor, createApp } from '../src/services/app.ts';
import { today } from '../src/services/clock.ts';
import { type Search, search } from '../src/services/search.ts';
import type { Db } from '../src/store/database.ts';
import { searchPatterns, searchTerms } from '../src/values/search-terms.ts';
import { p95 } from './in-turn.ts';
import { fillWork } from './many-duties.ts';
import { openCluster } from './work-cluster.ts';

/**
 * Searching the texts and the work of the country with 8 clients at once, beside the bare SQL of the same words without rights, ranking,
 * filters and marks. `-- --small` tries it with a tenth.
 */

const small = process.argv.includes('--small');
const tasks = small ? 30_000 : 300_000;
const passagesOfDocument = 200;
const documentsWithText = small ? 500 : 5_000;
const clients = 8;
const seconds = small ? 10 : 30;

/** Words in every task, rare ones, names, numbers, begun words, with and without accents, and what is nowhere. */
const asked = [
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

const plain: Omit<Search, 'q'> = { kind: [], year: [], agency: [], standing: [], offset: 0, limit: 20 };

const subjects = `array['tỷ lệ hộ nghèo', 'tốc độ tăng trưởng GRDP', 'giải ngân vốn đầu tư công', 'chuyển đổi số', 'tỷ lệ che phủ rừng',
  'xây dựng nông thôn mới', 'lao động qua đào tạo', 'thu ngân sách nhà nước', 'cải cách thủ tục hành chính', 'thu hút khách du lịch',
  'phòng chống thiên tai', 'giải quyết việc làm', 'hạ tầng giao thông', 'trường đạt chuẩn quốc gia', 'bảo hiểm y tế toàn dân']`;
const deeds = `array['phấn đấu tăng', 'tập trung nâng cao', 'đẩy mạnh', 'rà soát, hoàn thiện', 'tổ chức thực hiện hiệu quả', 'triển khai đồng bộ']`;

/** Every document of the first so many gets passages that differ by their numbers and by what is picked for them. */
async function fillTexts(db: Db, documents: number): Promise<void> {
  await sql`
    insert into passage (document_id, position, span_start, span_end, text, day, words)
    select d.id, i, i * 300, i * 300 + length(t.text), t.text, d.issued_on, search_vector(w.said, without_accents(w.said))
    from (select id, issued_on, row_number() over (order by id) as n from document limit ${documents}) d
      cross join generate_series(0, ${sql.lit(passagesOfDocument - 1)}) i
      cross join lateral (select (${sql.raw(deeds)})[1 + (d.n * 7 + i) % 6] || ' ' || (${sql.raw(subjects)})[1 + (d.n * 13 + i * 5) % 15] || ' khu vực '
        || (d.n * 31 + i * 17) % 900 || ', gắn với ' || (${sql.raw(subjects)})[1 + (d.n + i * 11) % 15] || '; giao cơ quan, đơn vị thứ ' || i
        || ' chủ trì, phối hợp với các địa phương báo cáo kết quả trước ngày ' || 1 + i % 28 || ' tháng ' || 1 + d.n % 12 as text) t
      cross join lateral (select lower(regexp_replace(t.text, '[,;]', ' ', 'g') collate "vi-x-icu") as said) w`.execute(
    db,
  );
  await sql`vacuum analyze passage, search_entry, document`.execute(db);
}

/** What somebody who knows the tables would ask for: the newest twenty of each, their words with them, for nobody in particular. */
async function bare(db: Db, q: string): Promise<unknown> {
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

/** All clients ask one after the other, each beginning elsewhere; gives the milliseconds of each question. */
async function together(ask: (q: string) => Promise<unknown>): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(asked.map((q) => [q, []]));
  const until = performance.now() + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let at = client; performance.now() < until; at++) {
        const q = asked[at % asked.length] ?? '';
        const from = performance.now();
        await ask(q);
        times.get(q)?.push(performance.now() - from);
      }
    }),
  );
  return times;
}

const p50 = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/** As an officer of a department asks, whom documents in review are kept from. */
async function measure(app: App): Promise<void> {
  const { rows } = await sql<{
    id: string;
  }>`select user_id as id from post where role = 'officer' order by user_id limit 8`.execute(app.db);
  const people = rows.map(({ id }) => appFor(app, { user: { id, name: '', email: '' }, posts: [] }, ''));
  let turn = 0;
  const whole = (q: string) => search(people[turn++ % people.length] ?? app, { ...plain, q });
  for (const q of asked) {
    await whole(q);
    await bare(app.db, q);
  }
  const [own, direct] = [await together(whole), await together((q) => bare(app.db, q))];
  const line = (name: string, mine: readonly number[], theirs: readonly number[]) => {
    const figures = [p50(mine), p95(mine), p50(theirs), p95(theirs)].map((ms) => ms.toFixed(1));
    console.log(
      [name.padEnd(32), ...[...figures, (p95(mine) / p95(theirs)).toFixed(2)].map((one) => one.padStart(10))].join(''),
    );
  };
  console.log(
    `\n${clients} clients, ms`.padEnd(33) +
      ['p50', 'p95', 'bare p50', 'bare p95', 'ratio'].map((one) => one.padStart(10)).join(''),
  );
  for (const q of asked) line(q, own.get(q) ?? [], direct.get(q) ?? []);
  line('all', [...own.values()].flat(), [...direct.values()].flat());
}

const cluster = await openCluster();
const begun = performance.now();
const say = (text: string): void =>
  console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${text}`);
try {
  const installation = await openInstallation(Config.parse({ databaseUrl: cluster.url }));
  const app = await createApp({ db: installation.db, maxFileBytes: 1, demo: false });
  try {
    say(`${cluster.name}, ${today(app.clock)}: ${tasks} tasks are written`);
    await fillWork(app.db, { duties: tasks, actions: 0 }, say);
    await fillTexts(app.db, documentsWithText);
    const { rows } = await sql<{ n: number }>`select count(*) as n from passage`.execute(app.db);
    say(`${rows[0]?.n} passages written`);
    await measure(app);
  } finally {
    await app.close();
    await installation.close();
  }
} finally {
  await cluster.stop();
}
