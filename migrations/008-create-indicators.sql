-- The thing measured, apart from the value to reach: one indicator in five documents is one line through the years.

create table indicator (
  id text primary key,
  name text not null,
  unit text,
  -- Units that can be turned into it, with the factor: [{"unit": "triệu đồng", "factor": 0.001}].
  unit_factors jsonb not null,
  direction text not null,
  measure text not null,
  cumulative boolean not null,
  decimals smallint,
  breakdowns text[] not null,
  statistical_code text,
  -- 'cited' in a source, 'inferred' from the order of a list, 'unchecked'.
  code_evidence text,
  -- Agency profile of the body that publishes or follows it.
  owner_profile text,
  pillar text,
  source text not null,
  version integer not null default 1
);

create table indicator_name (
  indicator_id text not null references indicator on delete cascade,
  -- From 0; its own name is in indicator.
  position smallint not null,
  name text not null,
  primary key (indicator_id, position)
);

alter table target add column indicator_id text references indicator;
-- 'name', 'synonym', 'words', 'officer'; null where it was not matched.
alter table target add column indicator_matched_by text;
-- Which line of the indicator: "thành thị", "khu vực II"; '' is the whole (src/registry/indicator-words.ts).
alter table target add column indicator_line text;
alter table target add column indicator_certainty double precision;
create index target_by_indicator on target (indicator_id, year);
