-- Files that came in an envelope beside the document, by their place in `parts` (the document itself is 0). Only what could be opened and bears
-- no mark of state secrecy is here; nothing of it is read for targets or tasks.
create table envelope_file (
  envelope_hash text not null references document_envelope on delete cascade,
  position integer not null check (position > 0),
  bytes bytea not null,
  primary key (envelope_hash, position)
);

do $$
begin
  perform give_rights('envelope_file', $p$exists (select from document_envelope e where e.hash = envelope_file.envelope_hash)$p$,
    $c$(select person_holds('coordinator'))$c$, null, null);
end $$;
