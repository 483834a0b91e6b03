-- What people are told, and by which way; what was urged.

create table notice (
  id bigint generated always as identity primary key,
  user_id text not null references app_user,
  -- What it is about: 'assigned', 'dueSoon', 'overdue', 'returned', 'rejected', 'answered', …
  kind text not null,
  urgent boolean not null default false,
  duty_id uuid references duty on delete cascade,
  document_id uuid references document on delete cascade,
  details jsonb not null,
  at timestamptz not null,
  read_at timestamptz,
  -- When it left by mail, at once or in a digest.
  mailed_at timestamptz
);
create index notice_of_user on notice (user_id, id desc);
create index notice_unread on notice (user_id) where read_at is null;
create index notice_unmailed on notice (at) where mailed_at is null;

-- Which step of the ladder was taken for which deadline of a duty: each once.
create table urging (
  id bigint generated always as identity primary key,
  duty_id uuid not null references duty on delete cascade,
  due date not null,
  step text not null,
  at timestamptz not null,
  -- Whom it reached.
  user_ids text[] not null,
  unique (duty_id, due, step)
);
