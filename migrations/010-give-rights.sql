-- Who may do what where, and a wall behind the program's own checks (docs/decisions/019-rights.md).

-- A role that a person holds in an agency, from which day (inclusive) to which (exclusive; null: still). It reaches the agency and
-- all below it.
create table post (
  id uuid primary key,
  user_id text not null references app_user,
  role text not null,
  agency_id text not null references agency,
  valid_from date not null,
  valid_until date,
  given_by text references app_user
);
create index post_of_user on post (user_id);
create index post_in_agency on post (agency_id, role);

-- Every agency below another, itself included, at any depth: kept by the triggers below.
create table agency_reach (
  above_id text not null references agency on delete cascade,
  agency_id text not null references agency on delete cascade,
  primary key (above_id, agency_id)
);
create index agency_reach_of on agency_reach (agency_id);
