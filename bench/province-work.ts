import { sql } from 'kysely';
import type { Db } from '../src/store/database.ts';
import type { Province } from './province-year.ts';

/** What a province has behind it when a round opens: a year of figures, and tasks that agencies have said something of. */

/** The twelve months before a period, as approved long ago. Gives how many figures. */
export async function storeYear(
  db: Db,
  { agencies, indicators }: Province,
  months: readonly string[],
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    insert into figure (agency_id, indicator_id, line, period, calendar, period_to, span, basis, value, reason, set_at, set_by)
    select a.id, i.id, '', m.period, 'administrative', (replace(m.period, 'M', '') || '-14')::date, 'period', 'final',
      100 + (a.at * 7 + i.at * 3 + m.at) % 50, '', now(), 'coordinator-bench'
    from unnest(${agencies.map(({ id }) => id)}::text[]) with ordinality a(id, at)
      cross join unnest(${indicators.map(({ id }) => id)}::text[]) with ordinality i(id, at)
      cross join unnest(${months}::text[]) with ordinality m(period, at)`.execute(db);
  return Number(numAffectedRows);
}

/** Each agency's share of so many tasks, with the narrative that it sent last. */
export async function storeTasks(db: Db, { agencies }: Province, count: number): Promise<void> {
  const ids = agencies.map(({ id }) => id);
  const uuid = (kind: string) =>
    sql`overlay(overlay(md5(${sql.lit(kind)} || n) placing '4' from 13) placing '8' from 17)::uuid`;
  const document = sql`'11111111-1111-4111-8111-111111111111'::uuid`;
  const agency = sql`(${ids}::text[])[1 + n % ${sql.lit(ids.length)}]`;
  const all = sql`generate_series(1, ${sql.lit(count)}) n`;
  await sql`
    insert into document (id, file_hash, file_name, file_size, format, number, kind, issuer, title, issued_on, header, target_count,
      task_count, note_count, received_at, received_by, state, valid_from)
    values (${document}, md5('bench'), 'ke-hoach.docx', 1000, 'docx', '01/KH-UBND', 'KH', 'UBND tỉnh', 'Kế hoạch năm',
      '2026-01-05', '{}', 0, ${count}, 0, now(), 'coordinator-bench', 'issued', '2026-01-05')`.execute(db);
  await sql`
    insert into task (document_id, id, position, source, span_start, span_end, quote, section, due_kind, due_to, lead, words, plain_words,
      confidence, noted, review, valid_from)
    select ${document}, 'n' || n, n, 'body', 0, 100, 'Xây dựng, trình ban hành đề án số ' || n || ' về phát triển kinh tế số, chuyển đổi số trong '
      || 'quản lý, vận hành cơ sở dữ liệu dùng chung của tỉnh', '{}', 'by', date '2026-06-01' + n % 300, 'Cơ quan chủ trì',
      ' xây dựng đề án số ' || n, ' xay dung de an so ' || n, 0.9, false, 'accepted', '2026-01-05' from ${all}`.execute(
    db,
  );
  await sql`
    insert into assignment (document_id, finding_kind, finding_id, role, agency_id, named_position, valid_from)
    select ${document}, 'task', 'n' || n, 'lead', ${agency}, 0, '2026-01-05' from ${all}`.execute(db);
  await sql`
    insert into duty (id, root_id, agency_id, kind, first_due, due, stage, given_at, share, confidence, done_on)
    select ${uuid('duty ')}, ${uuid('duty ')}, ${agency}, 'assigned', date '2026-06-01' + n % 300, date '2026-06-01' + n % 300,
      case when n % 3 = 0 then 'done' else 'accepted' end, '2026-01-06', case when n % 3 = 0 then 100 else n % 100 end, 'onTrack',
      case when n % 3 = 0 then date '2026-06-01' + n % 200 end from ${all}`.execute(db);
  await sql`
    insert into duty_origin (duty_id, document_id, finding_kind, finding_id, assignment_id)
    select ${uuid('duty ')}, ${document}, 'task', 'n' || n, a.id from ${all} join assignment a on a.document_id = ${document} and a.finding_id = 'n' || n`.execute(
    db,
  );
  await sql`
    insert into progress (id, duty_id, agency_id, author_id, stage, share, result, done_text, confidence, created_at, changed_at, sent_at, sent_by)
    select ${uuid('progress ')}, ${uuid('duty ')}, ${agency}, 'coordinator-bench', 'sent', n % 100, false,
      'Đã hoàn thành dự thảo, lấy ý kiến các cơ quan liên quan; đang tổng hợp, tiếp thu, giải trình ý kiến lần ' || n
      || '; dự kiến trình Ủy ban nhân dân tỉnh xem xét, quyết định trong tháng tới.', 'onTrack', now(), now(), now(), 'coordinator-bench'
    from ${all}`.execute(db);
}
