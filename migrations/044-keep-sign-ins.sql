-- Who signed in, and who tried and was refused: kept for as long as logs are (docs/decisions/049-retention.md). Read by whoever watches over
-- the installation through an account in tiendo_reader (docs/security.md); withheld from persons.
create table sign_in (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  -- 'opened', 'refused'
  outcome text not null,
  -- The e-mail that was named, whether there is such an account or not.
  account text not null,
  user_id text references app_user,
  -- The provider of single sign-on; null: by password.
  provider text,
  address text not null,
  device text not null
);
create index sign_in_by_moment on sign_in (at);
create index sign_in_of_account on sign_in (account, at desc);
