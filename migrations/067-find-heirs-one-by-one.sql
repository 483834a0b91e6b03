-- Agency by agency (`offset 0`): joined, all the successions of the country would be read each time somebody's agencies are asked for.
create or replace function taken_over_by(heirs text[], day date) returns setof text
language sql stable parallel safe security definer set search_path from current rows 20 as $$
  with recursive line(id) as (
    select unnest(heirs)
    union
    select one.id from line cross join lateral (
      select g.id from succession s join reorganisation r on r.id = s.reorganisation_id join agency g on g.id = s.from_agency_id
      where s.to_agency_id = line.id and g.valid_until <= r.effective_on and r.effective_on <= day offset 0) one)
  select id from line
$$;

create or replace function going_on_for(agency text, day date) returns setof text
language sql stable parallel safe security definer set search_path from current rows 2 as $$
  with recursive line(id) as (
    select agency
    union
    select one.id from line cross join lateral (
      select s.to_agency_id as id from agency g join succession s on s.from_agency_id = g.id and s.to_agency_id is not null
        join reorganisation r on r.id = s.reorganisation_id and r.effective_on between g.valid_until and day
      where g.id = line.id and g.valid_until <= day offset 0) one)
  select id from line
$$;
