-- Duties have a shelf apart from what was done about them, and the newest of a shelf are looked through once for words in a row and anywhere
-- (docs/decisions/036-searching-everything.md).

create index entry_of_duties on search_entry using gin (words) with (gin_pending_list_limit = 512) where kind in ('duty');
create index entry_newest_duty on search_entry (day desc) where kind in ('duty');
create index entry_of_deeds on search_entry using gin (words) with (gin_pending_list_limit = 512)
  where kind in ('progress', 'obstacle', 'question', 'evidence');
create index entry_newest_deed on search_entry (day desc) where kind in ('progress', 'obstacle', 'question', 'evidence');
drop index entry_of_work, entry_newest_work;

-- A row's words lie in the row: fetched from beside it, five pages for each, looking through the newest took four times as long.
alter table passage set (toast_tuple_target = 8160);
alter table evidence_passage set (toast_tuple_target = 8160);
alter table search_entry set (toast_tuple_target = 8160);

create function on_shelf(shelf text, index_asked tsquery, row_says tsquery, pass integer, narrowed text, most integer) returns setof found_entry
language plpgsql stable set search_path from current as $$
begin
  -- "is true" keeps the second question from the index, which would gather every word that begins so.
  return query execute format('with found as materialized (select e.kind, e.id, e.document_id, e.day from (%s) e where e.words @@ %L::tsquery%s%s)
    select e.kind, e.id, e.document_id, e.day, %s::smallint from found e order by e.day desc limit %s', shelf, index_asked,
    case when row_says = index_asked then '' else format(' and (e.words @@ %L::tsquery) is true', row_says) end, narrowed, pass, most);
end $$;

-- The newest of a shelf that say it: in a row first (pass 1), where that is asked, then anywhere (pass 2); each as two questions, that of the index and
-- that of a row. No plan serves all words: along the days it is short for what many say, by the index of words for what few say, and which of the two a word
-- is in a row of words nobody can estimate. So the newest are looked through as long as one in 125 says it; what is rarer is
-- asked of the index, which then has little to fetch.
create function newest_on_shelf(shelf text, in_row tsquery[], anywhere tsquery[], narrowed text, most integer) returns setof found_entry
language plpgsql stable set search_path from current as $$
declare
  is_in_row constant text := case when in_row is null then 'false' else format('e.words @@ %L::tsquery', in_row[2]) end;
  looked integer;
  seen found_entry[];
  rows_nearly integer;
  rows_anywhere integer;
  rows_in_row integer;
  told integer := 0;
begin
  foreach looked in array array[400, 1500, 6000] loop
    execute format('select count(*), array_agg(row(e.kind, e.id, e.document_id, e.day, case when %s then 1 else 2 end)::found_entry)
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
    return query select * from on_shelf(shelf, in_row[1], in_row[2], 1, narrowed, most);
    get diagnostics told = row_count;
  end if;
  if told < most and rows_anywhere >= most then
    return query select * from unnest(seen) s order by s.day desc limit most;
  elsif told < most then
    -- Where nearly all of them say all but the word that is begun, they are not to be fetched for it.
    return query select * from on_shelf(shelf, case when rows_nearly * 125 < looked then anywhere[1] else anywhere[2] end, anywhere[2], 2, narrowed, most);
  end if;
end $$;

-- As in 047, with duties on a shelf of their own.
create function search_entries(said tsquery, phrase tsquery, said_by_pairs tsquery[], phrase_by_pairs tsquery[], kinds text[], since date, before date,
  agencies text[], most integer)
returns setof found_entry
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
    where v.duty_id = e.duty_id and v.file_hash = e.hash and v.agency_id = any(%L))$c$, agencies) else '' end;
  found constant text := 'select e.kind, e.id, e.document_id, e.day, e.words, e.agency_id from search_entry e where e.kind ';
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
    (array['passage'], $c$select 'passage' as kind, e.position::text as id, e.document_id, e.day, e.words from passage e where true$c$, nobodys, true),
    (array['evidenceText'], $c$select 'evidenceText' as kind, e.duty_id || '/' || e.hash || '/' || e.position as id, null::uuid as document_id, e.day,
      e.words, e.duty_id, e.hash from evidence_passage e where true$c$, proving, true)
  ) v(holds, query, of_agencies, many)
  loop
    continue when not shelf.holds && kinds;
    narrowed := visible || shelf.of_agencies || case when shelf.holds <@ kinds then '' else format(' and e.kind = any(%L)', kinds) end;
    if shelf.many and agencies is null then
      return query select * from newest_on_shelf(shelf.query || days, phrase_by_pairs, said_by_pairs, narrowed, most);
      continue;
    end if;
    for at in 1..2 loop
      asked := case
        when at = 1 and shelf.holds = '{agency}' or at = 2 and not shelf.many then array[said, said]
        when at = 2 then said_by_pairs
        when shelf.many then phrase_by_pairs
        when phrase is not null then array[phrase, phrase] end;
      continue when asked is null;
      return query select * from on_shelf(shelf.query || days, asked[1], asked[2], at,
        narrowed || case when shelf.holds = '{agency}' and at = 1 then near else '' end, most);
      get diagnostics told = row_count;
      exit when told >= most;
    end loop;
  end loop;
end $$;

-- Servers of before ask as they did.
create or replace function entries_found(said tsquery, phrase tsquery, said_by_pairs tsquery, phrase_by_pairs tsquery, kinds text[], since date, before date,
  agencies text[], most integer)
returns setof found_entry language sql stable set search_path from current as $$
  select * from search_entries(said, phrase, array[said_by_pairs, said_by_pairs],
    case when phrase_by_pairs is not null then array[phrase_by_pairs, phrase_by_pairs] end, kinds, since, before, agencies, most)
$$;
drop function newest_saying;
revoke execute on function on_shelf, newest_on_shelf from public;
