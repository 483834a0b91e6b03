-- The province of what belongs to a duty, an agency's figures and what was done: by which a distributed database would lay them
-- (docs/decisions/055-province-of-each-row.md). It says where a row lies, not whose it is: once given it never changes, whatever becomes of the
-- agency. Filled by the triggers below and by nothing else.

-- Of each agency, from when it came into the register: that of its land, or what that province had become by then; 'nation' where it has none.
-- Derived by the triggers below, so it needs no foreign keys (as agency_reach).
create table agency_province (
  agency_id text primary key,
  province text not null
);
select give_rights('agency_province', 'true', null, null, null);

-- Of each of these places the one above that stands below no other, as it is called since the last merger.
create function provinces_of_places(ids text[]) returns table (place_id text, province text)
language sql stable set search_path from current as $$
  with recursive up(place_id, id, parent_id) as (
    select p.id, p.id, p.parent_id from place p where p.id = any(ids)
    union all
    select up.place_id, p.id, p.parent_id from up join place p on p.id = up.parent_id),
  heir(id, heir_id, steps) as (
    select distinct up.id, up.id, 0 from up where up.parent_id is null
    union
    select heir.id, s.to_place_id, steps + 1 from heir join place_succession s on s.from_place_id = heir.heir_id and not s.split
    where steps < 20)
  select distinct on (up.place_id) up.place_id, heir.heir_id from up join heir on heir.id = up.id where up.parent_id is null
  order by up.place_id, heir.steps desc, heir.heir_id
$$;

create function give_provinces_of_agencies(ids text[]) returns void language sql security definer set search_path from current as $$
  with recursive up(agency_id, place_id, parent_id) as (
    select a.id, a.place_id, a.parent_id from agency a where a.id = any(ids)
    union
    select up.agency_id, a.place_id, a.parent_id from up join agency a on a.id = up.parent_id where up.place_id is null),
  land as materialized (
    select l.* from provinces_of_places(array(select distinct up.place_id from up where up.place_id is not null)) l)
  insert into agency_province
  select up.agency_id, coalesce(min(l.province), 'nation') from up left join land l on l.place_id = up.place_id
  group by up.agency_id on conflict do nothing
$$;

create function give_provinces_of_new_agencies() returns trigger language plpgsql set search_path from current as $$
begin
  perform give_provinces_of_agencies((select array_agg(id) from changed));
  return null;
end $$;
create function forget_provinces_of_agencies() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from agency_province where agency_id in (select id from gone);
  return null;
end $$;
create trigger agency_has_province after insert on agency
  referencing new table as changed for each statement execute function give_provinces_of_new_agencies();
create trigger agency_had_province after delete on agency
  referencing old table as gone for each statement execute function forget_provinces_of_agencies();
select give_provinces_of_agencies(array_agg(id)) from agency having count(*) > 0;

-- Nothing is computed for the rows that are there: nobody waits for that here (049).
do $$
declare
  name text;
begin
  foreach name in array array['duty', 'figure', 'duty_origin', 'duty_move', 'progress', 'evidence', 'obstacle', 'due_change', 'question',
    'urging', 'submission', 'answer_draft', 'cell', 'cell_remark', 'section_text', 'correction', 'action']
  loop
    execute format('alter table %I add column province text, add constraint %I check (province is not null) not valid', name,
      name || '_lies_somewhere');
  end loop;
end $$;

-- Where the row above is not there, the reference to it is refused, not its province.

create function lie_with_agency() returns trigger language plpgsql security definer set search_path from current as $$
begin
  new.province := coalesce((select p.province from agency_province p where p.agency_id = new.agency_id), 'nation');
  return new;
end $$;

-- All parts of a duty lie with it, whoever works on them. Of a whole that has none yet: where its agency is. Not in SQL: its plan is kept.
create function province_of_duty(asked uuid) returns text language plpgsql stable as $$
begin
  return (select coalesce(d.province, (select coalesce(r.province, p.province) from duty r left join agency_province p on p.agency_id = r.agency_id
    where r.id = d.root_id)) from duty d where d.id = asked);
end $$;
create function lie_with_whole() returns trigger language plpgsql security definer set search_path from current as $$
begin
  new.province := coalesce(case when new.root_id <> new.id then province_of_duty(new.root_id) end,
    (select p.province from agency_province p where p.agency_id = new.agency_id), 'nation');
  return new;
end $$;

create function lie_with_duty() returns trigger language plpgsql security definer set search_path from current as $$
begin
  new.province := coalesce(province_of_duty(new.duty_id), 'nation');
  return new;
end $$;
create function lie_with_submission() returns trigger language plpgsql security definer set search_path from current as $$
begin
  new.province := coalesce((select coalesce(s.province, province_of_duty(s.duty_id)) from submission s where s.id = new.submission_id), 'nation');
  return new;
end $$;
create function lie_with_question() returns trigger language plpgsql security definer set search_path from current as $$
begin
  new.province := coalesce((select coalesce(q.province, province_of_duty(q.duty_id)) from question q where q.id = new.question_id), 'nation');
  return new;
end $$;
create function lie_with_figure() returns trigger language plpgsql security definer set search_path from current as $$
begin
  new.province := coalesce((select coalesce(f.province, p.province) from figure f left join agency_province p on p.agency_id = f.agency_id
    where f.id = new.figure_id), 'nation');
  return new;
end $$;
-- With its duty; else with the place whose document it was done to.
create function lie_with_subject() returns trigger language plpgsql security definer set search_path from current as $$
begin
  new.province := coalesce(case when new.duty_id is not null then province_of_duty(new.duty_id)
    when new.document_id is not null then (select l.province from document d cross join lateral provinces_of_places(array[d.place_id]) l
      where d.id = new.document_id) end, 'nation');
  return new;
end $$;

create function refuse_other_province() returns trigger language plpgsql as $$
begin
  raise exception 'the province by which a row of % lies is never another', tg_table_name;
end $$;

-- What was recorded stays as it is sealed; the province is not sealed, for it follows from the rest.
create function refuse_change_of_action() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.province is null and sealed_words(new) = sealed_words(old) then
    return new;
  end if;
  raise exception 'recorded actions are not changed';
end $$;

do $$
declare
  laid record;
begin
  for laid in select * from (values
    ('duty', 'lie_with_whole'), ('figure', 'lie_with_agency'),
    ('duty_origin', 'lie_with_duty'), ('duty_move', 'lie_with_duty'), ('progress', 'lie_with_duty'), ('evidence', 'lie_with_duty'),
    ('obstacle', 'lie_with_duty'), ('due_change', 'lie_with_duty'), ('question', 'lie_with_duty'), ('urging', 'lie_with_duty'),
    ('submission', 'lie_with_duty'), ('answer_draft', 'lie_with_question'), ('cell', 'lie_with_submission'),
    ('cell_remark', 'lie_with_submission'), ('section_text', 'lie_with_submission'), ('correction', 'lie_with_figure'),
    ('action', 'lie_with_subject')) v(name, giving)
  loop
    execute format('create trigger %I before insert or update on %I for each row when (new.province is null) execute function %I()',
      laid.name || '_gets_province', laid.name, laid.giving);
    execute format('create trigger %I before update of province on %I for each row
      when (old.province is not null and old.province is distinct from new.province) execute function refuse_other_province()',
      laid.name || '_keeps_province', laid.name);
  end loop;
end $$;

drop trigger action_is_kept on action;
create trigger action_is_kept before update or delete on action
  for each row execute function refuse_change_of_action();

-- Gives so many rows that have none their province, wholes before what hangs on them; tells how many. None: all have it.
create function fill_provinces(most integer) returns integer language plpgsql set search_path from current as $$
declare
  name text;
  filled integer;
begin
  foreach name in array array['duty', 'figure', 'duty_origin', 'duty_move', 'progress', 'evidence', 'obstacle', 'due_change', 'question',
    'urging', 'submission', 'answer_draft', 'cell', 'cell_remark', 'section_text', 'correction', 'action']
  loop
    execute format('update %1$I set province = null where ctid = any(array(select ctid from %1$I where province is null limit %2$s))',
      name, most);
    get diagnostics filled = row_count;
    if filled > 0 then
      return filled;
    end if;
  end loop;
  return 0;
end $$;
