-- The work itself: one row for each piece of work that one agency answers for.

create table duty (
  id uuid primary key,
  -- Who has it today; a reorganisation moves it with its assignment.
  agency_id text not null references agency,
  -- 'assigned' by a document; a 'step' of another, in the same agency; a 'part' handed to an agency below.
  kind text not null,
  parent_id uuid references duty on delete cascade,
  -- The assigned one at the top of its chain; of that one its own id.
  root_id uuid not null references duty on delete cascade,
  -- Its own words; null: those of what it comes from.
  content text,
  -- Those words as a search compares them, with accents and without.
  words text,
  plain_words text,
  -- What is to come of it, and who decides on that, where somebody has said so.
  product text,
  authority text,
  -- Which time of one that comes again: '2026', '2026-Q1', '2026-M03'.
  period text,
  starts_on date,
  -- As first set, and as it is today. Null: no deadline, or it waits for something.
  first_due date,
  due date,
  -- The event its time begins with, while that has not happened.
  waits_for text,
  -- The duty whose being done is that event.
  waits_for_duty uuid references duty on delete set null,
  -- 'assigned', 'accepted', 'returned' (the coordinator decides), 'reported' (the monitor confirms), 'done', 'dropped'
  stage text not null default 'assigned',
  -- What it goes back to where it was returned or dropped.
  stage_before text,
  -- Why it was returned ('wrongCompetence', 'wrongTime', 'duplicate', 'other') or dropped ('decided', 'ended', 'moved', 'joined', 'above').
  because text,
  because_words text,
  -- The one it became a part of, where one piece of work serves two documents.
  joined_into uuid references duty on delete set null,
  -- When the agency got it: what it may return is counted from then.
  given_at timestamptz(3) not null default now(),
  -- The person in charge.
  officer_id text references app_user,
  share smallint,
  -- 'onTrack', 'atRisk', 'offTrack': the agency's own word.
  confidence text,
  -- The day on which the result that was confirmed had been reported: on time or late is counted by it.
  done_on date,
  version integer not null default 1
);
-- Lists are read in one of these orders; what has no deadline comes last.
create index duty_by_due on duty (coalesce(due, 'infinity'), id);
create index duty_by_giving on duty (given_at, id);
create index duty_of_agency on duty (agency_id, coalesce(due, 'infinity'), id);
create index duty_of_officer on duty (officer_id, stage) where officer_id is not null;
create index duty_of_parent on duty (parent_id) where parent_id is not null;
create index duty_of_root on duty (root_id);
create index duty_joined on duty (joined_into) where joined_into is not null;
create index duty_waiting on duty (waits_for_duty) where waits_for_duty is not null;
create index duty_at_work on duty (agency_id, coalesce(due, 'infinity'), id) where stage = 'accepted';
create index duty_to_accept on duty (agency_id) where stage = 'assigned';
create index duty_given_back on duty (agency_id) where stage = 'returned';
create index duty_reported on duty (agency_id) where stage = 'reported';
create index duty_open_by_due on duty (due) where stage not in ('done', 'dropped');
create index duty_words on duty using gin (words gin_trgm_ops);
create index duty_plain_words on duty using gin (plain_words gin_trgm_ops);

-- What it comes from: one finding, or several where one piece of work serves several documents.
create table duty_origin (
  duty_id uuid not null references duty on delete cascade,
  document_id uuid not null references document on delete cascade,
  finding_kind text not null,
  finding_id text not null,
  -- The assignment that it follows, and which time of it: one duty for each.
  assignment_id bigint references assignment on delete set null,
  period text not null default '',
  -- The duty that it was before it became an origin of this one.
  from_duty uuid references duty on delete set null,
  primary key (duty_id, document_id, finding_kind, finding_id)
);
create index duty_origin_of_finding on duty_origin (document_id, finding_kind, finding_id);
create unique index duty_origin_of_assignment on duty_origin (assignment_id, period) where assignment_id is not null;
create index duty_origin_from on duty_origin (from_duty) where from_duty is not null;

-- What a reorganisation has done to duties and posts, so that undoing gives back exactly what was.
create table duty_move (
  reorganisation_id text not null references reorganisation on delete cascade,
  duty_id uuid not null references duty on delete cascade,
  -- The duty and its origins before; null: it was made by the event.
  before jsonb,
  -- The version it had then: another one now says that somebody has gone on from there.
  version integer not null,
  moved_at timestamptz not null,
  primary key (reorganisation_id, duty_id)
);
create index duty_move_of_duty on duty_move (duty_id);
create table post_move (
  reorganisation_id text not null references reorganisation on delete cascade,
  post_id uuid not null references post on delete cascade,
  until_before date,
  -- The one that it goes on with in the heir.
  heir_post_id uuid not null references post on delete cascade,
  primary key (reorganisation_id, post_id)
);

-- By decision of a coordinator its work went to another agency: it does not come back with the document.
alter table assignment add column reassigned boolean not null default false;

-- What an agency says of it. It stays under the agency that said it.
create table progress (
  id uuid primary key,
  duty_id uuid not null references duty on delete cascade,
  agency_id text not null references agency,
  author_id text not null references app_user,
  -- 'draft', 'submitted' (the agency's head decides), 'returned' (to the officer), 'sent'
  stage text not null default 'draft',
  -- What is said to be done, in percent.
  share smallint,
  -- It is the result: what is to be confirmed.
  result boolean not null default false,
  done_text text not null default '',
  proposal text not null default '',
  confidence text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Why nothing proves a result whose duty names a product.
  without_evidence text not null default '',
  -- Which window saved it last, and its how manieth saving that was: a saving that comes again, or late, is told from another's.
  saved_from uuid,
  saved_number integer not null default 0,
  returned_at timestamptz,
  returned_by text references app_user,
  returned_because text,
  sent_at timestamptz,
  sent_by text references app_user,
  -- Of a result: 'confirmed' or 'sentBack', by whom, when and why.
  judgement text,
  judged_by text references app_user,
  judged_at timestamptz,
  judged_because text,
  version integer not null default 1
);
create index progress_of_duty on progress (duty_id, created_at desc);
create unique index progress_draft on progress (duty_id, author_id) where stage = 'draft';
create index progress_inside on progress (agency_id, stage) where stage <> 'sent';
create index progress_of_author on progress (author_id, stage) where stage <> 'sent';
create index progress_sent_back on progress (duty_id) where judgement = 'sentBack';
create index progress_to_judge on progress (duty_id) where result and stage = 'sent' and judgement is null;

-- Vướng mắc: what stands in the way.
create table obstacle (
  id uuid primary key,
  duty_id uuid not null references duty on delete cascade,
  agency_id text not null references agency,
  raised_by text not null references app_user,
  raised_at timestamptz not null,
  what text not null,
  impact text not null default '',
  -- Who is to decide, and by when.
  decider_id text references agency,
  wanted_by date,
  answer text,
  answered_by text references app_user,
  answered_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1
);
create index obstacle_of_duty on obstacle (duty_id);
create index obstacle_open on obstacle (decider_id) where closed_at is null;
create index obstacle_raised on obstacle (agency_id) where closed_at is null;

-- Minh chứng: a file, or the document that resulted, with its number and date.
create table evidence (
  id uuid primary key,
  duty_id uuid not null references duty on delete cascade,
  progress_id uuid references progress on delete cascade,
  agency_id text not null references agency,
  added_by text not null references app_user,
  added_at timestamptz not null,
  note text not null default '',
  document_number text,
  document_date date,
  file_name text,
  file_type text,
  file_size integer,
  file_hash text
);
create index evidence_of_duty on evidence (duty_id);
create index evidence_of_progress on evidence (progress_id) where progress_id is not null;
-- A product is found by its number.
create index document_of_number on document (number);
create index evidence_of_file on evidence (duty_id, file_hash) where file_hash is not null;
-- A file in parts of a mebibyte, so that none stands in memory whole; once for each duty, however many pieces of evidence it is.
create table evidence_file (
  duty_id uuid not null references duty on delete cascade,
  hash text not null,
  part smallint not null,
  bytes bytea not null,
  primary key (duty_id, hash, part)
);
alter table evidence_file alter column bytes set storage external;

-- A file goes with the last piece of evidence that it is, however that went. Whoever may remove evidence sees no files without it.
create function remove_unused_file() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from evidence_file f where f.duty_id = old.duty_id and f.hash = old.file_hash
    and not exists (select from evidence e where e.duty_id = old.duty_id and e.file_hash = old.file_hash);
  return null;
end $$;
create trigger evidence_takes_its_file after delete on evidence
  for each row when (old.file_hash is not null) execute function remove_unused_file();

-- Extension or adjustment: asked for, decided; each deadline that was stays.
create table due_change (
  id uuid primary key,
  duty_id uuid not null references duty on delete cascade,
  agency_id text not null references agency,
  asked_by text not null references app_user,
  asked_at timestamptz not null,
  reason text not null,
  due_before date,
  due_proposed date,
  -- 'asked', 'granted', 'refused', 'withdrawn'
  stage text not null default 'asked',
  due_granted date,
  decided_by text references app_user,
  decided_at timestamptz,
  decided_because text,
  version integer not null default 1
);
create index due_change_of_duty on due_change (duty_id);
create unique index due_change_asked on due_change (duty_id) where stage = 'asked';

-- What supervisors ask and must be told.
create table question (
  id uuid primary key,
  duty_id uuid not null references duty on delete cascade,
  asked_by text not null references app_user,
  asked_for text not null references agency,
  asked_at timestamptz not null,
  question text not null,
  answer_by date,
  answer text,
  answered_by text references app_user,
  answered_at timestamptz,
  version integer not null default 1
);
create index question_of_duty on question (duty_id);
create index question_open on question (asked_for) where answered_at is null;
create index question_of_asker on question (asked_by);
-- What an officer proposes to answer: the head of the agency sends it.
create table answer_draft (
  question_id uuid primary key references question on delete cascade,
  agency_id text not null references agency,
  answer text not null,
  author_id text not null references app_user,
  changed_at timestamptz not null,
  version integer not null default 1
);

-- The duty that an action belongs to, where it belongs to one: its story is these.
alter table action add column duty_id uuid;
create index action_of_duty on action (duty_id, id) where duty_id is not null;

-- Whether a file has outlived all its evidence: whoever took the last away may remove it.
create function file_is_unused(duty uuid, file text) returns boolean
language sql stable parallel safe security definer set search_path from current as $$
  select not exists (select from evidence where duty_id = duty and file_hash = file)
$$;

-- Rights. What was sent, everybody with a post sees; what is still inside an agency, only its people.
do $$
declare
  posts constant text := '(select holds_post())';
  -- All but those who only look: the administrator too, for a reorganisation moves duties.
  workers constant text := $c$(select person_holds('coordinator', 'leader', 'head', 'officer', 'administrator'))$c$;
  deciders constant text := $c$(select person_holds('coordinator', 'leader'))$c$;
  keepers constant text := $c$(select person_holds('coordinator', 'administrator'))$c$;
  own constant text := 'agency_id in (select own_agencies())';
begin
  perform give_rights('duty', posts, workers, workers, workers);
  perform give_rights('duty_origin', posts, keepers, keepers, keepers);
  -- Reorganisations carry duties and people along, and give them back.
  perform give_rights('duty_move', posts, keepers, keepers, keepers);
  perform give_rights('post_move', posts, keepers, keepers, keepers);
  -- Only what somebody holds already goes on, and only with an heir.
  execute format('create policy post_carried on post for insert to tiendo_person with check (%s and exists (
    select from post held join succession s on s.from_agency_id = held.agency_id
    where held.user_id = post.user_id and held.role = post.role and s.to_agency_id = post.agency_id))', keepers);
  execute format('create policy post_ended on post for update to tiendo_person using (%1$s and exists (
    select from succession s where s.from_agency_id = post.agency_id)) with check (%1$s)', keepers);
  grant delete on post to tiendo_person;
  execute format('create policy post_given_back on post for delete to tiendo_person using (
    %s and exists (select from post_move m where m.heir_post_id = post.id))', keepers);
  -- Whoever judges a result writes on what was sent, and leaves it sent.
  perform give_rights('progress', format('(stage = ''sent'' and %s) or %s', posts, own),
    own || ' and author_id = (select person_id())', format('%s or (stage = ''sent'' and %s)', own, workers), own);
  perform give_rights('obstacle', posts, own || ' and raised_by = (select person_id())',
    format('%s or decider_id in (select own_agencies()) or %s', own, deciders), own);
  -- Whoever works may hold it while it is looked at, and is then told why not; writing it is for these alone.
  execute format('alter policy obstacle_change on obstacle using (%s)', workers);
  -- Its progress has a policy of its own, and decides. One's own agencies, which cost most to find, are asked for last.
  perform give_rights('evidence', format('(progress_id is null and %s)
    or exists (select from progress p where p.id = evidence.progress_id) or %s', posts, own), own, own, own);
  perform give_rights('evidence_file', format('exists (select from evidence e where e.duty_id = evidence_file.duty_id
    and e.file_hash = evidence_file.hash) or (%s and file_is_unused(duty_id, hash))', workers), workers, null, workers);
  perform give_rights('due_change', posts, format('%s or %s', own, deciders), workers, null);
  perform give_rights('question', posts,
    $c$asked_by = (select person_id()) and (select person_holds('supervisor', 'leader'))$c$,
    'asked_by = (select person_id()) or asked_for in (select own_agencies())', null);
  perform give_rights('answer_draft', own, own, own, own);
end $$;

-- What was done inside an agency is as hidden as the progress itself.
drop policy action_read on action;
create policy action_read on action for select to tiendo_person using (
  (select person_holds('administrator'))
  or ((select holds_post())
    and (document_id is null or exists (select from document d where d.id = action.document_id))
    and (subject_kind not in ('post', 'user') or subject_id = (select person_id()) or user_id = (select person_id()))
    -- The other way round, id::text, would read all progress there is. `case`: ids of other kinds need not be of that type.
    and case when subject_kind = 'progress' then exists (select from progress p where p.id = action.subject_id::uuid) else true end));
