-- Administrators look after the people of their own agencies, and review their accounts at set times (docs/decisions/034-reviews-of-accounts.md).

-- The agencies that administrators of these ones look after: all below them, and, of a committee, all of its place and of the places in it,
-- for what is not below the committee (the police, the Front, communes) has nobody else.
create function agencies_looked_after(tops text[]) returns setof text
language sql stable parallel safe security definer set search_path from current rows 200 as $$
  with recursive inside(id) as (
    select a.place_id from agency a where a.id = any(tops) and a.kind = 'committee' and a.place_id is not null
    union select p.id from inside join place p on p.parent_id = inside.id)
  select r.agency_id from agency_reach r where r.above_id = any(tops)
  union
  select a.id from inside join agency a on a.place_id = inside.id
$$;

create function administered_agencies(person text, day date) returns setof text
language sql stable parallel safe security definer set search_path from current rows 200 as $$
  select agencies_looked_after(array(select p.agency_id from post p where p.user_id = person and p.role = 'administrator'
    and p.valid_from <= day and (p.valid_until is null or p.valid_until > day)))
$$;

-- Rights: posts are given and ended in these agencies only. What reorganisations do to posts has policies of its own (013).
do $$
declare
  administered constant text := $c$(select person_holds('administrator'))
    and agency_id in (select administered_agencies(person_id(), person_day()))$c$;
begin
  execute format('alter policy post_add on post with check (%s)', administered);
  execute format('alter policy post_change on post using (%1$s) with check (%1$s)', administered);
end $$;

-- What administrators of one agency go through together. Withheld from persons: its services know passwords' neighbours.
create table account_review (
  id uuid primary key,
  agency_id text not null references agency,
  began_at timestamptz not null,
  began_by text not null references app_user,
  closed_at timestamptz,
  closed_by text references app_user,
  -- What whoever closed it had to say.
  note text
);
create unique index account_review_open on account_review (agency_id) where closed_at is null;
create index account_review_closed on account_review (agency_id, closed_at);

create table reviewed_account (
  review_id uuid not null references account_review,
  user_id text not null references app_user,
  version integer not null default 1,
  -- 'keep', 'lock', 'endPosts'; null: still open, or nothing to decide, since the person has left.
  decision text,
  reason text,
  decided_at timestamptz,
  decided_by text references app_user,
  -- The account as it stood when it was decided on, or when the review was closed.
  facts jsonb,
  primary key (review_id, user_id)
);
create index reviewed_account_of_user on reviewed_account (user_id);

-- Which reminders of a review that falls due on a day have gone out.
create table account_review_reminder (
  agency_id text not null references agency,
  due_on date not null,
  step integer not null,
  primary key (agency_id, due_on, step)
);
