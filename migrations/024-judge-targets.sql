-- Where a plan stands: by what its targets are judged. The judgement itself is computed (decision 035), never stored.

-- The place whose targets a document sets; null: the nation's, or not known.
alter table document add column place_id text references place;
create index document_of_place on document (place_id);

-- What counted on a past day.
create index figure_replaced on figure (indicator_id, line, agency_id) where ended_at is not null;

-- How far behind is how bad, and when a figure is too old; of one plan, or (null) of all that have none of their own.
create table path_rule (
  document_id uuid unique nulls not distinct references document on delete cascade,
  rules jsonb not null,
  version integer not null default 1
);

-- The way to a target, where somebody has set it.
create table target_path (
  document_id uuid not null,
  target_id text not null,
  -- 'linear', 'seasonal', 'steady', 'trajectory'
  method text not null,
  -- Of a trajectory: [{"period": "2026-Q1", "value": 120}], in the indicator's unit.
  points jsonb not null default '[]',
  version integer not null default 1,
  primary key (document_id, target_id),
  foreign key (document_id, target_id) references target (document_id, id) on delete cascade
);

do $$
declare
  posts constant text := '(select holds_post())';
  keepers constant text := $c$(select person_holds('coordinator', 'administrator'))$c$;
  name text;
begin
  foreach name in array array['path_rule', 'target_path'] loop
    perform give_rights(name, posts, keepers, keepers, keepers);
  end loop;
end $$;
