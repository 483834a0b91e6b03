-- What duties were before what became of them after the end of a day: the first change of each field tells what it was until then. With
-- the owner's rights, for what was settled inside an agency may change a duty that everybody sees; its answer is only ever joined to
-- duties that the person may see. `among`: of these alone, each found by its own index; null: of all.
create index action_of_duty_then on action (duty_id, at) where duty_id is not null and before is not null;

create function duty_changes_after(day date, among uuid[] default null) returns table (duty_id uuid, was jsonb)
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
        from (
          select * from action a where among is null and a.at >= (day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
          union all
          select * from action a where a.duty_id = any(among) and a.at >= (day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
            and a.before is not null) a
        where a.duty_id is not null and a.before is not null
        union all
        -- A reorganisation counts from its own day, whenever it was carried out.
        select m.duty_id, r.effective_on::timestamp at time zone 'Asia/Ho_Chi_Minh', 0, m.before - 'origins' - 'version'
        from duty_move m join reorganisation r on r.id = m.reorganisation_id
        where m.before is not null and r.effective_on > day
          and (among is null or m.duty_id = any(among))) s
      cross join lateral jsonb_each(s.before) f
      order by s.duty_id, f.key, s.at, s.id) first
    group by first.duty_id) changed
$$;
