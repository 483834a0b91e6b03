-- What changed of what targets are judged by, so that a judgement that was worked out before is known to hold still
-- (docs/decisions/044-standings-are-kept.md). Written by these triggers and nothing else; read by whoever looks at standings.
create table standing_change (
  -- The transaction that made it: whoever saw the tables before it ended has not seen it.
  made_in xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now(),
  -- Whose figures, and of which indicators; null: what is asked for, of whom, or how it is judged.
  agency_id text,
  indicator_ids text[]
);
create index standing_change_made on standing_change (made_in);
create index standing_change_at on standing_change (at);
select give_rights('standing_change', '(select holds_post())', null, null, null);

create function note_changed_figures() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into standing_change (agency_id, indicator_ids)
  select agency_id, array_agg(distinct indicator_id) from changed group by agency_id;
  return null;
end $$;

create function note_changed_plan() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into standing_change default values;
  return null;
end $$;

-- While a document is read and reviewed nothing is judged by it: only what is in force, or was, counts.
create function note_changed_in_force() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into standing_change (agency_id) select null where exists (select from changed where valid_from is not null);
  return null;
end $$;

create function note_changed_assignment() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into standing_change (agency_id) select null where exists (select from changed where finding_kind = 'target');
  return null;
end $$;

create function note_changed_stated() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into standing_change (agency_id) select null where exists (
    select from changed c join document d on d.id = c.document_id where d.valid_from is not null);
  return null;
end $$;

-- Of an update both what was and what is: a finding may come into force, and cease to be.
do $$
declare
  watched record;
begin
  for watched in select * from (values ('figure', 'note_changed_figures'), ('past_figure', 'note_changed_stated'),
    ('document', 'note_changed_in_force'), ('target', 'note_changed_in_force'), ('assignment', 'note_changed_assignment'),
    ('indicator', 'note_changed_plan'), ('agency', 'note_changed_plan'), ('target_path', 'note_changed_plan'),
    ('path_rule', 'note_changed_plan')) w(name, noting)
  loop
    execute format('create trigger %I after insert on %I referencing new table as changed for each statement execute function %I()',
      watched.name || '_added', watched.name, watched.noting);
    execute format('create trigger %I after update on %I referencing old table as changed for each statement execute function %I()',
      watched.name || '_was', watched.name, watched.noting);
    execute format('create trigger %I after update on %I referencing new table as changed for each statement execute function %I()',
      watched.name || '_is', watched.name, watched.noting);
    execute format('create trigger %I after delete on %I referencing old table as changed for each statement execute function %I()',
      watched.name || '_gone', watched.name, watched.noting);
  end loop;
end $$;
