-- Phiếu đánh giá, thang điểm thi đua, and which work is looked after (docs/decisions/040-scorecards.md).

-- The scales that were set, each from a day on; none is ever changed. Without one the program's proposal holds.
create table emulation_scale (
  id integer generated always as identity primary key,
  valid_from date not null,
  decision_number text not null,
  decision_date date not null,
  -- {"points": {"tasks": 35, …}, "classes": [{"name", "from"}], "lowest", "leastCovered"}
  rules jsonb not null,
  set_by text not null references app_user,
  set_at timestamptz(3) not null
);
select give_rights('emulation_scale', '(select holds_post())', $c$(select person_holds('coordinator'))$c$, null, null);

-- When something was last sent of a duty: kept, so that what nobody speaks of is found among hundreds of thousands.
alter table duty add column said_at timestamptz;
update duty d set said_at = p.at from (select duty_id, max(sent_at) as at from progress where stage = 'sent' group by 1) p where p.duty_id = d.id;
create function keep_said_at() returns trigger language plpgsql security definer set search_path from current as $$
begin
  update duty set said_at = new.sent_at where id = new.duty_id and (said_at is null or said_at < new.sent_at);
  return null;
end $$;
create trigger progress_is_said after insert or update of stage, sent_at on progress
  for each row when (new.stage = 'sent') execute function keep_said_at();

-- Open work, the longest silent first; and all that is counted of it without looking at the rows.
create index duty_by_silence on duty (coalesce(said_at, given_at), id) where kind = 'assigned' and stage not in ('done', 'dropped');
create index duty_unattended on duty (agency_id, id) include (officer_id, said_at, given_at)
  where kind = 'assigned' and stage not in ('done', 'dropped');
create index obstacle_of_agency on obstacle (agency_id);

-- How many people of each agency hold a post as head or officer there on a day, and how many of them have come since: numbers
-- only, for who came when is nobody's to read.
create function people_who_came(ids text[], day date, since timestamptz) returns table (agency_id text, people integer, came integer)
language sql stable parallel safe security definer set search_path from current as $$
  select p.agency_id, count(distinct u.id)::int, (count(distinct u.id) filter (where u.seen_at >= since))::int
  from post p join app_user u on u.id = p.user_id and u.state <> 'left'
  where p.agency_id = any(ids) and p.role in ('head', 'officer') and p.valid_from <= day and (p.valid_until is null or p.valid_until > day)
  group by 1
$$;
