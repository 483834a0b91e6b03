-- How people sign in (docs/decisions/024-accounts.md). What stands here only the services of accounts may read.

-- 'invited' (has not yet come), 'active', 'left'
alter table app_user add column state text not null default 'active';
alter table app_user add column seen_at timestamptz;
alter table app_user drop column image, drop column email_verified, drop column updated_at;
create unique index app_user_by_email on app_user (lower(email));

create table password (
  user_id text primary key references app_user on delete cascade,
  hash text not null,
  set_at timestamptz not null,
  -- Set by somebody else: the person changes it before anything else.
  given boolean not null default false
);
create table past_password (
  user_id text not null references app_user on delete cascade,
  hash text not null,
  ended_at timestamptz not null
);
create index past_password_of_user on past_password (user_id, ended_at desc);
insert into password (user_id, hash, set_at)
  select user_id, password, updated_at from account where provider_id = 'credential' and password is not null;
drop table account;
drop table verification;
delete from setting where name = 'sessionSecret';

-- Who is signed in. The cookie holds the token, the database only its hash.
drop table session;
create table session (
  id uuid primary key,
  user_id text not null references app_user on delete cascade,
  token_hash text not null unique,
  -- The provider of single sign-on; null: by password.
  provider text,
  began_at timestamptz not null,
  used_at timestamptz not null,
  ends_at timestamptz not null,
  address text not null,
  device text not null
);
create index session_of_user on session (user_id);

-- The password was right; the one-time code is still to come.
create table sign_in_step (
  token_hash text primary key,
  user_id text not null references app_user on delete cascade,
  ends_at timestamptz not null
);

-- Attempts since the last success, for each account that was named (whether there is one or not) and each address.
create table sign_in_failure (
  key text primary key,
  count integer not null,
  since timestamptz not null,
  locked_until timestamptz
);

create table second_factor (
  user_id text primary key references app_user on delete cascade,
  -- Sealed with the installation's key.
  secret text not null,
  -- Null: begun, and not yet shown to work.
  confirmed_at timestamptz,
  -- The time step of the last code that was taken: none counts twice.
  last_step bigint not null default 0
);
create table recovery_code (
  user_id text not null references app_user on delete cascade,
  hash text not null,
  used_at timestamptz,
  primary key (user_id, hash)
);

-- Links sent by mail: 'invitation', 'password'. Each works once, until it ends.
create table account_link (
  token_hash text primary key,
  user_id text not null references app_user on delete cascade,
  kind text not null,
  made_by text references app_user,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz
);
create index account_link_of_user on account_link (user_id);

-- Who somebody is to a provider of single sign-on.
create table outside_identity (
  provider text not null,
  subject text not null,
  user_id text not null references app_user on delete cascade,
  linked_at timestamptz not null,
  primary key (provider, subject)
);
create index outside_identity_of_user on outside_identity (user_id);

-- Posts that a provider's claims gave, and that end with them; null: given by hand.
alter table post add column provider text;

-- Rights: who is active is seen wherever somebody is told something; nothing else of an account.
grant select (state) on app_user to tiendo_person;

-- The list of people: found by name and address, as search_words compares them, in the order of the alphabet.
alter table app_user
  add column words text not null generated always as (search_words(name || ' ' || translate(email, '@_', '  '))) stored,
  add column plain_words text not null generated always as (plain_search_words(name || ' ' || translate(email, '@_', '  '))) stored;
create index user_words on app_user using gin (words gin_trgm_ops);
create index user_plain_words on app_user using gin (plain_words gin_trgm_ops);
create index user_by_name on app_user (name collate "vi-x-icu", id);
grant select (words, plain_words) on app_user to tiendo_person;
