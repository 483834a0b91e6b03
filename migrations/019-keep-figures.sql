-- Số liệu: what is asked of an agency in a round, what it types, and what was approved.

-- How figures of several agencies become one: 'sum', 'weightedMean' (by the figures of another line), 'latest', 'none'; null: as its kind says.
alter table indicator add column aggregation text;
alter table indicator add column weight_indicator_id text references indicator;
-- How it follows from others: "{gia-tri-san-xuat} / {dan-so} * 1000"; such a figure is never typed.
alter table indicator add column formula text;

-- One figure that is asked for. Blank: neither value nor word; zero is a value.
create table cell (
  submission_id uuid not null references submission on delete cascade,
  indicator_id text not null references indicator,
  line text not null default '',
  -- 'period' or 'toDate', as regime_line.
  span text not null,
  -- 'planned', 'estimated', 'preliminary', 'final'
  basis text not null,
  position integer not null,
  value double precision,
  -- 'notApplicable', 'notYet'; then there is no value.
  missing text check (missing is null or value is null),
  -- Why an unusual number stands.
  reason text not null default '',
  changed_at timestamptz(3),
  changed_by text references app_user,
  version integer not null default 1,
  primary key (submission_id, indicator_id, line, span, basis)
);

-- What is said about a cell: a comment, or why the coordinator returned it.
create table cell_remark (
  id uuid primary key,
  submission_id uuid not null,
  indicator_id text not null,
  line text not null,
  span text not null,
  basis text not null,
  -- 'comment', 'returned'
  kind text not null,
  author_id text not null references app_user,
  at timestamptz(3) not null,
  words text not null,
  settled_at timestamptz(3),
  foreign key (submission_id, indicator_id, line, span, basis) references cell on delete cascade
);
create index cell_remark_of on cell_remark (submission_id, indicator_id, line, span, basis);

-- What was approved. A row is never changed: a correction ends it and makes another.
create table figure (
  id bigint generated always as identity primary key,
  -- Who reported it, under the name it had then.
  agency_id text not null references agency,
  indicator_id text not null references indicator,
  line text not null default '',
  period text not null,
  calendar text not null,
  -- The last day of its period: what lists and charts are ordered by.
  period_to date not null,
  span text not null,
  basis text not null,
  value double precision,
  missing text,
  reason text not null default '',
  submission_id uuid references submission,
  import_id uuid,
  set_at timestamptz(3) not null,
  set_by text references app_user,
  ended_at timestamptz(3),
  check (value is null or missing is null)
);
create unique index figure_now on figure (indicator_id, line, agency_id, period, calendar, span, basis) where ended_at is null;
create index figure_of_agency on figure (agency_id, period_to) where ended_at is null;
create index figure_of_submission on figure (submission_id) where submission_id is not null;

-- Đề nghị sửa số liệu đã khóa.
create table correction (
  id uuid primary key,
  figure_id bigint not null references figure,
  submission_id uuid references submission,
  value double precision,
  missing text,
  reason text not null,
  asked_by text not null references app_user,
  asked_for text not null references agency,
  asked_at timestamptz(3) not null,
  -- 'asked', 'granted', 'refused', 'withdrawn'
  stage text not null default 'asked',
  decided_by text references app_user,
  decided_at timestamptz(3),
  decided_because text not null default '',
  -- The row that replaced it.
  new_figure_id bigint references figure,
  version integer not null default 1
);
create unique index correction_asked on correction (figure_id) where stage = 'asked';
create index correction_open on correction (asked_at) where stage = 'asked';

-- A file of many figures (.csv, .xlsx) on its way in.
create table figure_import (
  id uuid primary key,
  file_name text not null,
  mapping jsonb not null,
  -- What stands at the heads of its columns.
  head jsonb not null default '[]',
  -- {"keepGood", "replace", "reason"}
  choices jsonb not null,
  -- 'reading', 'storing', 'done', 'failed', 'cancelled'
  stage text not null,
  rows_read integer not null default 0,
  rows_refused integer not null default 0,
  figures_stored integer not null default 0,
  -- Of these, in the place of others.
  figures_replaced integer not null default 0,
  -- There already, the same.
  figures_same integer not null default 0,
  -- The first of them, each with its row and column.
  faults jsonb not null default '[]',
  refusal jsonb,
  started_by text not null references app_user,
  started_at timestamptz(3) not null,
  ended_at timestamptz(3)
);
alter table figure add foreign key (import_id) references figure_import;

-- Which column of a file is what, kept under a name.
create table import_mapping (
  name text primary key,
  mapping jsonb not null,
  changed_by text not null references app_user,
  changed_at timestamptz(3) not null,
  version integer not null default 1
);

-- Rights. What an agency types is its own until it is sent; then the coordinator's and the leaders'; once approved everybody's.
do $$
declare
  posts constant text := '(select holds_post())';
  coordinators constant text := $c$(select person_holds('coordinator'))$c$;
  seen constant text := $c$exists (select from submission s join duty d on d.id = s.duty_id where s.id = %I.submission_id and (
    d.agency_id in (select own_agencies())
    or (s.stage = 'sent' and (select person_holds('coordinator', 'leader')))
    or (s.stage = 'approved' and (select holds_post()))))$c$;
  written constant text := $c$(select person_holds('coordinator', 'administrator')) or exists (select from submission s
    join duty d on d.id = s.duty_id where s.id = %I.submission_id and d.agency_id in (select own_agencies()))$c$;
  name text;
begin
  foreach name in array array['cell', 'cell_remark'] loop
    perform give_rights(name, format(seen, name), format(written, name), format(written, name), format(written, name));
  end loop;
  perform give_rights('figure', posts, coordinators, coordinators, null);
  perform give_rights('correction', $c$asked_for in (select own_agencies()) or (select person_holds('coordinator', 'leader'))$c$,
    'asked_for in (select own_agencies())', 'asked_for in (select own_agencies()) or ' || coordinators, null);
  perform give_rights('figure_import', coordinators, coordinators, coordinators, null);
  perform give_rights('import_mapping', coordinators, coordinators, coordinators, coordinators);
end $$;

-- What was done to cells is as hidden as they are, for good: what an agency typed and took back before it sent is its own.
create policy action_on_cells on action as restrictive for select to tiendo_person using (
  case when subject_kind = 'cells' then (select person_holds('administrator'))
      or exists (select from cell c where c.submission_id = action.subject_id::uuid)
    when subject_kind = 'correction' then (select person_holds('administrator'))
      or exists (select from correction c where c.id = action.subject_id::uuid)
    else true end);
