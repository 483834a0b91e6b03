-- Keys by which other programs ask for a person (docs/decisions/039-for-other-systems.md). Only the services of accounts may read them.
create table api_key (
  id uuid primary key,
  user_id text not null references app_user on delete cascade,
  name text not null,
  -- The key has 256 bits; the database holds only its hash.
  token_hash text not null unique,
  scopes text[] not null,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  used_from text
);
create index api_key_of_user on api_key (user_id);
