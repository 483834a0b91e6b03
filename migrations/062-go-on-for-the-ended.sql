-- Whoever has the work of an agency that is no more stands where it stood: what it left unsent, unanswered and undecided is theirs to
-- see and to go on with. The same rule as registry/succession.ts, read the other way round.
create function taken_over_by(heirs text[], day date) returns setof text
language sql stable parallel safe security definer set search_path from current rows 20 as $$
  with recursive line(id) as (
    select unnest(heirs)
    union
    select g.id from line join succession s on s.to_agency_id = line.id join reorganisation r on r.id = s.reorganisation_id
      join agency g on g.id = s.from_agency_id
    where g.valid_until <= r.effective_on and r.effective_on <= day)
  select id from line
$$;

-- An agency, and those that have its work on a day where it is no more.
create function going_on_for(agency text, day date) returns setof text
language sql stable parallel safe security definer set search_path from current rows 2 as $$
  with recursive line(id) as (
    select agency
    union
    select s.to_agency_id from line join agency g on g.id = line.id and g.valid_until <= day
      join succession s on s.from_agency_id = g.id and s.to_agency_id is not null
      join reorganisation r on r.id = s.reorganisation_id and r.effective_on between g.valid_until and day)
  select id from line
$$;

-- The agencies whose people the person belongs to: of posts as head or officer, all below, and those that are no more.
create or replace function own_agencies() returns setof text
language sql stable parallel safe security definer set search_path from current rows 20 as $$
  select taken_over_by(array(
    select r.agency_id from post p join agency_reach r on r.above_id = p.agency_id
    where p.user_id = person_id() and p.role in ('head', 'officer')
      and p.valid_from <= person_day() and (p.valid_until is null or p.valid_until > person_day())), person_day())
$$;

-- A duty that comes back to an agency that is no more goes to the heir through whoever brings it back: a monitor, too, and of a part
-- the agency that handed it down.
do $$
declare
  workers constant text := $c$(select person_holds('coordinator', 'leader', 'head', 'officer', 'administrator'))$c$;
begin
  execute format('alter policy duty_move_add on duty_move with check (%s)', workers);
  execute format('alter policy duty_move_change on duty_move using (%1$s) with check (%1$s)', workers);
  execute format('alter policy duty_origin_change on duty_origin using (%1$s) with check (%1$s)', workers);
end $$;
