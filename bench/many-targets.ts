import { sql } from 'kysely';
import type { Db } from '../src/store/database.ts';
import { takeKeysAway, takingPart, triggers } from './many-duties.ts';

/** Plans of provinces with what their departments have reported of them, and what communes have; written set by set. */

export type TargetScale = {
  provinces: number;
  /** Of each province's plan. */
  targets: number;
  /** Of figures, month by month. */
  years: number;
  /** Indicators that each commune has reported besides, as many months as fill the number of figures. */
  communeIndicators: number;
};

type Say = (line: string) => void;

export async function fillTargets(db: Db, scale: TargetScale, say: Say): Promise<void> {
  const { provinces, targets } = scale;
  await sql`
    insert into indicator (id, name, unit, unit_factors, direction, measure, cumulative, breakdowns, source)
    select 'nhin-' || k, 'Giá trị sản xuất ngành thứ ' || k, 'tỷ đồng', '[]', 'up', 'level', true, '{}', 'đo'
    from generate_series(1, ${targets}::int) k`.execute(db);
  await sql`
    insert into document (id, file_hash, file_name, file_size, format, number, kind, issuer, title, issued_on, period_from, period_to,
      header, target_count, task_count, note_count, received_at, received_by, state, valid_from, place_id)
    select md5('plan ' || place.id)::uuid, md5('plan file ' || place.id), 'ke-hoach.docx', 1000, 'docx', '1/KH-' || place.id, 'ke_hoach', 'UBND ' || name,
      'Kế hoạch', date_trunc('year', current_date), extract(year from current_date), extract(year from current_date), '{}', ${targets}::int, 0, 0,
      now(), (select min(id) from app_user), 'issued', date_trunc('year', current_date), place.id
    from place join ${takingPart(provinces)} v on v.id = place.id`.execute(db);
  await sql`
    insert into target (document_id, id, position, span_start, span_end, quote, section, listed, name, op, value, unit, change, year, tier,
      agencies, words, plain_words, confidence, noted, review, valid_from, indicator_id, indicator_line)
    select d.id, 't' || k, k, 0, 100, 'Giá trị sản xuất ngành thứ ' || k || ' đạt 1.200 tỷ đồng', '{}', true, 'Giá trị sản xuất ngành thứ ' || k,
      '=', 1200, 'tỷ đồng', 'level', extract(year from current_date), 'province', '', ' gia tri ', ' gia tri ', 0.9, false, 'accepted', d.valid_from,
      'nhin-' || k, ''
    from document d, generate_series(1, ${targets}::int) k where d.number like '1/KH-%' and d.place_id is not null`.execute(
    db,
  );
  await sql`
    insert into assignment (document_id, finding_kind, finding_id, role, agency_id, named_position, valid_from)
    select t.document_id, 'target', t.id, 'named', a.ids[1 + t.position % array_length(a.ids, 1)], 0, t.valid_from
    from target t join document d on d.id = t.document_id
      join (select place_id, array_agg(id order by id) as ids from agency
        where kind = 'department' and tier = 'province' and valid_until is null group by place_id) a on a.place_id = d.place_id
    where t.indicator_id like 'nhin-%'`.execute(db);
  say(`${targets} targets for each province`);
  await db.connection().execute(async (one) => {
    await triggers(one, 'disable', ['figure']);
    const makeAgain = await takeKeysAway(one, ['figure']);
    await fillFigures(one, scale, say);
    await triggers(one, 'enable', ['figure']);
    await makeAgain(say);
  });
  const { rows } = await sql<{ count: number }>`select count(*) as count from figure`.execute(db);
  say(`${rows[0]?.count} figures in all`);
  await sql`vacuum analyze`.execute(db);
}

async function fillFigures(one: Db, { provinces, years, communeIndicators }: TargetScale, say: Say): Promise<void> {
  const since = sql`date_trunc('year', current_date) - make_interval(years => ${years - 1}::int)`;
  await sql`
    insert into figure (agency_id, indicator_id, line, period, calendar, period_to, span, basis, value, set_at, province)
    select a.agency_id, t.indicator_id, '', to_char(m, 'YYYY"-M"MM'), 'statistical', (m + interval '1 month - 1 day')::date, 'toDate', 'final',
      (80 + t.position % 30) * extract(month from m), m + interval '40 days', l.province
    from target t join assignment a on a.document_id = t.document_id and a.finding_kind = 'target' and a.finding_id = t.id
      join agency_province l on l.agency_id = a.agency_id,
      generate_series(${since}, date_trunc('month', current_date) - interval '1 month', interval '1 month') m
    where t.indicator_id like 'nhin-%'`.execute(one);
  say('what departments reported');
  await sql`
    insert into figure (agency_id, indicator_id, line, period, calendar, period_to, span, basis, value, set_at, province)
    select a.id, 'nhin-' || k, '', to_char(m, 'YYYY"-M"MM'), 'statistical', (m + interval '1 month - 1 day')::date, 'toDate', 'final',
      extract(month from m), m + interval '40 days', y.province
    from agency a join agency_province y on y.agency_id = a.id join place l on l.id = a.place_id join ${takingPart(provinces)} v on v.id = l.parent_id,
      generate_series(1, ${communeIndicators}::int) k,
      generate_series(${since}, date_trunc('month', current_date) - interval '1 month', interval '1 month') m
    where a.kind = 'committee' and a.tier = 'commune' and a.valid_until is null`.execute(one);
}
