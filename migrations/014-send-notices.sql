-- What people are told, and by which way; what was urged; work that waits for the queue of jobs.

create table notice (
  id bigint generated always as identity primary key,
  user_id text not null references app_user,
  -- src/registry/notice.ts
  kind text not null,
  urgent boolean not null default false,
  duty_id uuid references duty on delete cascade,
  document_id uuid references document on delete cascade,
  details jsonb not null,
  at timestamptz not null,
  read_at timestamptz,
  -- When it left by mail, at once or in a digest, or when its person turned out to want no mail of it.
  settled_at timestamptz,
  mailed boolean not null default false
);
create index notice_of_user on notice (user_id, id desc);
create index notice_unread on notice (user_id) where read_at is null;
create index notice_unsettled on notice (user_id, id) where settled_at is null;

-- What one person chose; what is absent is as the installation has it.
create table notice_choice (
  user_id text primary key references app_user on delete cascade,
  -- By kind of notice: { app, mail, webhook }
  kinds jsonb not null,
  -- 'HH:MM' in Việt Nam; quiet_from = quiet_until: never quiet.
  digest_at text not null,
  quiet_from text not null,
  quiet_until text not null,
  -- Of letters: 'vi', 'en'
  language text not null,
  version integer not null default 1
);

-- What the administrator allows, by kind of notice; what is absent is as delivered (src/registry/notice-choice.ts).
create table notice_rule (
  kind text primary key,
  rule jsonb not null
);

-- The last day for which a person's digest was made: one a day, whichever server makes it.
create table digest (
  user_id text primary key references app_user on delete cascade,
  day date not null
);

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
-- What the leaders are shown until it is done.
create index urging_to_leader on urging (duty_id, due) where step = 'toLeader';

-- The ladder of one plan document; that of null is for all others.
create table urging_ladder (
  document_id uuid unique nulls not distinct references document on delete cascade,
  steps jsonb not null,
  version integer not null default 1
);

-- Jobs left by a transaction; taken over into the queue in order when it has committed. Whoever works as a person may only add.
create table outbox (
  id bigint generated always as identity primary key,
  queue text not null,
  -- Where the job that leaves it may run twice: what makes the second the same as the first.
  job_id uuid,
  data jsonb not null,
  at timestamptz not null default now()
);

-- Addresses that are told what happens. An empty list of kinds means all.
create table webhook (
  id uuid primary key,
  name text not null,
  address text not null,
  secret text not null,
  kinds text[] not null,
  active boolean not null default true,
  created_by text not null references app_user,
  created_at timestamptz not null,
  version integer not null default 1
);
create table webhook_attempt (
  id bigint generated always as identity primary key,
  webhook_id uuid not null references webhook on delete cascade,
  job_id uuid not null,
  kind text not null,
  at timestamptz not null,
  milliseconds integer not null,
  -- The status it answered with; null where no answer came.
  status integer,
  -- Why it counts as not delivered; null where it was.
  failure text
);
create index webhook_attempt_of on webhook_attempt (webhook_id, id desc);

-- Rights. Withheld: digest, which only the jobs keep.
do $$
declare
  posts constant text := '(select holds_post())';
  deciders constant text := $c$(select person_holds('coordinator', 'leader'))$c$;
  coordinators constant text := $c$(select person_holds('coordinator'))$c$;
  administrators constant text := $c$(select person_holds('administrator'))$c$;
  self constant text := 'user_id = (select person_id())';
begin
  perform give_rights('notice', self, posts, self, null);
  perform give_rights('notice_choice', self, self, self, self);
  perform give_rights('notice_rule', posts, administrators, administrators, administrators);
  perform give_rights('urging', posts, deciders, null, null);
  perform give_rights('urging_ladder', posts, coordinators, coordinators, coordinators);
  perform give_rights('outbox', null, '(select person_id()) <> ''''', null, null);
  perform give_rights('webhook', administrators, administrators, administrators, administrators);
  perform give_rights('webhook_attempt', administrators, null, null, null);
end $$;
