-- In which provinces the rows lie that an agency's or a document's work is found by: what is asked by agencies or documents names these
-- (docs/decisions/055-province-of-each-row.md). Derived by the triggers below, so they need no foreign keys (as agency_province). A province
-- stays named when the last of it has gone elsewhere: nothing is missed, and asking there finds nothing.

-- Besides the agency's own province: of parts handed by others, of what came from a body of another province, of what it decides or follows.
create table agency_elsewhere (
  agency_id text not null,
  province text not null,
  primary key (agency_id, province)
);
create table document_province (
  document_id uuid not null,
  province text not null,
  primary key (document_id, province)
);
do $$
declare
  name text;
begin
  foreach name in array array['agency_elsewhere', 'document_province'] loop
    perform give_rights(name, 'true', null, null, null);
  end loop;
end $$;

create function note_elsewhere(agency text, lies_in text) returns void
language plpgsql security definer set search_path from current as $$
begin
  insert into agency_elsewhere select agency, lies_in
  where lies_in is distinct from (select p.province from agency_province p where p.agency_id = agency) on conflict do nothing;
end $$;
create function note_work_elsewhere() returns trigger language plpgsql set search_path from current as $$
begin
  perform note_elsewhere(new.agency_id, new.province);
  return null;
end $$;
create function note_decision_elsewhere() returns trigger language plpgsql set search_path from current as $$
begin
  perform note_elsewhere(new.decider_id, new.province);
  return null;
end $$;
-- Whoever follows something in a document follows what lies there: by the document, for where duties go is known later than who follows them.
create function note_following_elsewhere() returns trigger language plpgsql set search_path from current as $$
begin
  perform note_elsewhere(new.agency_id, d.province) from document_province d where d.document_id = new.document_id;
  return null;
end $$;
create function note_province_of_document() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into document_province values (new.document_id, new.province) on conflict do nothing;
  if found then
    perform note_elsewhere(a.agency_id, new.province) from assignment a where a.document_id = new.document_id and a.role = 'monitor';
  end if;
  return null;
end $$;
create trigger duty_lies_elsewhere after insert or update of agency_id on duty
  for each row execute function note_work_elsewhere();
create trigger obstacle_is_decided_elsewhere after insert or update of decider_id on obstacle
  for each row when (new.decider_id is not null) execute function note_decision_elsewhere();
create trigger assignment_follows_elsewhere after insert or update of agency_id, role on assignment
  for each row when (new.role = 'monitor') execute function note_following_elsewhere();
create trigger document_has_province after insert or update of document_id on duty_origin
  for each row execute function note_province_of_document();

-- Sentences that have been joined to a duty that lies elsewhere come to lie with it.
with o as (delete from duty_origin o using duty d where d.id = o.duty_id and d.province <> o.province returning o.*)
insert into duty_origin (duty_id, document_id, finding_kind, finding_id, assignment_id, period, from_duty)
select o.duty_id, o.document_id, o.finding_kind, o.finding_id, o.assignment_id, o.period, o.from_duty from o;

-- What is published is joined by province, too.
grant select (province) on duty, duty_origin, progress, evidence, due_change, figure to tiendo_public;
grant select on agency_province to tiendo_public;
create policy agency_province_public on agency_province for select to tiendo_public using (true);

-- Of all that is there: here, and where rows were written without triggers.
create function note_where_work_lies() returns void language sql security definer set search_path from current as $$
  insert into document_province select distinct document_id, province from duty_origin on conflict do nothing;
  -- Whoever held a duty once has progress, obstacles and questions there.
  insert into agency_elsewhere
  select h.agency_id, h.province from (
    select d.agency_id, d.province from duty d
    union select m.before ->> 'agency_id', m.province from duty_move m where m.before ->> 'agency_id' is not null
    union select p.agency_id, p.province from progress p
    union select o.agency_id, o.province from obstacle o
    union select o.decider_id, o.province from obstacle o where o.decider_id is not null
    union select q.asked_for, q.province from question q
    -- Figures of a report that another body has now lie with the one that was asked.
    union select d.agency_id, y.province from submission s join duty d on d.id = s.duty_id join agency_province y on y.agency_id = s.agency_id
    union select a.agency_id, d.province from assignment a join document_province d on d.document_id = a.document_id where a.role = 'monitor') h
  where h.province is distinct from (select p.province from agency_province p where p.agency_id = h.agency_id) on conflict do nothing;
$$;
select note_where_work_lies();

-- As duties_sent_back and duty_changes_after, of what lies in these provinces. Servers of the form before go on asking those.

create function sent_back_among(ids uuid[], provinces text[], until timestamptz) returns setof uuid
language plpgsql stable parallel safe security definer set search_path from current as $$
begin
  return query select distinct a.duty_id from action a
    where a.duty_id = any(ids) and a.province = any(provinces) and a.verb = 'sendBackReport' and a.at < until;
end $$;

-- What these duties were at the end of a day, where they have changed since.
create function duty_changes_among(day date, ids uuid[], provinces text[]) returns table (duty_id uuid, was jsonb)
language sql stable security definer set search_path from current rows 1000 as $$
  select duty_id, was || case when was ->> 'stage' in ('assigned', 'accepted', 'reported', 'done')
    then '{"because":null,"because_words":null,"joined_into":null}' else '{}' end::jsonb
  from (
    select first.duty_id, jsonb_object_agg(first.field, first.value) as was from (
      select distinct on (s.duty_id, f.key) s.duty_id, lower(regexp_replace(f.key, '([A-Z])', '_\1', 'g')) as field, f.value
      from (
        select a.duty_id, a.at, a.id, case a.subject_kind
          when 'duty' then a.before
          when 'dueChange' then case when a.before ? 'due' then jsonb_build_object('due', a.before -> 'due') end
          -- A report's duty goes with its submission.
          when 'submission' then case a.verb when 'sendReport' then '{"stage":"accepted"}' when 'sendBackReport' then '{"stage":"reported"}'
            when 'approveReport' then '{"stage":"reported","doneOn":null}' end::jsonb
          else a.before -> 'duty' end as before
        from action a
        where a.duty_id = any(ids) and a.province = any(provinces) and a.at >= (day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
          and a.before is not null
        union all
        -- A reorganisation counts from its own day, whenever it was carried out.
        select m.duty_id, r.effective_on::timestamp at time zone 'Asia/Ho_Chi_Minh', 0, m.before - 'origins' - 'version'
        from duty_move m join reorganisation r on r.id = m.reorganisation_id
        where m.duty_id = any(ids) and m.province = any(provinces) and m.before is not null and r.effective_on > day) s
      cross join lateral jsonb_each(s.before) f
      order by s.duty_id, f.key, s.at, s.id) first
    group by first.duty_id) changed
$$;
