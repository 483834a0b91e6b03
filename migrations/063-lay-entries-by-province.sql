-- What is found of work, and what stands in evidence's files, lies with the duty that it is of; of what every machine has, with the nation
-- (docs/decisions/055-province-of-each-row.md). Search gives the province with each key.

-- The first is waited for, the others not: a search that has read the one and comes to the others would wait for this, and this for it.
lock table search_entry in access exclusive mode;
lock table evidence_text, evidence_passage in access exclusive mode nowait;

do $$
declare
  name text;
begin
  foreach name in array array['search_entry', 'evidence_text', 'evidence_passage'] loop
    execute format('alter table %I add column province text, add constraint %I check (province is not null) not valid', name,
      name || '_lies_somewhere');
  end loop;
end $$;

-- Entries come with theirs; those that were there before get it here.
create function lie_with_thing() returns trigger language plpgsql security definer set search_path from current as $$
begin
  new.province := coalesce(case new.kind
    when 'duty' then province_of_duty(new.id::uuid)
    when 'progress' then (select p.province from progress p where p.id = new.id::uuid)
    when 'obstacle' then (select o.province from obstacle o where o.id = new.id::uuid)
    when 'question' then (select q.province from question q where q.id = new.id::uuid)
    when 'evidence' then (select v.province from evidence v where v.id = new.id::uuid)
    when 'section' then (select s.province from submission s where s.id = left(new.id, 36)::uuid) end, 'nation');
  return new;
end $$;

do $$
declare
  laid record;
begin
  for laid in select * from (values
    ('search_entry', 'lie_with_thing'), ('evidence_text', 'lie_with_duty'), ('evidence_passage', 'lie_with_duty')) v(name, giving)
  loop
    execute format('create trigger %I before insert or update on %I for each row when (new.province is null) execute function %I()',
      laid.name || '_gets_province', laid.name, laid.giving);
    execute format('create trigger %I before update of province on %I for each row
      when (old.province is not null and old.province is distinct from new.province) execute function refuse_other_province()',
      laid.name || '_keeps_province', laid.name);
  end loop;
end $$;

-- As in 025, 035, 037 and 047, with the province.
create or replace function entry_of(d document) returns search_entry language sql stable set search_path from current as $$
  select 'document', d.id::text, d.id, coalesce(d.issued_on, d.received_at::date), null, null,
    setweight(text_vector(d.number, d.title), 'A') || text_vector(d.issuer, d.file_name,
      (select string_agg(concat_ws(' ', f ->> 'number', f ->> 'title'), ' ') from jsonb_array_elements(d.header -> 'further') f)), 'nation'
$$;
create or replace function entry_of(f target) returns search_entry language sql stable set search_path from current as $$
  select 'target', f.id, f.document_id, (select coalesce(d.issued_on, d.received_at::date) from document d where d.id = f.document_id), null, null,
    coalesce(setweight(text_vector('chỉ tiêu ' || f.ordinal), 'A'), '') || search_vector(f.words, f.plain_words), 'nation'
$$;
create or replace function entry_of(f task) returns search_entry language sql stable set search_path from current as $$
  select 'task', f.id, f.document_id, (select coalesce(d.issued_on, d.received_at::date) from document d where d.id = f.document_id), null, null,
    coalesce(setweight(text_vector('nhiệm vụ ' || f.ordinal), 'A'), '') || search_vector(f.words, f.plain_words), 'nation'
$$;
create or replace function entry_of(d duty) returns search_entry language sql stable set search_path from current as $$
  select 'duty', d.id::text, null::uuid, d.given_at::date, d.agency_id, null, search_vector(d.words, d.plain_words), d.province
$$;
create or replace function entry_of(p progress) returns search_entry language sql stable set search_path from current as $$
  select 'progress', p.id::text, null::uuid, coalesce(p.sent_at, p.changed_at)::date, p.agency_id, null,
    case when p.stage = 'sent' then work_vector(p.done_text, p.proposal) end, p.province
$$;
create or replace function entry_of(o obstacle) returns search_entry language sql stable set search_path from current as $$
  select 'obstacle', o.id::text, null::uuid, o.raised_at::date, o.agency_id, null, work_vector(o.what, o.impact, o.answer), o.province
$$;
create or replace function entry_of(q question) returns search_entry language sql stable set search_path from current as $$
  select 'question', q.id::text, null::uuid, q.asked_at::date, q.asked_for, null, work_vector(q.question, q.answer), q.province
$$;
create or replace function entry_of(v evidence) returns search_entry language sql stable set search_path from current as $$
  select 'evidence', v.id::text, null::uuid, v.added_at::date, v.agency_id, null,
    case when v.progress_id is null or (select p.stage from progress p where p.id = v.progress_id) = 'sent'
      then setweight(work_vector(v.document_number), 'A') || work_vector(v.file_name, v.note) end, v.province
$$;
create or replace function entry_of(t section_text) returns search_entry language sql stable set search_path from current as $$
  select 'section', t.submission_id || '/' || t.section, null::uuid, coalesce(s.sent_at, s.first_sent_at, t.changed_at)::date, d.agency_id, null,
    case when s.stage in ('sent', 'approved') then text_vector(
      (select o ->> 'title' from jsonb_array_elements(r.outline) o where o ->> 'key' = t.section limit 1),
      (select string_agg(w #>> '{}', ' ') from jsonb_path_query(t.content, 'strict $.**.text') w)) end, t.province
  from submission s join duty d on d.id = s.duty_id and d.province = s.province join round r on r.id = s.round_id
  where s.id = t.submission_id and s.province = t.province
$$;
create or replace function entry_of(r report) returns search_entry language sql stable set search_path from current as $$
  select 'report', r.id::text, null::uuid, coalesce(r.issued_on, r.signed_at::date), null, null,
    case when r.stage in ('signed', 'published') then setweight(text_vector(r.number, r.title), 'A') || text_vector((
      select string_agg(s.title || ' ' || coalesce((select string_agg(t #>> '{}', ' ') from jsonb_path_query(s.content, '$.**.text') t), ''), ' '
        order by s.position) from report_section s where s.report_id = r.id)) end, 'nation'
$$;
create or replace function entry_of(i indicator) returns search_entry language sql stable set search_path from current as $$
  select 'indicator', i.id, null::uuid, 'infinity'::date, null, without_accents(said_words(i.name)),
    setweight(text_vector(i.name), 'A') || text_vector(i.statistical_code, (select string_agg(n.name, ' ') from indicator_name n where n.indicator_id = i.id)),
    'nation'
$$;
create or replace function entry_of(u app_user) returns search_entry language sql stable set search_path from current as $$
  select 'person', u.id, null::uuid, 'infinity'::date, null, without_accents(said_words(u.name)),
    case when u.state <> 'left' then setweight(text_vector(u.name), 'A') end, 'nation'
$$;
create or replace function entries_of_agencies(ids text[]) returns setof search_entry language sql stable set search_path from current as $$
  with land as materialized (
    select l.id, w || ' ' || without_accents(w) as words from (
      select p.id, replace(lower(concat_ws(' ', p.name, q.name, r.name) collate "vi-x-icu"), '-', ' ') as w
      from place p left join place q on q.id = p.parent_id left join place r on r.id = q.parent_id
      where p.id in (select a.place_id from agency a where a.id = any(ids))) l)
  select 'agency', a.id, null::uuid, coalesce(a.valid_until, 'infinity'), a.id, btrim(n.name),
    array_to_tsvector(array_remove(string_to_array(concat_ws(' ', n.words, l.words), ' '), '')), 'nation'
  from agency a
    join (select agency_id, string_agg(words || plain_words, ' ') as words,
        (array_agg(plain_words order by kind = 'official' desc, valid_from desc nulls last))[1] as name
      from agency_name where agency_id = any(ids) group by 1) n on n.agency_id = a.id
    left join land l on l.id = a.place_id
$$;

-- Gives so many rows that have none their province, a file of evidence with all its text; tells whether there may be more. What somebody is just writing is left
-- for the next time: whoever writes several entries would else wait for this, and this for them.
create function fill_provinces_of_entries(most integer) returns integer language plpgsql set search_path from current as $$
declare
  filled integer;
begin
  with file as materialized (select duty_id, hash from evidence_text where province is null limit most / 50 for no key update skip locked),
    piece as (update evidence_passage p set province = null from file f where p.duty_id = f.duty_id and p.hash = f.hash and p.province is null)
  update evidence_text t set province = null from file f where t.duty_id = f.duty_id and t.hash = f.hash;
  get diagnostics filled = row_count;
  if filled = 0 then
    with entry as materialized (select ctid from search_entry where province is null limit most for no key update skip locked)
    update search_entry set province = null where ctid = any(array(select ctid from entry));
    get diagnostics filled = row_count;
  end if;
  if filled = 0 and (exists (select from evidence_text where province is null) or exists (select from search_entry where province is null)) then
    perform pg_sleep(0.1);
    return 1;
  end if;
  return filled;
end $$;

-- A key of what is found, and where it lies.
create type laid_entry as (kind text, id text, document_id uuid, province text, day date, pass smallint);

-- As on_shelf, newest_on_shelf and search_entries (058), with the province.
create function found_on_shelf(shelf text, index_asked tsquery, row_says tsquery, pass integer, narrowed text, most integer) returns setof laid_entry
language plpgsql stable set search_path from current as $$
begin
  -- "is true" keeps the second question from the index, which would gather every word that begins so.
  return query execute format('with found as materialized (select e.kind, e.id, e.document_id, e.province, e.day from (%s) e where e.words @@ %L::tsquery%s%s)
    select e.kind, e.id, e.document_id, e.province, e.day, %s::smallint from found e order by e.day desc limit %s', shelf, index_asked,
    case when row_says = index_asked then '' else format(' and (e.words @@ %L::tsquery) is true', row_says) end, narrowed, pass, most);
end $$;

create function newest_found_on_shelf(shelf text, in_row tsquery[], anywhere tsquery[], narrowed text, most integer) returns setof laid_entry
language plpgsql stable set search_path from current as $$
declare
  is_in_row constant text := case when in_row is null then 'false' else format('e.words @@ %L::tsquery', in_row[2]) end;
  looked integer;
  seen laid_entry[];
  rows_nearly integer;
  rows_anywhere integer;
  rows_in_row integer;
  told integer := 0;
begin
  foreach looked in array array[400, 1500, 6000] loop
    execute format('select count(*), array_agg(row(e.kind, e.id, e.document_id, e.province, e.day, case when %s then 1 else 2 end)::laid_entry)
        filter (where e.words @@ %L::tsquery)
      from (%s order by e.day desc limit %s) e where e.words @@ %L::tsquery', is_in_row, anywhere[2], shelf, looked, anywhere[1]) || narrowed
      into rows_nearly, seen;
    rows_anywhere := coalesce(cardinality(seen), 0);
    rows_in_row := (select count(*) from unnest(seen) s where s.pass = 1);
    exit when rows_in_row >= most;
    exit when (in_row is null or rows_in_row * 125 < looked) and (rows_anywhere >= most or rows_anywhere * 125 < looked);
  end loop;
  if rows_in_row >= most then
    return query select * from unnest(seen) s where s.pass = 1 order by s.day desc limit most;
    return;
  end if;
  if in_row is not null then
    return query select * from found_on_shelf(shelf, in_row[1], in_row[2], 1, narrowed, most);
    get diagnostics told = row_count;
  end if;
  if told < most and rows_anywhere >= most then
    return query select * from unnest(seen) s order by s.day desc limit most;
  elsif told < most then
    -- Where nearly all of them say all but the word that is begun, they are not to be fetched for it.
    return query select * from found_on_shelf(shelf, case when rows_nearly * 125 < looked then anywhere[1] else anywhere[2] end, anywhere[2], 2, narrowed, most);
  end if;
end $$;

create function search_laid_entries(said tsquery, phrase tsquery, said_by_pairs tsquery[], phrase_by_pairs tsquery[], kinds text[], since date, before date,
  agencies text[], most integer)
returns setof laid_entry
language plpgsql stable security definer set search_path from current rows 200 as $$
declare
  visible constant text := case when person_holds('administrator', 'coordinator', 'leader') then '' else
    $c$ and (e.document_id is null or exists (select from document d where d.id = e.document_id and d.state not in ('read', 'inReview')))$c$ end;
  own constant text := case when person_holds('coordinator', 'leader') then '' else ' and e.agency_id in (select own_agencies())' end;
  days constant text := case when since is not null then format(' and e.day >= %L', since) else '' end
    || case when before is not null then format(' and e.day < %L', before) else '' end;
  theirs constant text := case when agencies is not null then format(' and e.agency_id = any(%L)', agencies) else '' end;
  nobodys constant text := case when agencies is not null then ' and false' else '' end;
  assigned constant text := case when agencies is not null then format($c$ and exists (select from assignment a
    where a.document_id = e.document_id and a.finding_kind = e.kind and a.finding_id = e.id and a.agency_id = any(%L))$c$, agencies) else '' end;
  proving constant text := case when agencies is not null then format($c$ and exists (select from evidence v
    where v.duty_id = e.duty_id and v.file_hash = e.hash and v.province = e.province and v.agency_id = any(%L))$c$, agencies) else '' end;
  found constant text := 'select e.kind, e.id, e.document_id, e.province, e.day, e.words, e.agency_id from search_entry e where e.kind ';
  near constant text := ' and e.id = any(array(select a.id from agency a where a.place_id = any(array(select own_land()))))';
  shelf record;
  asked tsquery[];
  narrowed text;
  told bigint;
begin
  for shelf in select * from (values
    (array['agency'], found || $c$in ('agency')$c$, theirs, false),
    (array['document', 'indicator', 'person', 'report'], found || $c$in ('document', 'indicator', 'person', 'report')$c$, nobodys, false),
    (array['section'], found || $c$in ('section')$c$, theirs || own, false),
    (array['target', 'task'], found || $c$in ('target', 'task')$c$, assigned, true),
    (array['duty'], found || $c$in ('duty')$c$, theirs, true),
    (array['progress', 'obstacle', 'question', 'evidence'], found || $c$in ('progress', 'obstacle', 'question', 'evidence')$c$, theirs, true),
    (array['passage'], $c$select 'passage' as kind, e.position::text as id, e.document_id, 'nation' as province, e.day, e.words
      from passage e where true$c$, nobodys, true),
    (array['evidenceText'], $c$select 'evidenceText' as kind, e.duty_id || '/' || e.hash || '/' || e.position as id, null::uuid as document_id, e.province,
      e.day, e.words, e.duty_id, e.hash from evidence_passage e where true$c$, proving, true)
  ) v(holds, query, of_agencies, many)
  loop
    continue when not shelf.holds && kinds;
    narrowed := visible || shelf.of_agencies || case when shelf.holds <@ kinds then '' else format(' and e.kind = any(%L)', kinds) end;
    if shelf.many and agencies is null then
      return query select * from newest_found_on_shelf(shelf.query || days, phrase_by_pairs, said_by_pairs, narrowed, most);
      continue;
    end if;
    for at in 1..2 loop
      asked := case
        when at = 1 and shelf.holds = '{agency}' or at = 2 and not shelf.many then array[said, said]
        when at = 2 then said_by_pairs
        when shelf.many then phrase_by_pairs
        when phrase is not null then array[phrase, phrase] end;
      continue when asked is null;
      return query select * from found_on_shelf(shelf.query || days, asked[1], asked[2], at,
        narrowed || case when shelf.holds = '{agency}' and at = 1 then near else '' end, most);
      get diagnostics told = row_count;
      exit when told >= most;
    end loop;
  end loop;
end $$;
revoke execute on function found_on_shelf, newest_found_on_shelf from public;

-- Servers of before ask as they did.
create or replace function search_entries(said tsquery, phrase tsquery, said_by_pairs tsquery[], phrase_by_pairs tsquery[], kinds text[], since date,
  before date, agencies text[], most integer)
returns setof found_entry language sql stable set search_path from current rows 200 as $$
  select kind, id, document_id, day, pass from search_laid_entries(said, phrase, said_by_pairs, phrase_by_pairs, kinds, since, before, agencies, most)
$$;
