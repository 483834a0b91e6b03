-- Places in the chain of actions, which are given in the order of commits: whoever has read up to one misses nothing that comes
-- later. They say nothing of what was done; that is read behind the wall.
create function changes_after(beyond bigint, most integer) returns table (place bigint, action_id bigint)
  language sql stable security definer set search_path from current as $$
  select s.position, s.action_id from action_seal s where s.position > beyond order by s.position limit most
$$;
