-- Evidence is found by the names of its files, by the number of the document that resulted, and by what was noted of it.

-- What came with progress that is not sent yet is found by nobody.
create function entry_of(v evidence) returns search_entry language sql stable set search_path from current as $$
  select 'evidence', v.id::text, null::uuid, v.added_at::date, v.agency_id, null,
    case when v.progress_id is null or (select p.stage from progress p where p.id = v.progress_id) = 'sent'
      then setweight(text_vector(v.document_number), 'A') || text_vector(v.file_name, v.note) end
$$;
create trigger evidence_is_found after insert or delete on evidence for each row execute function keep_entry('evidence', 'false');
create function keep_evidence_of_progress() returns trigger language plpgsql security definer set search_path from current as $$
begin
  perform put_entries(array_agg(e)) from evidence v cross join lateral entry_of(v) e where v.progress_id = new.id and e.words is not null;
  return null;
end $$;
create trigger progress_brings_its_evidence after update on progress
  for each row when (new.stage = 'sent' and old.stage <> 'sent') execute function keep_evidence_of_progress();
insert into search_entry select e.* from evidence v cross join lateral entry_of(v) e where e.words is not null;

drop index entry_of_work;
create index entry_of_work on search_entry using gin (words) with (gin_pending_list_limit = 512)
  where kind in ('duty', 'progress', 'obstacle', 'question', 'evidence');
drop index entry_newest_work;
create index entry_newest_work on search_entry (day desc) where kind in ('duty', 'progress', 'obstacle', 'question', 'evidence');

-- As in 025, with evidence on the shelf of work.
create or replace function entries_saying(said tsquery, phrase tsquery, kinds text[], since date, before date, agencies text[], most integer)
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
    (array['duty', 'progress', 'obstacle', 'question', 'evidence'], found || $c$in ('duty', 'progress', 'obstacle', 'question', 'evidence')$c$, theirs),
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
