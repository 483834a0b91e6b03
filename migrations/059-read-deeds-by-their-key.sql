-- As in 017. Whether an action on progress may be read is asked by the key of that progress: cast where it is compared, it would be compared behind the
-- wall only, and a duty's page read all progress of the country.
alter policy action_read on action using ((select person_holds('administrator')) or ((select holds_post())
  and (document_id is null or exists (select from document d where d.id = action.document_id))
  and (subject_kind <> all (array['post', 'user', 'account']) or subject_id = (select person_id()) or user_id = (select person_id()))
  and case when subject_kind = 'progress' then exists (
    select from (select action.subject_id::uuid as id offset 0) k join progress p on p.id = k.id) else true end));
