-- What came to rounds and reports later: news of a report leads to it, whom it addresses and who gets it.

alter table notice add column round_id uuid references round on delete cascade;

-- Kính gửi, nơi nhận: the next report of the regime begins with those of the last.
alter table report add column addressees text[] not null default '{}';
alter table report add column recipients text[] not null default '{}';

-- A draft of a plan may be thrown away; what it was stays in the record of deeds, for whoever could see it.
grant delete on plan_draft to tiendo_person;
create policy plan_draft_remove on plan_draft for delete to tiendo_person using ((select person_holds('coordinator')));
drop policy action_of_draft on action;
create policy action_of_draft on action as restrictive for select to tiendo_person using (
  subject_kind <> 'planDraft' or (select person_holds('coordinator', 'leader')));
