-- Chế độ báo cáo, đợt báo cáo: what is reported by whom to whom, how often, and each time that it is asked for (NĐ 09/2019/NĐ-CP, Điều 8).

create table regime (
  id uuid primary key,
  name text not null,
  -- 'periodic', 'thematic', 'adHoc' (Điều 4)
  kind text not null,
  -- 'text', 'figures', 'both'
  content text not null,
  legal_basis text not null default '',
  -- 'month', 'quarter', 'half', 'nineMonths', 'year', 'fiveYears', 'schoolYear', 'free'
  every text not null,
  -- 'administrative' (from the 15th to the 14th, Điều 12), 'statistical' (calendar months), 'school'
  calendar text not null,
  receiver_id text not null references agency,
  -- How it is sent beside this system, and how it is filled in.
  method text not null default '',
  guide text not null default '',
  -- The last day that counts: {"kind": "calendar"}, or {"kind": "day", "day": 15} of the period's last month.
  closing jsonb not null,
  -- Working days from closing, for each tier: {"commune": 1, "province": 3} (at least one, Điều 8 khoản 5 điểm b).
  deadlines jsonb not null,
  -- What each reporter is asked beside the lines below: {"targets": "estimated", "duties": true}; the figures of its targets are asked as this.
  asks jsonb not null,
  -- [{"key", "title", "level", "guide", "owners": {"all": true} | {"agencies": [...], "groups": [...]}}]
  outline jsonb not null,
  -- Whether rounds open by themselves, and how many days before the closing day.
  opens_before smallint,
  valid_from date not null,
  valid_until date,
  version integer not null default 1
);

-- Who reports: an agency, or each member of a group as of the day that the round opens.
create table regime_reporter (
  regime_id uuid not null references regime on delete cascade,
  position smallint not null,
  agency_id text references agency,
  group_id text references agency_group,
  primary key (regime_id, position)
);

-- Figures that are asked of every reporter, or of the one named, whether or not a document set a target for them.
create table regime_line (
  regime_id uuid not null references regime on delete cascade,
  position smallint not null,
  indicator_id text not null references indicator,
  line text not null default '',
  -- 'period': of these days alone, or as it stands at their end; 'toDate': since the year began.
  span text not null,
  basis text not null,
  agency_id text references agency,
  primary key (regime_id, position)
);

create table round (
  id uuid primary key,
  regime_id uuid not null references regime,
  -- '2026', '2026-H1', '2026-9M', '2026-Q1', '2026-M03', '2026-2030', 'SY2026', or two days with a slash between.
  period text not null,
  calendar text not null,
  -- First and last day that count, both inclusive; the last is the closing day.
  from_day date not null,
  to_day date not null,
  title text not null,
  -- As the regime asked for it when the round opened: a regime that changes since asks nothing else of whoever is at work.
  content text not null,
  guide text not null,
  asks jsonb not null,
  outline jsonb not null,
  opened_at timestamptz(3) not null,
  -- Null: it opened by itself.
  opened_by text references app_user,
  closed_at timestamptz(3),
  version integer not null default 1,
  unique (regime_id, period)
);
create index round_by_closing on round (to_day desc, id);

-- What one agency owes in one round. Its duty is what is urged, moved by reorganisations and counted as on time or late.
create table submission (
  id uuid primary key,
  round_id uuid not null references round on delete cascade,
  duty_id uuid not null unique references duty,
  -- Who was asked; whose it is today says its duty.
  agency_id text not null references agency,
  -- As first set; as it is today, says the duty.
  due date,
  -- Those of the round's outline that it owes, by their keys.
  sections text[] not null,
  -- 'asked', 'drafting', 'submitted' (the agency's head decides), 'sent' (the coordinator decides), 'returned', 'approved' (locked)
  stage text not null default 'asked',
  begun_at timestamptz(3),
  submitted_at timestamptz(3),
  submitted_by text references app_user,
  -- The first time that it was sent counts for being on time.
  first_sent_at timestamptz(3),
  sent_at timestamptz(3),
  sent_by text references app_user,
  returned_at timestamptz(3),
  returned_by text references app_user,
  returned_because text,
  -- By the agency's own head: what was said then stays among its people.
  returned_inside boolean not null default false,
  approved_at timestamptz(3),
  approved_by text references app_user,
  version integer not null default 1
);
create index submission_of_round on submission (round_id, stage);
create index submission_of_agency on submission (agency_id, stage);

-- How far each of these is, as numbers: what is being written is its agency's alone, how much of it is there is not.
create function submissions_filled(ids uuid[]) returns table (submission_id uuid, cells integer, filled integer, written integer)
language plpgsql stable parallel safe security definer set search_path from current as $$
begin
  return query
    select i.id, c.cells, c.filled, t.written from unnest(ids) i(id)
      cross join lateral (select count(*)::int as cells, (count(*) filter (where c.value is not null or c.missing is not null))::int as filled
        from cell c where c.submission_id = i.id) c
      cross join lateral (select count(*)::int as written from section_text s where s.submission_id = i.id) t;
end $$;

-- Rights. Who has reported and who has not is no secret; what is being written is in 019 and 020.
do $$
declare
  posts constant text := '(select holds_post())';
  keepers constant text := $c$(select person_holds('coordinator', 'administrator'))$c$;
  workers constant text := $c$(select person_holds('coordinator', 'head', 'officer', 'administrator'))$c$;
  name text;
begin
  foreach name in array array['regime', 'regime_reporter', 'regime_line', 'round'] loop
    perform give_rights(name, posts, keepers, keepers, keepers);
  end loop;
  perform give_rights('submission', posts, keepers, workers, keepers);
end $$;

-- What an officer and a head settle between them is for the people of the agency.
create policy action_of_submission on action as restrictive for select to tiendo_person using (
  case when subject_kind = 'submission' and verb in ('submitReport', 'withdrawReport', 'returnReport') then exists (
    select from submission s join duty d on d.id = s.duty_id
    where s.id = action.subject_id::uuid and d.agency_id in (select own_agencies())) or (select person_holds('administrator'))
  else true end);
