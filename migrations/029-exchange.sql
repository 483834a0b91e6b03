-- Gói tin edXML: in which envelopes of the national document axis a document came (docs/decisions/043-exchange.md).
create table document_envelope (
  -- SHA-256 of the envelope's bytes: the same envelope comes once.
  hash text primary key,
  document_id uuid not null references document on delete cascade,
  file_name text not null,
  header jsonb not null,
  -- [{ name, size, hash }]; only the first of them was read and kept.
  parts jsonb not null,
  received_at timestamptz(3) not null,
  received_by text not null references app_user
);
create index document_envelope_of on document_envelope (document_id, received_at desc);

do $$
declare
  coordinators constant text := $c$(select person_holds('coordinator'))$c$;
begin
  perform give_rights('document_envelope', $p$exists (select from document d where d.id = document_envelope.document_id)$p$,
    coordinators, null, null);
end $$;

-- What was sent, so that it can be sent again; calls of before have none.
alter table webhook_attempt add body jsonb;
create index webhook_attempt_kept on webhook_attempt (webhook_id, id) where body is not null;

-- A program that asks twice with the same key gets the first answer. The hash tells whether it asks for the same.
alter table figure_import add request_key text, add request_hash text;
-- One that was cut off has stored nothing and may be asked for again.
create unique index figure_import_request on figure_import (started_by, request_key)
  where request_key is not null and (refusal ->> 'code') is distinct from 'importInterrupted';
