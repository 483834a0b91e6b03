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
  coordinators constant text := $c$(select person_holds('coordinator'))$c$;
begin
  perform give_rights('plan_draft', $c$(select person_holds('coordinator', 'leader'))$c$, coordinators, coordinators, null);
end $$;

-- A draft is as hidden in the record of deeds as in its own place.
create policy action_of_draft on action as restrictive for select to tiendo_person using (
  subject_kind <> 'planDraft' or exists (select from plan_draft d where d.id::text = subject_id));
