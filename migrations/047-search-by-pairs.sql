-- Words in a row are found by their pairs, and the newest are looked at first (docs/decisions/036-searching-everything.md).

-- Each two words that follow one another, without places: "+hộ nghèo" is a word of the index, and costs as little as a rare one. By its sign none is
-- taken for a word that begins so: a phrase whose last word is the beginning of one would find no place for it.
create function word_pairs(text) returns tsvector language sql immutable parallel safe as $$
  select array_to_tsvector(array(select '+' || a || ' ' || b from unnest(w[:cardinality(w) - 1], w[2:]) as pair(a, b)))
  from string_to_array(btrim($1), ' ') w
$$;
create or replace function search_vector(said text, plain text) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector('pg_catalog.simple', said || ' ' || plain) || word_pairs(said) || word_pairs(plain)
$$;
-- Of names, sections and whole reports: few, and a report's pairs alone could be more than a tsvector holds.
create or replace function text_vector(variadic texts text[]) returns tsvector language plpgsql immutable parallel safe as $$
declare
  said constant text := said_words(array_to_string(texts, ' '));
begin
  return to_tsvector('pg_catalog.simple', said || ' ' || without_accents(said));
end $$;
create function work_vector(variadic texts text[]) returns tsvector language plpgsql immutable parallel safe as $$
declare
  said constant text := said_words(array_to_string(texts, ' '));
begin
  return search_vector(said, without_accents(said));
end $$;

create or replace function entry_of(p progress) returns search_entry language sql stable set search_path from current as $$
  select 'progress', p.id::text, null::uuid, coalesce(p.sent_at, p.changed_at)::date, p.agency_id, null,
    case when p.stage = 'sent' then work_vector(p.done_text, p.proposal) end
$$;
create or replace function entry_of(o obstacle) returns search_entry language sql stable set search_path from current as $$
  select 'obstacle', o.id::text, null::uuid, o.raised_at::date, o.agency_id, null, work_vector(o.what, o.impact, o.answer)
$$;
create or replace function entry_of(q question) returns search_entry language sql stable set search_path from current as $$
  select 'question', q.id::text, null::uuid, q.asked_at::date, q.asked_for, null, work_vector(q.question, q.answer)
$$;
create or replace function entry_of(v evidence) returns search_entry language sql stable set search_path from current as $$
  select 'evidence', v.id::text, null::uuid, v.added_at::date, v.agency_id, null,
    case when v.progress_id is null or (select p.stage from progress p where p.id = v.progress_id) = 'sent'
      then setweight(work_vector(v.document_number), 'A') || work_vector(v.file_name, v.note) end
$$;

do $$
declare
  kept text;
begin
  foreach kept in array array['target', 'task', 'duty', 'progress', 'obstacle', 'question', 'evidence'] loop
    execute format('update search_entry s set words = e.words from %I r cross join lateral entry_of(r) e
      where s.kind = e.kind and s.id = e.id and s.document_id is not distinct from e.document_id and e.words is not null', kept);
  end loop;
end $$;
update passage set words = search_vector(s.said, without_accents(s.said)) from (
  select document_id, position, said_words(text) as said from passage) s
where s.document_id = passage.document_id and s.position = passage.position;
update evidence_passage set words = search_vector(s.said, without_accents(s.said)) from (
  select duty_id, hash, position, said_words(text) as said from evidence_passage) s
where s.duty_id = evidence_passage.duty_id and s.hash = evidence_passage.hash and s.position = evidence_passage.position;

-- Where an agency was chosen, its own are looked through.
create index entry_of_agency on search_entry (agency_id, day desc) where agency_id is not null and kind <> 'agency';

create type found_entry as (kind text, id text, document_id uuid, day date, pass smallint);

-- The newest of a shelf that say it. No plan serves all words: along the days it is short for what many say, by the index of words for what
-- few say, and which of the two a word is in a row of words nobody can estimate. So the newest are looked through first; where they tell that it is
-- frequent, more of them; else the index is asked, which then has little to fetch.
create function newest_saying(shelf text, asked tsquery, pass integer, narrowed text, most integer) returns setof found_entry
language plpgsql stable set search_path from current as $$
declare
  one constant text := format('row(e.kind, e.id, e.document_id, e.day, %s)::found_entry', pass);
  says constant text := format('e.words @@ %L::tsquery', asked) || narrowed;
  looked integer;
  seen found_entry[];
begin
  foreach looked in array array[1500, 6000] loop
    execute format('select array_agg(f.one) from (select %s as one from (%s order by e.day desc limit %s) e where %s limit %s) f',
      one, shelf, looked, says, most) into seen;
    if coalesce(cardinality(seen), 0) >= most then
      return query select * from unnest(seen);
      return;
    end if;
    exit when coalesce(cardinality(seen), 0) < most / 3;
  end loop;
  return query execute format('with all_saying as materialized (select e.kind, e.id, e.document_id, e.day from (%s) e where %s)
    select e.kind, e.id, e.document_id, e.day, %s::smallint from all_saying e order by e.day desc limit %s', shelf, says, pass, most);
end $$;

revoke execute on function newest_saying from public;

-- As in 037, by pairs where there are many, the newest first. Servers of before still ask the older one.
create function entries_found(said tsquery, phrase tsquery, said_by_pairs tsquery, phrase_by_pairs tsquery, kinds text[], since date, before date,
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
  near constant text := ' and e.id in (select a.id from agency a where a.place_id in (select own_land()))';
  shelf record;
  asked tsquery;
  narrowed text;
  at integer;
  told bigint;
begin
  for shelf in select * from (values
    (array['agency'], found || $c$in ('agency')$c$, theirs, false),
    (array['document', 'indicator', 'person', 'report'], found || $c$in ('document', 'indicator', 'person', 'report')$c$, nobodys, false),
    (array['section'], found || $c$in ('section')$c$, theirs || own, false),
    (array['target', 'task'], found || $c$in ('target', 'task')$c$, assigned, true),
    (array['duty', 'progress', 'obstacle', 'question', 'evidence'], found || $c$in ('duty', 'progress', 'obstacle', 'question', 'evidence')$c$, theirs, true),
    (array['passage'], $c$select 'passage' as kind, e.position::text as id, e.document_id, e.day, e.words from passage e where true$c$, nobodys, true),
    (array['evidenceText'], $c$select 'evidenceText' as kind, e.duty_id || '/' || e.hash || '/' || e.position as id, null::uuid as document_id, e.day,
      e.words, e.duty_id, e.hash from evidence_passage e where true$c$, proving, true)
  ) v(holds, query, of_agencies, many)
  loop
    continue when not shelf.holds && kinds;
    narrowed := visible || shelf.of_agencies || case when shelf.holds <@ kinds then '' else format(' and e.kind = any(%L)', kinds) end;
    at := 0;
    foreach asked in array array[
      case when shelf.holds = '{agency}' then said when shelf.many then phrase_by_pairs else phrase end,
      case when shelf.many then said_by_pairs else said end]
    loop
      at := at + 1;
      continue when asked is null;
      if shelf.many and agencies is null then
        return query select * from newest_saying(shelf.query || days, asked, at, narrowed, most);
      else
        return query execute format('select e.kind, e.id, e.document_id, e.day, %s::smallint from (%s) e where e.words @@ %L::tsquery', at,
          shelf.query || days, asked) || narrowed || case when shelf.holds = '{agency}' and at = 1 then near else '' end
          || format(' order by e.day desc limit %s', most);
      end if;
      get diagnostics told = row_count;
      exit when told >= most;
    end loop;
  end loop;
end $$;
