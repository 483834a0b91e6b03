-- As in 050: every entry lies somewhere, those from before too. Looking at them keeps nobody from reading or writing.
do $$
declare
  name text;
begin
  foreach name in array array['search_entry', 'evidence_text', 'evidence_passage'] loop
    execute format('alter table %I validate constraint %I', name, name || '_lies_somewhere');
  end loop;
end $$;
drop function fill_provinces_of_entries(integer);
drop function newest_on_shelf, on_shelf;

-- As in 025: what has a name lies with the nation.
create or replace function names_like(typed text, most integer) returns table (kind text, id text, likeness real)
language sql stable security definer set search_path from current rows 10 as $$
  select distinct on (likeness, n.name) n.kind, n.id, n.likeness from (
    select e.kind, e.id, e.name, word_similarity(typed, e.name) as likeness, e.day from search_entry e
    where typed <% e.name and e.day = 'infinity' and e.province = 'nation' order by 4 desc limit 200) n
  order by likeness desc, n.name, n.id in (select a.id from agency a where a.place_id in (select own_land())) desc
  limit most
$$;
