-- Who may do what where, and a wall behind the program's own checks (docs/decisions/019-rights.md).

-- A role that a person holds in an agency, from which day (inclusive) to which (exclusive; null: still). It reaches the agency and
-- all below it.
create table post (
  id uuid primary key,
  user_id text not null references app_user,
  role text not null,
  agency_id text not null references agency,
  valid_from date not null,
  valid_until date,
  given_by text references app_user
);
create index post_of_user on post (user_id);
create index post_in_agency on post (agency_id, role);

-- Every agency below another, itself included, at any depth. Derived from agency.parent_id by the triggers below and by nothing
-- else, so it needs no foreign keys: they would take as long as all the rest when a whole register is loaded.
create table agency_reach (
  above_id text not null,
  agency_id text not null,
  primary key (above_id, agency_id)
);
create index agency_reach_of on agency_reach (agency_id) include (above_id);

-- Written by whoever changes an agency, readable for all: the owner's rights are needed for it, never the person's.
create function extend_agency_reach() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  with recursive up (agency_id, above_id) as (
    select id, id from changed
    union
    select up.agency_id, a.parent_id from up join agency a on a.id = up.above_id where a.parent_id is not null
  )
  insert into agency_reach (above_id, agency_id) select above_id, agency_id from up on conflict do nothing;
  return null;
end $$;

create function move_agency_reach() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  moved text[];
begin
  -- Whoever stood below something that got another parent has other agencies above it now.
  select array_agg(distinct r.agency_id) into moved
  from before b join changed c on c.id = b.id join agency_reach r on r.above_id = c.id
  where c.parent_id is distinct from b.parent_id;
  if moved is null then
    return null;
  end if;
  delete from agency_reach where agency_id = any(moved);
  with recursive up (agency_id, above_id) as (
    select m, m from unnest(moved) m
    union
    select up.agency_id, a.parent_id from up join agency a on a.id = up.above_id where a.parent_id is not null
  )
  insert into agency_reach (above_id, agency_id) select above_id, agency_id from up on conflict do nothing;
  return null;
end $$;

create function shorten_agency_reach() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from agency_reach r using gone g where r.agency_id = g.id or r.above_id = g.id;
  return null;
end $$;

create trigger agency_extends_reach after insert on agency
  referencing new table as changed for each statement execute function extend_agency_reach();
create trigger agency_moves_reach after update on agency
  referencing old table as before new table as changed for each statement execute function move_agency_reach();
create trigger agency_shortens_reach after delete on agency
  referencing old table as gone for each statement execute function shorten_agency_reach();

-- The agencies that are there already.
with recursive up (agency_id, above_id) as (
  select id, id from agency
  union
  select up.agency_id, a.parent_id from up join agency a on a.id = up.above_id where a.parent_id is not null
)
insert into agency_reach (above_id, agency_id) select above_id, agency_id from up;

-- The wall. Everything asked for a person runs as the role tiendo_person (made by src/store/person-role.ts, used by src/store/acting.ts):
-- what it may do with which rows stands here, whatever the program's own checks have let through.

-- Whoever begins a transaction for a person says so; what the person holds on the day is looked up once.
create function act_as(person text, day date, address text) returns void
language plpgsql security definer set search_path from current as $$
begin
  perform set_config('tiendo.user', person, true), set_config('tiendo.address', address, true), set_config('tiendo.day', day::text, true),
    set_config('tiendo.roles', coalesce((
      select string_agg(distinct role, ' ') from post
      where user_id = person and valid_from <= day and (valid_until is null or valid_until > day)), ''), true);
end $$;

create function person_id() returns text language sql stable parallel safe as $$
  select coalesce(current_setting('tiendo.user', true), '')
$$;

create function person_day() returns date language sql stable parallel safe as $$
  select nullif(current_setting('tiendo.day', true), '')::date
$$;

-- Whether the person holds one of these roles, in whichever agency.
create function person_holds(variadic roles text[]) returns boolean language sql stable parallel safe as $$
  select string_to_array(coalesce(current_setting('tiendo.roles', true), ''), ' ') && roles
$$;

create function holds_post() returns boolean language sql stable parallel safe as $$
  select coalesce(current_setting('tiendo.roles', true), '') <> ''
$$;

-- The agencies whose people the person belongs to: of posts as head or officer, and all below.
create function own_agencies() returns setof text
language sql stable parallel safe security definer set search_path from current rows 20 as $$
  select r.agency_id from post p join agency_reach r on r.above_id = p.agency_id
  where p.user_id = person_id() and p.role in ('head', 'officer')
    and p.valid_from <= person_day() and (p.valid_until is null or p.valid_until > person_day())
$$;

-- Which findings have words like these. Its answer is only ever joined to findings that the person may see. Inside, the trigram index
-- serves; behind a policy it would not, for LIKE might tell of rows that the policy hides (it is not "leakproof").
create function findings_saying(kind text, form text, patterns text[]) returns table (document_id uuid, id text)
language plpgsql stable parallel safe security definer set search_path from current rows 200 as $$
begin
  if kind not in ('target', 'task') or form not in ('words', 'plain_words') then
    raise exception 'no such findings: % %', kind, form;
  end if;
  return query execute format('select f.document_id, f.id from %I f where ', kind)
    || (select string_agg(format('f.%I like %L', form, p), ' and ') from unnest(patterns) p);
end $$;

-- Puts a table behind the wall: which rows may be read, and which written (both before and after), as conditions on them. Null: none.
create function give_rights(name text, readable text, addable text, changeable text, removable text) returns void
language plpgsql set search_path from current as $$
begin
  execute format('alter table %I enable row level security', name);
  if readable is not null then
    execute format('grant select on %I to tiendo_person', name);
    execute format('create policy %I on %I for select to tiendo_person using (%s)', name || '_read', name, readable);
  end if;
  if addable is not null then
    execute format('grant insert on %I to tiendo_person', name);
    execute format('create policy %I on %I for insert to tiendo_person with check (%s)', name || '_add', name, addable);
  end if;
  if changeable is not null then
    execute format('grant update on %I to tiendo_person', name);
    execute format('create policy %I on %I for update to tiendo_person using (%s) with check (%s)', name || '_change', name, changeable,
      changeable);
  end if;
  if removable is not null then
    execute format('grant delete on %I to tiendo_person', name);
    execute format('create policy %I on %I for delete to tiendo_person using (%s)', name || '_remove', name, removable);
  end if;
end $$;

-- `(select …)`: asked once for a query, not once for a row.
do $$
declare
  posts constant text := '(select holds_post())';
  coordinators constant text := $c$(select person_holds('coordinator'))$c$;
  keepers constant text := $c$(select person_holds('coordinator', 'administrator'))$c$;
  administrators constant text := $c$(select person_holds('administrator'))$c$;
  drafts constant text := $c$(select person_holds('administrator', 'coordinator', 'leader'))$c$;
  -- A document that the person may see: its own policy decides.
  of_document constant text := drafts || ' or exists (select from document d where d.id = %I.document_id)';
  remarks constant text := 'name in (''indicatorsMatchedWith'', ''agenciesMatchedWith'')';
  name text;
begin
  if not has_schema_privilege('tiendo_person', current_schema(), 'usage') then
    execute format('grant usage on schema %I to tiendo_person', current_schema());
  end if;

  -- The register, which everybody reads: facts of the law, which nobody has to hide.
  foreach name in array array['agency', 'agency_name', 'agency_group', 'reorganisation', 'succession', 'place', 'place_succession',
    'indicator', 'indicator_name'] loop
    perform give_rights(name, 'true', keepers, keepers, keepers);
  end loop;
  perform give_rights('agency_reach', 'true', null, null, null);

  perform give_rights('document', format('%s or (%s and state not in (''read'', ''inReview''))', drafts, posts),
    coordinators, coordinators, coordinators);
  foreach name in array array['document_file', 'document_text', 'note'] loop
    perform give_rights(name, format(of_document, name), coordinators, coordinators, coordinators);
  end loop;
  -- What a reorganisation, a renamed agency or a changed indicator means for them is written by its keepers.
  foreach name in array array['target', 'task', 'finding_agency', 'assignment', 'counterpart'] loop
    perform give_rights(name, format(of_document, name), keepers, keepers, keepers);
  end loop;
  perform give_rights('document_import', 'started_by = (select person_id())', 'started_by = (select person_id()) and ' || coordinators,
    'started_by = (select person_id())', 'started_by = (select person_id())');

  -- What was done is read with what it was done to; posts and accounts are for those who look after them, and one's own.
  perform give_rights('action', format($c$%s or (%s
      and (document_id is null or exists (select from document d where d.id = action.document_id))
      and (subject_kind not in ('post', 'user') or subject_id = (select person_id()) or user_id = (select person_id())))$c$,
      $c$(select person_holds('administrator'))$c$, posts),
    'user_id = (select person_id())', null, null);

  -- Who is who, and who holds what: needed wherever a name is shown and wherever somebody is told something.
  perform give_rights('post', 'true', administrators, administrators, null);
  alter table app_user enable row level security;
  grant select (id, name, email) on app_user to tiendo_person;
  create policy app_user_read on app_user for select to tiendo_person using (true);

  -- Of what the installation keeps about itself, only the orders to match all documents again, and the rules of working days.
  perform give_rights('setting', format('name = ''work'' or %s', remarks),
    format('%s and %s or name = ''work'' and %s', remarks, keepers, administrators),
    format('%s and %s or name = ''work'' and %s', remarks, keepers, administrators), null);
end $$;
-- Withheld, so without a word here: account, session, verification, schema_migration (test/database/wall.test.ts).
