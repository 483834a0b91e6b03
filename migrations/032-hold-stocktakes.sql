-- What leaders follow in person, and the meetings that take stock of it (docs/decisions/041-stocktakes.md).

-- Danh mục lãnh đạo theo dõi. That a leader follows something everybody at work may know; why is in the note below.
create table follow (
  id uuid primary key,
  leader_id text not null references app_user,
  -- 'target', 'duty', 'agency'
  kind text not null,
  document_id uuid,
  finding_id text,
  duty_id uuid references duty on delete cascade,
  agency_id text references agency,
  subject text not null generated always as (
    kind || ':' || coalesce(document_id::text || ':' || finding_id, duty_id::text, agency_id)) stored,
  added_by text not null references app_user,
  added_at timestamptz not null,
  foreign key (document_id, finding_id) references target (document_id, id) on delete cascade,
  unique (leader_id, subject)
);
create index follow_of_subject on follow (subject);
create index follow_of_target on follow (document_id, finding_id) where document_id is not null;
create index follow_of_duty on follow (duty_id) where duty_id is not null;

-- Why it is followed: the leader's own, and of whoever prepares it.
create table follow_note (
  follow_id uuid primary key references follow on delete cascade,
  note text not null,
  version integer not null default 1
);

-- Cuộc họp kiểm điểm tiến độ.
create table stocktake (
  id uuid primary key,
  -- The body in whose name it is held.
  agency_id text not null references agency,
  title text not null,
  held_on date not null,
  -- "8 giờ 00", as it is written in the minutes.
  begins text not null default '',
  ends text not null default '',
  place text not null default '',
  chair_id text not null references app_user,
  secretary text not null default '',
  -- 'planned', 'held'
  stage text not null default 'planned',
  closed_at timestamptz,
  made_by text not null references app_user,
  made_at timestamptz not null,
  version integer not null default 1
);
create index stocktake_by_day on stocktake (agency_id, held_on desc, id);

-- Who takes part.
create table stocktake_agency (
  stocktake_id uuid not null references stocktake on delete cascade,
  agency_id text not null references agency,
  primary key (stocktake_id, agency_id)
);
create index stocktake_of_agency on stocktake_agency (agency_id);

-- What is on its agenda, in order; what was proposed and not wanted stays, so that it is not proposed again.
create table stocktake_item (
  id uuid primary key,
  stocktake_id uuid not null references stocktake on delete cascade,
  position integer not null,
  kept boolean not null,
  kind text not null,
  document_id uuid,
  finding_id text,
  duty_id uuid references duty on delete cascade,
  agency_id text references agency,
  subject text not null generated always as (
    kind || ':' || coalesce(document_id::text || ':' || finding_id, duty_id::text, agency_id)) stored,
  -- Why it is there: [{"kind": "overdue", "days": 45}].
  reasons jsonb not null,
  -- What was said, as the minutes have it.
  discussion text not null default '',
  -- How it stood when the stocktake was closed.
  stood jsonb,
  version integer not null default 1,
  foreign key (document_id, finding_id) references target (document_id, id) on delete cascade,
  unique (stocktake_id, subject)
);
create index stocktake_item_of_subject on stocktake_item (subject);
create index stocktake_item_of_target on stocktake_item (document_id, finding_id) where document_id is not null;
create index stocktake_item_of_duty on stocktake_item (duty_id) where duty_id is not null;

-- Kết luận: what was decided at an item, whose it is, and the duty that was made of it.
create table stocktake_decision (
  id uuid primary key,
  item_id uuid not null references stocktake_item on delete cascade,
  position integer not null,
  agency_id text not null references agency,
  content text not null,
  due date,
  duty_id uuid unique references duty on delete set null,
  version integer not null default 1
);
create index stocktake_decision_of_item on stocktake_decision (item_id);

-- Whether the person coordinates where a leader leads, and so prepares what the leader looks at.
create function prepares_for(leader text) returns boolean
language sql stable parallel safe security definer set search_path from current as $$
  select exists (
    select from post own join agency_reach r on r.above_id = own.agency_id
      join post led on led.agency_id = r.agency_id and led.user_id = leader and led.role = 'leader'
    where own.user_id = person_id() and own.role = 'coordinator'
      and own.valid_from <= person_day() and (own.valid_until is null or own.valid_until > person_day())
      and led.valid_from <= person_day() and (led.valid_until is null or led.valid_until > person_day()))
$$;

do $$
declare
  posts constant text := '(select holds_post())';
  holders constant text := $c$(select person_holds('coordinator', 'leader'))$c$;
  own constant text := '(leader_id = (select person_id()) or prepares_for(leader_id))';
  own_note constant text := format('exists (select from follow f where f.id = follow_note.follow_id and %s)',
    '(f.leader_id = (select person_id()) or prepares_for(f.leader_id))');
  of_stocktake constant text := 'exists (select from stocktake s where s.id = stocktake_item.stocktake_id)';
  of_item constant text := 'exists (select from stocktake_item i where i.id = stocktake_decision.item_id)';
begin
  perform give_rights('follow', posts, own, null, own);
  perform give_rights('follow_note', own_note, own_note, own_note, own_note);
  perform give_rights('stocktake_agency', posts, holders, null, holders);
  -- Beside those who hold it, the agencies that take part; its items and decisions are read with it.
  perform give_rights('stocktake', format('%s or exists (select from stocktake_agency a
    where a.stocktake_id = stocktake.id and a.agency_id in (select own_agencies()))', holders), holders, holders, holders);
  perform give_rights('stocktake_item', of_stocktake, holders, holders, holders);
  perform give_rights('stocktake_decision', of_item, holders, holders, holders);
end $$;

-- In the record of deeds they are as hidden as in their own places.
create policy action_of_follow_note on action as restrictive for select to tiendo_person using (
  subject_kind <> 'followNote' or coalesce(after, before) ->> 'leaderId' = (select person_id())
  or prepares_for(coalesce(after, before) ->> 'leaderId'));
create policy action_of_stocktake on action as restrictive for select to tiendo_person using (
  subject_kind <> 'stocktake' or (select person_holds('coordinator', 'leader'))
  or exists (select from stocktake s where s.id::text = subject_id));
