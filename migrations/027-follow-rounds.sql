-- What came to rounds and reports later: news of a report leads to it, whom it addresses and who gets it, form and guide as files.

alter table notice add column round_id uuid references round on delete cascade;

-- Asked of the members of a group only.
alter table regime_line add column group_id text references agency_group;

-- Kính gửi, nơi nhận: the next report of the regime begins with those of the last.
alter table report add column addressees text[] not null default '{}';
alter table report add column recipients text[] not null default '{}';

-- Mẫu đề cương, biểu mẫu, hướng dẫn (Điều 8): as their files, for whoever reports.
create table regime_file (
  id uuid primary key,
  regime_id uuid not null references regime on delete cascade,
  -- 'form', 'guide'
  kind text not null,
  name text not null,
  media_type text not null,
  bytes bytea not null,
  added_at timestamptz(3) not null,
  added_by text not null references app_user
);
create index regime_file_of on regime_file (regime_id, kind, name);
alter table regime_file alter column bytes set storage external;

do $$
declare
  posts constant text := '(select holds_post())';
  keepers constant text := $c$(select person_holds('coordinator', 'administrator'))$c$;
begin
  perform give_rights('regime_file', posts, keepers, null, keepers);
end $$;

-- A draft of a plan may be thrown away; what it was stays in the record of deeds, for whoever could see it.
grant delete on plan_draft to tiendo_person;
create policy plan_draft_remove on plan_draft for delete to tiendo_person using ((select person_holds('coordinator')));
drop policy action_of_draft on action;
create policy action_of_draft on action as restrictive for select to tiendo_person using (
  subject_kind <> 'planDraft' or (select person_holds('coordinator', 'leader')));
