-- Searching over everything (docs/decisions/036-searching-everything.md).

-- The words of a text as src/values/search-text.ts parts them; test/database/wall.test.ts holds both to the same answers.
create function said_words(text) returns text language sql immutable parallel safe as $$
  select btrim(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
    regexp_replace(lower(normalize($1) collate "vi-x-icu"), '[^[:alnum:]]+', ' ', 'g') || ' ',
    'oà ', 'òa '), 'oá ', 'óa '), 'oả ', 'ỏa '), 'oã ', 'õa '), 'oạ ', 'ọa '), 'oè ', 'òe '), 'oé ', 'óe '), 'oẻ ', 'ỏe '), 'oẽ ', 'õe '),
    'oẹ ', 'ọe '), 'uỳ ', 'ùy '), 'uý ', 'úy '), 'uỷ ', 'ủy '), 'uỹ ', 'ũy '), 'uỵ ', 'ụy '),
    'qùy ', 'quỳ '), 'qúy ', 'quý '), 'qủy ', 'quỷ '), 'qũy ', 'quỹ '), 'qụy ', 'quỵ '))
$$;
create function without_accents(text) returns text language sql immutable parallel safe as $$
  select translate($1,
    'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ',
    'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd')
$$;
-- Every word as it was written, and behind them every word without accents: a word that is typed with accents finds the first, one
-- without them finds the second.
create function search_vector(said text, plain text) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector('pg_catalog.simple', said || ' ' || plain)
$$;
create function text_vector(variadic texts text[]) returns tsvector language plpgsql immutable parallel safe as $$
declare
  said constant text := said_words(array_to_string(texts, ' '));
begin
  return search_vector(said, without_accents(said));
end $$;

-- A document's text in pieces that are short enough to be shown: a paragraph, a row of a table. It never changes.
create table passage (
  document_id uuid not null references document on delete cascade,
  position integer not null,
  span_start integer not null,
  span_end integer not null,
  text text not null,
  -- The document's: where many say the same, the newest come first.
  day date not null,
  words tsvector not null,
  primary key (document_id, position)
);
create index passage_words on passage using gin (words) with (gin_pending_list_limit = 512);
create index passage_newest on passage (day desc);

-- What can be found beside them: one row for each thing, kept by the triggers below in the transaction that changes it.
create table search_entry (
  kind text not null,
  id text not null,
  document_id uuid references document on delete cascade,
  -- When it was issued, sent or written; 'infinity' for what has no day and stands.
  day date not null,
  -- Of work: whose it is.
  agency_id text,
  -- What it is called, without accents: where nothing is found, what is called nearly so is proposed.
  name text,
  -- Weight A: its name or number.
  words tsvector not null,
  unique nulls not distinct (document_id, kind, id)
);
-- On four shelves, so that a word in hundreds of thousands of tasks costs nothing where a name is looked for.
create index entry_of_names on search_entry using gin (words) with (gin_pending_list_limit = 512)
  where kind in ('document', 'indicator', 'person', 'report');
create index entry_of_agencies on search_entry using gin (words) with (gin_pending_list_limit = 512) where kind in ('agency');
create index entry_of_findings on search_entry using gin (words) with (gin_pending_list_limit = 512) where kind in ('target', 'task');
create index entry_of_work on search_entry using gin (words) with (gin_pending_list_limit = 512)
  where kind in ('duty', 'progress', 'obstacle', 'question');
create index entry_newest_finding on search_entry (day desc) where kind in ('target', 'task');
create index entry_newest_work on search_entry (day desc) where kind in ('duty', 'progress', 'obstacle', 'question');
create index entry_by_name on search_entry using gin (name gin_trgm_ops) where name is not null;

-- What each row says of itself; a null in `words` says nothing.
create function entry_of(d document) returns search_entry language sql stable set search_path from current as $$
  select 'document', d.id::text, d.id, coalesce(d.issued_on, d.received_at::date), null, null,
    setweight(text_vector(d.number, d.title), 'A') || text_vector(d.issuer, d.file_name,
      (select string_agg(concat_ws(' ', f ->> 'number', f ->> 'title'), ' ') from jsonb_array_elements(d.header -> 'further') f))
$$;
-- "Chỉ tiêu 12", "nhiệm vụ 3" is what people call them.
create function entry_of(f target) returns search_entry language sql stable set search_path from current as $$
  select 'target', f.id, f.document_id, (select coalesce(d.issued_on, d.received_at::date) from document d where d.id = f.document_id), null, null,
    coalesce(setweight(text_vector('chỉ tiêu ' || f.ordinal), 'A'), '') || search_vector(f.words, f.plain_words)
$$;
create function entry_of(f task) returns search_entry language sql stable set search_path from current as $$
  select 'task', f.id, f.document_id, (select coalesce(d.issued_on, d.received_at::date) from document d where d.id = f.document_id), null, null,
    coalesce(setweight(text_vector('nhiệm vụ ' || f.ordinal), 'A'), '') || search_vector(f.words, f.plain_words)
$$;
create function entry_of(d duty) returns search_entry language sql stable set search_path from current as $$
  select 'duty', d.id::text, null::uuid, d.given_at::date, d.agency_id, null, search_vector(d.words, d.plain_words)
$$;
-- Only what was sent: what an agency still writes stands nowhere else.
create function entry_of(p progress) returns search_entry language sql stable set search_path from current as $$
  select 'progress', p.id::text, null::uuid, coalesce(p.sent_at, p.changed_at)::date, p.agency_id, null,
    case when p.stage = 'sent' then text_vector(p.done_text, p.proposal) end
$$;
create function entry_of(o obstacle) returns search_entry language sql stable set search_path from current as $$
  select 'obstacle', o.id::text, null::uuid, o.raised_at::date, o.agency_id, null, text_vector(o.what, o.impact, o.answer)
$$;
create function entry_of(q question) returns search_entry language sql stable set search_path from current as $$
  select 'question', q.id::text, null::uuid, q.asked_at::date, q.asked_for, null, text_vector(q.question, q.answer)
$$;
-- Until it is signed it is the writers' alone.
create function entry_of(r report) returns search_entry language sql stable set search_path from current as $$
  select 'report', r.id::text, null::uuid, coalesce(r.issued_on, r.signed_at::date), null, null,
    case when r.stage in ('signed', 'published') then setweight(text_vector(r.number, r.title), 'A') || text_vector((
      select string_agg(s.title || ' ' || coalesce((select string_agg(t #>> '{}', ' ') from jsonb_path_query(s.content, '$.**.text') t), ''), ' '
        order by s.position) from report_section s where s.report_id = r.id)) end
$$;
create function entry_of(i indicator) returns search_entry language sql stable set search_path from current as $$
  select 'indicator', i.id, null::uuid, 'infinity'::date, null, without_accents(said_words(i.name)),
    setweight(text_vector(i.name), 'A') || text_vector(i.statistical_code, (select string_agg(n.name, ' ') from indicator_name n where n.indicator_id = i.id))
$$;
create function entry_of(u app_user) returns search_entry language sql stable set search_path from current as $$
  select 'person', u.id, null::uuid, 'infinity'::date, null, without_accents(said_words(u.name)), case when u.state <> 'left' then setweight(text_vector(u.name), 'A') end
$$;

-- A body by all its names, and by its place and those above that; one that has ended is as old as its end. Where the words stand is left
-- out: 15,000 of them come with the program, and this takes a tenth of the time.
create function entries_of_agencies(ids text[]) returns setof search_entry language sql stable set search_path from current as $$
  with land as materialized (
    select l.id, w || ' ' || without_accents(w) as words from (
      select p.id, replace(lower(concat_ws(' ', p.name, q.name, r.name) collate "vi-x-icu"), '-', ' ') as w
      from place p left join place q on q.id = p.parent_id left join place r on r.id = q.parent_id
      where p.id in (select a.place_id from agency a where a.id = any(ids))) l)
  select 'agency', a.id, null::uuid, coalesce(a.valid_until, 'infinity'), a.id, btrim(n.name),
    array_to_tsvector(array_remove(string_to_array(concat_ws(' ', n.words, l.words), ' '), ''))
  from agency a
    join (select agency_id, string_agg(words || plain_words, ' ') as words,
        (array_agg(plain_words order by kind = 'official' desc, valid_from desc nulls last))[1] as name
      from agency_name where agency_id = any(ids) group by 1) n on n.agency_id = a.id
    left join land l on l.id = a.place_id
$$;

create function put_entries(entries search_entry[]) returns void language sql security definer set search_path from current as $$
  insert into search_entry select * from unnest(entries)
  on conflict (document_id, kind, id) do update set day = excluded.day, agency_id = excluded.agency_id, name = excluded.name, words = excluded.words
$$;

-- Arguments: the entry's kind, and whether its row is part of a document.
create function keep_entry() returns trigger language plpgsql security definer set search_path from current as $$
declare
  entry search_entry;
  gone record;
begin
  if tg_op <> 'DELETE' then
    execute format('select * from entry_of($1::%I)', tg_table_name) into entry using new;
    if entry.words is not null then
      perform put_entries(array[entry]);
      return null;
    end if;
    gone := new;
  else
    gone := old;
  end if;
  if tg_table_name = 'document' then
    delete from search_entry where kind = 'document' and document_id = gone.id;
  elsif tg_argv[1]::boolean then
    delete from search_entry where kind = tg_argv[0] and id = gone.id and document_id = gone.document_id;
  else
    delete from search_entry where kind = tg_argv[0] and id = gone.id::text and document_id is null;
  end if;
  return null;
end $$;

create function keep_indicator_entry() returns trigger language plpgsql security definer set search_path from current as $$
begin
  perform put_entries(array_agg(e)) from indicator i cross join lateral entry_of(i) e where i.id = coalesce(new.indicator_id, old.indicator_id);
  return null;
end $$;

create function keep_agency_entries() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if tg_table_name = 'agency_name' then
    insert into search_entry select e.* from entries_of_agencies((select array_agg(distinct agency_id) from changed)) e
    on conflict (document_id, kind, id) do update set day = excluded.day, agency_id = excluded.agency_id, name = excluded.name, words = excluded.words;
  elsif tg_op = 'DELETE' then
    delete from search_entry where kind = 'agency' and id in (select id from changed) and document_id is null;
  else
    insert into search_entry select e.* from entries_of_agencies((select array_agg(c.id) from changed c join before b on b.id = c.id
      where (b.place_id, b.valid_until) is distinct from (c.place_id, c.valid_until))) e
    on conflict (document_id, kind, id) do update set day = excluded.day, agency_id = excluded.agency_id, name = excluded.name, words = excluded.words;
  end if;
  return null;
end $$;

create trigger agency_name_is_found after insert on agency_name
  referencing new table as changed for each statement execute function keep_agency_entries();
create trigger agency_name_is_found_anew after update on agency_name
  referencing new table as changed for each statement execute function keep_agency_entries();
create trigger agency_name_is_lost after delete on agency_name
  referencing old table as changed for each statement execute function keep_agency_entries();
create trigger agency_is_found_anew after update on agency
  referencing old table as before new table as changed for each statement execute function keep_agency_entries();
create trigger agency_is_lost after delete on agency
  referencing old table as changed for each statement execute function keep_agency_entries();
create trigger indicator_name_is_found after insert or delete or update on indicator_name
  for each row execute function keep_indicator_entry();

-- A row is looked at when it comes and goes, and when one of its searched columns changes.
do $$
declare
  kept record;
begin
  for kept in select * from (values
    ('document', 'document', true, array['number', 'title', 'issuer', 'file_name', 'header', 'issued_on']),
    ('target', 'target', true, array['words', 'ordinal']),
    ('task', 'task', true, array['words', 'ordinal']),
    ('duty', 'duty', false, array['words', 'agency_id']),
    ('progress', 'progress', false, array['stage', 'done_text', 'proposal']),
    ('obstacle', 'obstacle', false, array['what', 'impact', 'answer']),
    ('question', 'question', false, array['question', 'answer']),
    ('report', 'report', false, array['stage', 'title', 'number', 'issued_on', 'frozen']),
    ('indicator', 'indicator', false, array['name', 'statistical_code']),
    ('app_user', 'person', false, array['name', 'state'])) v(name, kind, of_document, columns)
  loop
    execute format('create trigger %I after insert or delete on %I for each row execute function keep_entry(%L, %L)',
      kept.name || '_is_found', kept.name, kept.kind, kept.of_document);
    execute format('create trigger %I after update on %I for each row when (%s) execute function keep_entry(%L, %L)',
      kept.name || '_is_found_anew', kept.name,
      (select string_agg(format('old.%1$I is distinct from new.%1$I', c), ' or ') from unnest(kept.columns) c), kept.kind, kept.of_document);
    execute format('insert into search_entry select e.* from %I r cross join lateral entry_of(r) e where e.words is not null', kept.name);
  end loop;
end $$;
insert into search_entry select * from entries_of_agencies((select array_agg(id) from agency));

-- The land of the person who asks: what is called alike everywhere is looked for there first.
create function own_land() returns setof text language sql stable security definer set search_path from current as $$
  with home as (
    select coalesce(l.parent_id, l.id) as id from post p join agency a on a.id = p.agency_id join place l on l.id = a.place_id
    where p.user_id = person_id() and p.valid_from <= person_day() and (p.valid_until is null or p.valid_until > person_day()))
  select l.id from place l where l.id in (select id from home) or l.parent_id in (select id from home)
$$;

-- What says all of that: of each shelf so many, the newest first, those where the words stand in a row (`phrase`) before others, and
-- of agencies those of the own land. Its answer is only ever joined to what the person may see. Here that is asked for, too, so that
-- what the person may not see takes no place from what is left. Inside, the indexes serve; behind a policy they would not
-- (010, findings_saying).
create function entries_saying(said tsquery, phrase tsquery, kinds text[], since date, before date, agencies text[], most integer)
returns table (kind text, id text, document_id uuid, day date, pass smallint)
language plpgsql stable security definer set search_path from current rows 200 as $$
declare
  visible constant text := case when person_holds('administrator', 'coordinator', 'leader') then '' else
    $c$ and (e.document_id is null or exists (select from document d where d.id = e.document_id and d.state not in ('read', 'inReview')))$c$ end;
  days constant text := case when since is not null then format(' and e.day >= %L', since) else '' end
    || case when before is not null then format(' and e.day < %L', before) else '' end;
  theirs constant text := case when agencies is not null then format(' and e.agency_id = any(%L)', agencies) else '' end;
  nobodys constant text := case when agencies is not null then ' and false' else '' end;
  assigned constant text := case when agencies is not null then format($c$ and exists (select from assignment a
    where a.document_id = e.document_id and a.finding_kind = e.kind and a.finding_id = e.id and a.agency_id = any(%L))$c$, agencies) else '' end;
  found constant text := 'select e.kind, e.id, e.document_id, e.day, %s::smallint from search_entry e where e.kind ';
  near constant text := ' and e.id in (select a.id from agency a where a.place_id in (select own_land()))';
  shelf record;
  asked tsquery;
  at smallint;
  told bigint;
begin
  for shelf in select * from (values
    (array['agency'], found || $c$in ('agency')$c$, theirs),
    (array['document', 'indicator', 'person', 'report'], found || $c$in ('document', 'indicator', 'person', 'report')$c$, nobodys),
    (array['target', 'task'], found || $c$in ('target', 'task')$c$, assigned),
    (array['duty', 'progress', 'obstacle', 'question'], found || $c$in ('duty', 'progress', 'obstacle', 'question')$c$, theirs),
    (array['passage'], $c$select 'passage', e.position::text, e.document_id, e.day, %s::smallint from passage e where true$c$, nobodys)
  ) v(holds, query, of_agencies)
  loop
    continue when not shelf.holds && kinds;
    at := 0;
    foreach asked in array array[case when shelf.holds = '{agency}' then said else phrase end, said] loop
      at := at + 1;
      continue when asked is null;
      return query execute format(shelf.query, at) || format(' and e.words @@ %L::tsquery', asked) || visible || days || shelf.of_agencies
        || case when shelf.holds <@ kinds then '' else format(' and e.kind = any(%L)', kinds) end
        || case when shelf.holds = '{agency}' and at = 1 then near else '' end
        || format(' order by e.day desc limit %s', most);
      get diagnostics told = row_count;
      exit when told >= most;
    end loop;
  end loop;
end $$;

-- Names that are spelt nearly so, the nearest first.
create function names_like(typed text, most integer) returns table (kind text, id text, likeness real)
language sql stable security definer set search_path from current rows 10 as $$
  select distinct on (likeness, n.name) n.kind, n.id, n.likeness from (
    select e.kind, e.id, e.name, word_similarity(typed, e.name) as likeness, e.day from search_entry e
    where typed <% e.name and e.day = 'infinity' order by 4 desc limit 200) n
  order by likeness desc, n.name, n.id in (select a.id from agency a where a.place_id in (select own_land())) desc
  limit most
$$;

do $$
begin
  perform give_rights('passage', $c$(select person_holds('administrator', 'coordinator', 'leader'))
    or exists (select from document d where d.id = passage.document_id)$c$,
    $c$(select person_holds('coordinator'))$c$, null, null);
end $$;

-- Searches that a person keeps: the query part of the page's address.
create table saved_search (
  id uuid primary key,
  user_id text not null references app_user on delete cascade,
  name text not null,
  query text not null,
  unique (user_id, name)
);
select give_rights('saved_search', c, c, c, c) from (values ('user_id = (select person_id())')) v(c);
