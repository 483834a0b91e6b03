-- Work that goes over from an agency that goes on takes what is asked and said about it along: whoever has the duty today answers the
-- question, closes the obstacle and takes back the asked deadline. The names stay those of whoever was asked and said it.
create function is_own_duty(duty uuid) returns boolean
language sql stable parallel safe security definer set search_path from current as $$
  select exists (select from duty d where d.id = is_own_duty.duty and d.agency_id in (select own_agencies()))
$$;
do $$
declare
  own constant text := 'agency_id in (select own_agencies())';
  deciders constant text := $c$(select person_holds('coordinator', 'leader'))$c$;
  answering constant text := 'asked_by = (select person_id()) or asked_for in (select own_agencies()) or is_own_duty(duty_id)';
  of_question constant text := own || ' or is_own_duty((select q.duty_id from question q where q.id = question_id))';
begin
  execute format('alter policy obstacle_change on obstacle with check (%s or decider_id in (select own_agencies()) or %s or is_own_duty(duty_id))', own, deciders);
  execute format('alter policy due_change_change on due_change using (%1$s or %2$s or is_own_duty(duty_id)) with check (%1$s or %2$s or is_own_duty(duty_id))', own, deciders);
  execute format('alter policy question_change on question using (%1$s) with check (%1$s)', answering);
  execute format('alter policy answer_draft_read on answer_draft using (%s)', of_question);
  execute format('alter policy answer_draft_add on answer_draft with check (%s)', of_question);
  execute format('alter policy answer_draft_change on answer_draft using (%1$s) with check (%1$s)', of_question);
  execute format('alter policy answer_draft_remove on answer_draft using (%s)', of_question);
end $$;
