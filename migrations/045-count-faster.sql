-- What scorecards count, asked as briefly as can be: the plans of these are kept by each connection, where a function in SQL is planned
-- each time it is called.
create or replace function people_who_came(ids text[], day date, since timestamptz) returns table (agency_id text, people integer, came integer)
language plpgsql stable parallel safe security definer set search_path from current as $$
begin
  return query
    select p.agency_id, count(distinct u.id)::int, (count(distinct u.id) filter (where u.seen_at >= since))::int
    from post p join app_user u on u.id = p.user_id and u.state <> 'left'
    where p.agency_id = any(ids) and p.role in ('head', 'officer') and p.valid_from <= day and (p.valid_until is null or p.valid_until > day)
    group by 1;
end $$;

-- Which of these duties to report a coordinator had sent back before a moment. That is no secret from anybody with a post; behind the wall
-- it would be asked with all that is secret of other actions.
create function duties_sent_back(ids uuid[], until timestamptz) returns setof uuid
language plpgsql stable parallel safe security definer set search_path from current as $$
begin
  return query select distinct a.duty_id from action a where a.duty_id = any(ids) and a.verb = 'sendBackReport' and a.at < until;
end $$;
