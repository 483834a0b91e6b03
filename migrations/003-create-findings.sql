-- Targets and tasks, one row a finding; the bodies they name, one row a body.
-- `words` and `plain_words` are the searched text with and without accents, made by src/values/search-text.ts.

create extension if not exists pg_trgm;

create table target (
  document_id uuid not null references document on delete cascade,
  id text not null,
  position integer not null,
  span_start integer not null,
  span_end integer not null,
  value_start integer,
  value_end integer,
  quote text not null,
  value_quote text,
  section text[] not null,
  group_name text,
  ordinal text,
  listed boolean not null,
  name text not null,
  variant text,
  op text not null,
  value double precision,
  value2 double precision,
  value_of double precision,
  unit text,
  change text not null,
  base text,
  year smallint,
  year_from smallint,
  tier text not null,
  parent_id text,
  agencies text not null,
  words text not null,
  plain_words text not null,
  primary key (document_id, id)
);
create index target_in_order on target (document_id, position);
create index target_by_name on target (name collate "vi-x-icu", document_id, position);
create index target_by_year on target (year, document_id, position);
create index target_by_value on target (value, document_id, position);
create index target_by_group on target (group_name);
create index target_words on target using gin (words gin_trgm_ops);
create index target_plain_words on target using gin (plain_words gin_trgm_ops);

create table task (
  document_id uuid not null references document on delete cascade,
  id text not null,
  position integer not null,
  source text not null,
  span_start integer not null,
  span_end integer not null,
  quote text not null,
  section text[] not null,
  group_name text,
  ordinal text,
  time_raw text,
  due_kind text not null,
  due_from date,
  due_to date,
  due_every text,
  due_condition text,
  year_from smallint,
  year_to smallint,
  product_raw text,
  funding_raw text,
  note_raw text,
  lead text not null,
  words text not null,
  plain_words text not null,
  primary key (document_id, id)
);
create index task_in_order on task (document_id, position);
create index task_by_lead on task (lead collate "vi-x-icu", document_id, position);
create index task_by_due on task (due_to, due_from, document_id, position);
create index task_by_group on task (group_name);
create index task_words on task using gin (words gin_trgm_ops);
create index task_plain_words on task using gin (plain_words gin_trgm_ops);

-- `key` is the body's name in one spelling (src/registry/agency.ts): what a filter compares.
create table finding_agency (
  document_id uuid not null references document on delete cascade,
  finding_kind text not null,
  finding_id text not null,
  role text not null,
  position smallint not null,
  name text not null,
  key text not null,
  primary key (document_id, finding_kind, finding_id, role, position)
);
create index finding_agency_by_key on finding_agency (finding_kind, key, role);
