-- Documents as they came in and as they were read. Offsets (`…_start`, `…_end`) point into document_text.text in UTF-16 units.

create table document (
  id uuid primary key,
  -- SHA-256 of the bytes: the same file is the same document.
  file_hash text not null unique,
  file_name text not null,
  file_size integer not null,
  format text not null,
  number text,
  kind text not null,
  issuer text,
  title text,
  issued_on date,
  period_from smallint,
  period_to smallint,
  header jsonb not null,
  target_count integer not null,
  task_count integer not null,
  note_count integer not null,
  received_at timestamptz not null,
  received_by text not null references app_user
);
create index document_newest on document (issued_on desc nulls last, id);

-- Apart from document, so that lists never touch the large values.
create table document_file (
  document_id uuid primary key references document on delete cascade,
  bytes bytea not null
);
-- Office files are compressed already.
alter table document_file alter column bytes set storage external;

create table document_text (
  document_id uuid primary key references document on delete cascade,
  text text not null,
  blocks json not null
);

create table note (
  document_id uuid not null references document on delete cascade,
  position integer not null,
  code text not null,
  span_start integer,
  span_end integer,
  finding_id text,
  detail text,
  primary key (document_id, position)
);

create table document_import (
  id uuid primary key,
  file_name text not null,
  file_size integer,
  stage text not null,
  state text not null,
  document_id uuid references document on delete cascade,
  refusal jsonb,
  dismissed boolean not null default false,
  started_by text not null references app_user,
  started_at timestamptz not null,
  ended_at timestamptz
);
create index document_import_shown on document_import (started_by, started_at desc) where not dismissed;
create index document_import_running on document_import (id) where state = 'running';
create index document_import_of_document on document_import (document_id);
