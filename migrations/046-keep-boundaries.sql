-- Ranh giới (docs/decisions/045-finding-and-maps.md): files that somebody loaded, and of each place where it lies.
create table boundary_set (
  id uuid primary key,
  -- 'province', 'district', 'commune'
  tier text not null,
  -- Whose places its codes were matched with; they lie so from this day on.
  day date not null,
  source text not null,
  file_name text not null,
  property text not null,
  -- [{"at", "name", "code", "why"}]
  unmatched jsonb not null,
  loaded_by text not null references app_user,
  loaded_at timestamptz(3) not null
);
create table boundary (
  set_id uuid not null references boundary_set on delete cascade,
  place_id text not null references place,
  -- Polygons, each of its outline and holes, as [longitude, latitude].
  shape jsonb not null,
  primary key (set_id, place_id)
);
create index boundary_of_place on boundary (place_id);

do $$
declare
  posts constant text := '(select holds_post())';
  administrators constant text := $c$(select person_holds('administrator'))$c$;
  name text;
begin
  foreach name in array array['boundary_set', 'boundary'] loop
    perform give_rights(name, posts, administrators, null, administrators);
  end loop;
end $$;
