-- How sure the reader is of each finding, what it suggests instead of a slip, and which findings have a note.

-- Findings read before this have not been weighed: they stand in the middle.
alter table target add column confidence double precision not null default 0.5;
alter table target alter column confidence drop default;
alter table task add column confidence double precision not null default 0.5;
alter table task alter column confidence drop default;

alter table note add column suggestion text;
alter table note add column reasons text[] not null default '{}';
alter table note alter column reasons drop default;
create index note_by_finding on note (document_id, finding_id);

alter table target add column noted boolean not null default false;
update target f set noted = true
  where exists (select from note n where n.document_id = f.document_id and n.finding_id = f.id);
alter table target alter column noted drop default;
alter table task add column noted boolean not null default false;
update task f set noted = true
  where exists (select from note n where n.document_id = f.document_id and n.finding_id = f.id);
alter table task alter column noted drop default;
create index target_noted on target (document_id, position) where noted;
create index task_noted on task (document_id, position) where noted;
