-- What is done about public work is seen by the public at once, and what came beside a received document is kept
-- (docs/decisions/042-portal.md, 043-exchange.md).

-- Tells all servers which published documents' work has changed, for `work` of src/store/announcements.ts. Here and not in a service: every
-- step leaves a row in `action`, whoever takes it, and who has handed a duty on may not see it any more.
create function announce_work() returns trigger language plpgsql security definer set search_path from current as $$
begin
  perform pg_notify('tiendo', json_build_object('kind', 'work', 'documentId', w.document_id)::text)
  from (select distinct o.document_id from fresh a join duty_origin o on o.duty_id = a.duty_id
      join publication p on p.document_id = o.document_id and not p.withdrawn
    where a.subject_kind in ('duty', 'progress', 'evidence', 'dueChange')) w;
  return null;
end $$;
create trigger action_is_announced after insert on action referencing new table as fresh
  for each statement execute function announce_work();
