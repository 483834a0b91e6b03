-- What agencies sent in their reports, and what stands in the files of evidence, are found too (docs/decisions/045-finding-and-maps.md).

-- A section of a report, once it was sent; its id is that of the submission, a slash and the section's key.
create function entry_of(t section_text) returns search_entry language sql stable set search_path from current as $$
  select 'section', t.submission_id || '/' || t.section, null::uuid, coalesce(s.sent_at, s.first_sent_at, t.changed_at)::date, d.agency_id, null,
    case when s.stage in ('sent', 'approved') then text_vector(
      (select o ->> 'title' from jsonb_array_elements(r.outline) o where o ->> 'key' = t.section limit 1),
      (select string_agg(w #>> '{}', ' ') from jsonb_path_query(t.content, 'strict $.**.text') w)) end
  from submission s join duty d on d.id = s.duty_id join round r on r.id = s.round_id where s.id = t.submission_id
$$;
create function settle_sections(submission uuid) returns void language plpgsql security definer set search_path from current as $$
begin
  perform put_entries(array_agg(e)) from section_text t cross join lateral entry_of(t) e where t.submission_id = submission and e.words is not null;
  delete from search_entry where kind = 'section' and document_id is null
    and id in (select t.submission_id || '/' || t.section from section_text t cross join lateral entry_of(t) e
      where t.submission_id = submission and e.words is null);
end $$;
create function keep_sections() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if tg_table_name = 'submission' then
    perform settle_sections(new.id);
  elsif tg_table_name = 'duty' then
    perform settle_sections(s.id) from submission s where s.duty_id = new.id;
  elsif tg_op = 'DELETE' then
    delete from search_entry where kind = 'section' and document_id is null and id = old.submission_id || '/' || old.section;
  -- What an agency is still writing saves itself every few seconds.
  elsif exists (select from submission s where s.id = new.submission_id and s.stage in ('sent', 'approved')) then
    perform settle_sections(new.submission_id);
  end if;
  return null;
end $$;
create trigger section_is_found after insert or delete or update of content on section_text for each row execute function keep_sections();
create trigger submission_brings_its_sections after update on submission
  for each row when (old.stage is distinct from new.stage) execute function keep_sections();
create trigger duty_takes_its_sections after update on duty
  for each row when (new.kind = 'report' and old.agency_id is distinct from new.agency_id) execute function keep_sections();
insert into search_entry select e.* from section_text t cross join lateral entry_of(t) e where e.words is not null;
create index entry_of_sections on search_entry using gin (words) with (gin_pending_list_limit = 512) where kind in ('section');
create index entry_newest_section on search_entry (day desc) where kind in ('section');

-- A file of evidence whose text can be read: it waits from when it was sent until the job has looked at it.
create table evidence_text (
  duty_id uuid not null references duty on delete cascade,
  hash text not null,
  read_at timestamptz(3),
  -- Why nothing of it is found: the code of a refusal, or 'failed'.
  refusal text,
  primary key (duty_id, hash)
);
create index evidence_text_waiting on evidence_text (duty_id, hash) where read_at is null;

-- Its text in pieces that are short enough to be shown. It never changes.
create table evidence_passage (
  duty_id uuid not null,
  hash text not null,
  position integer not null,
  text text not null,
  -- When the evidence was added: where many say the same, the newest come first.
  day date not null,
  words tsvector not null,
  primary key (duty_id, hash, position),
  foreign key (duty_id, hash) references evidence_text on delete cascade
);
create index evidence_passage_words on evidence_passage using gin (words) with (gin_pending_list_limit = 512);
create index evidence_passage_newest on evidence_passage (day desc);

create function await_text(v evidence) returns void language sql security definer set search_path from current as $$
  insert into evidence_text (duty_id, hash)
  select v.duty_id, v.file_hash where v.file_type in ('docx', 'pdf', 'xlsx', 'text', 'odt', 'rtf')
    and (v.progress_id is null or (select p.stage from progress p where p.id = v.progress_id) = 'sent')
  on conflict do nothing
$$;
create function keep_evidence_text() returns trigger language plpgsql security definer set search_path from current as $$
begin
  perform await_text(new);
  return null;
end $$;
create trigger evidence_awaits_reading after insert on evidence
  for each row when (new.file_hash is not null) execute function keep_evidence_text();
select await_text(v) from evidence v where v.file_hash is not null;

-- As in 035, with the files that wait to be read.
create or replace function keep_evidence_of_progress() returns trigger language plpgsql security definer set search_path from current as $$
begin
  perform put_entries(array_agg(e)) from evidence v cross join lateral entry_of(v) e where v.progress_id = new.id and e.words is not null;
  perform await_text(v) from evidence v where v.progress_id = new.id and v.file_hash is not null;
  return null;
end $$;
-- As in 013; what was found in a file goes with it.
create or replace function remove_unused_file() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from evidence_file f where f.duty_id = old.duty_id and f.hash = old.file_hash
    and not exists (select from evidence e where e.duty_id = old.duty_id and e.file_hash = old.file_hash);
  delete from evidence_text t where t.duty_id = old.duty_id and t.hash = old.file_hash
    and not exists (select from evidence e where e.duty_id = old.duty_id and e.file_hash = old.file_hash);
  return null;
end $$;

-- As in 035, with sections and the text of evidence on shelves of their own. What was sent of a report is its agency's, the
-- coordinator's and the leader's: it takes no place from what others may see.
create or replace function entries_saying(said tsquery, phrase tsquery, kinds text[], since date, before date, agencies text[], most integer)
returns table (kind text, id text, document_id uuid, day date, pass smallint)
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
    (array['section'], found || $c$in ('section')$c$, theirs || own),
    (array['passage'], $c$select 'passage', e.position::text, e.document_id, e.day, %s::smallint from passage e where true$c$, nobodys),
    (array['evidenceText'], $c$select 'evidenceText', e.duty_id || '/' || e.hash || '/' || e.position, e.document_id, e.day, %s::smallint
      from (select p.*, null::uuid as document_id from evidence_passage p) e where true$c$, proving)
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

-- Rights: whoever may see the evidence. What waits to be read only the job asks for.
do $$
begin
  perform give_rights('evidence_passage', $c$exists (select from evidence e where e.duty_id = evidence_passage.duty_id
    and e.file_hash = evidence_passage.hash)$c$, null, null, null);
end $$;
