-- Mẫu văn bản that an administrator has put in place of the program's own, and drafts of plans.

create table template (
  -- 'consolidatedReport', 'plan', 'urgingLetter', 'extensionNotice', 'scorecard', 'minutes'
  kind text not null,
  number smallint not null,
  file_name text not null,
  bytes bytea not null,
  valid_from date not null,
  uploaded_by text not null references app_user,
  uploaded_at timestamptz(3) not null,
  withdrawn_at timestamptz(3),
  primary key (kind, number)
);

-- The next plan while it is written.
create table plan_draft (
  id uuid primary key,
  title text not null,
  content jsonb not null,
  author_id text not null references app_user,
  changed_at timestamptz(3) not null,
  version integer not null default 1
);
create index plan_draft_newest on plan_draft (changed_at desc);

do $$
declare
  posts constant text := '(select holds_post())';
  coordinators constant text := $c$(select person_holds('coordinator'))$c$;
  administrators constant text := $c$(select person_holds('administrator'))$c$;
begin
  perform give_rights('plan_draft', $c$(select person_holds('coordinator', 'leader'))$c$, coordinators, coordinators, null);
  perform give_rights('template', posts, administrators, administrators, null);
end $$;

-- A draft is as hidden in the record of deeds as in its own place.
create policy action_of_draft on action as restrictive for select to tiendo_person using (
  subject_kind <> 'planDraft' or exists (select from plan_draft d where d.id::text = subject_id));
