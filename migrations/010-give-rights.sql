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
