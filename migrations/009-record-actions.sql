-- From a reading to the register: what officers do, and from when to when its results are in force.

-- What was done, by whom, when and why. Only ever added to; an undoing is an action of its own.
create table action (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  user_id text not null references app_user,
  -- What one person did at once may change several subjects: they have the operation in common.
  operation uuid not null,
  verb text not null,
  -- The document it belongs to, where it belongs to one.
  document_id uuid,
  -- 'target', 'task', 'document', 'agency', 'group', 'indicator', 'reorganisation', 'counterpart'
  subject_kind text not null,
  subject_id text not null,
  reason text,
  -- The subject's fields before and after.
  before jsonb,
  after jsonb,
  undoes bigint unique references action
);
create index action_of_document on action (document_id, id) where document_id is not null;
create index action_on_subject on action (subject_kind, subject_id, document_id, id);
create index action_of_operation on action (operation);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'recorded actions are not changed';
end $$;
create trigger action_is_kept before update or delete on action
  for each row execute function refuse_change();

alter table document add column state text not null default 'read';
-- In force from its issue to the day another replaced or ended it; null before issuing.
alter table document add column valid_from date;
alter table document add column valid_until date;
alter table document add column version integer not null default 1;

alter table target add column review text not null default 'proposed';
alter table target add column valid_from date;
alter table target add column valid_until date;
alter table target add column version integer not null default 1;
create index target_in_force on target (valid_from, valid_until);
create index target_ended on target (document_id, valid_until) where valid_until is not null;
create index target_in_review on target (document_id, position) where review = 'proposed';

alter table task add column review text not null default 'proposed';
alter table task add column valid_from date;
alter table task add column valid_until date;
alter table task add column version integer not null default 1;
create index task_in_force on task (valid_from, valid_until);
create index task_ended on task (document_id, valid_until) where valid_until is not null;
create index task_in_review on task (document_id, position) where review = 'proposed';

-- Where a name means a "liên quan" group: the members that an officer chose; null where nobody has chosen yet.
alter table finding_agency add column members text[];

-- Who has it from which day to which. Made when a document is issued, moved by reorganisations; the name in the document
-- stays in finding_agency.
create table assignment (
  id bigint generated always as identity primary key,
  document_id uuid not null references document on delete cascade,
  finding_kind text not null,
  finding_id text not null,
  role text not null,
  agency_id text not null references agency,
  -- The name in finding_agency that it comes from.
  named_position smallint not null,
  -- The field of work that decided the heir where an agency split.
  field text,
  valid_from date not null,
  valid_until date,
  -- The reorganisation that made it or ended it.
  made_by text references reorganisation,
  ended_by text references reorganisation,
  -- What valid_until was before a reorganisation ended it: undoing gives it back.
  until_before date,
  -- The rows it carries on, where a reorganisation made it: two or more after a merger.
  origins bigint[] not null default '{}'
);
create index assignment_of_finding on assignment (document_id, finding_kind, finding_id);
create index assignment_of_agency on assignment (agency_id, valid_from);
create index assignment_made_by on assignment (made_by) where made_by is not null;
create index assignment_ended_by on assignment (ended_by) where ended_by is not null;

-- A finding of one document set beside one of another: 'amends' the earlier, or stands 'below' the higher.
create table counterpart (
  relation text not null,
  finding_kind text not null,
  document_id uuid not null references document on delete cascade,
  finding_id text not null,
  other_document_id uuid not null references document on delete cascade,
  -- Null: the officer says there is none.
  other_finding_id text,
  -- 'confirmed' or 'rejected'; what is only suggested is computed, not stored.
  judgement text not null,
  unique nulls not distinct (relation, finding_kind, document_id, finding_id, other_document_id, other_finding_id)
);
create index counterpart_of_other on counterpart (other_document_id, relation);

-- Which documents name a document, by its number.
create index document_references on document using gin ((header -> 'references') jsonb_path_ops);
