-- Báo cáo: what agencies write in a round, and what the coordinator makes of all of it.

-- What one agency says under one heading of the regime's outline.
create table section_text (
  submission_id uuid not null references submission on delete cascade,
  section text not null,
  -- Paragraphs, lists, tables, and figures by reference.
  content jsonb not null,
  author_id text not null references app_user,
  changed_at timestamptz(3) not null,
  version integer not null default 1,
  primary key (submission_id, section)
);

-- The consolidated report of a round.
create table report (
  id uuid primary key,
  round_id uuid not null unique references round,
  title text not null,
  -- 'collecting', 'drafting', 'submitted' (to a leader), 'returned', 'signed', 'published'
  stage text not null default 'collecting',
  returned_because text,
  -- What was signed, with its numbers as they were then.
  frozen jsonb,
  signed_by text references app_user,
  signed_at timestamptz(3),
  number text,
  issued_on date,
  published_at timestamptz(3),
  version integer not null default 1
);

-- One heading of it. Each block of its content remembers whose it was.
create table report_section (
  report_id uuid not null references report on delete cascade,
  section text not null,
  position smallint not null,
  title text not null,
  level smallint not null,
  content jsonb not null,
  changed_by text references app_user,
  changed_at timestamptz(3),
  version integer not null default 1,
  primary key (report_id, section)
);
-- What it was when it was last submitted or returned: what changed since is marked.
create table report_draft (
  report_id uuid not null references report on delete cascade,
  number smallint not null,
  content jsonb not null,
  made_at timestamptz(3) not null,
  made_by text references app_user,
  primary key (report_id, number)
);

-- Rights. A section is its agency's until it is sent; a report the coordinator's and leaders' until it is published.
do $$
declare
  writers constant text := $c$(select person_holds('coordinator', 'leader'))$c$;
  coordinators constant text := $c$(select person_holds('coordinator'))$c$;
  seen constant text := $c$exists (select from submission s join duty d on d.id = s.duty_id where s.id = section_text.submission_id and (
    d.agency_id in (select own_agencies())
    or (s.stage in ('sent', 'approved') and (select person_holds('coordinator', 'leader')))))$c$;
  own constant text := $c$exists (select from submission s join duty d on d.id = s.duty_id
    where s.id = section_text.submission_id and d.agency_id in (select own_agencies()))$c$;
  published constant text := $c$exists (select from report r where r.id = %I.report_id)$c$;
  name text;
begin
  perform give_rights('section_text', seen, own, own, own);
  perform give_rights('report', writers || $c$ or (stage in ('signed', 'published') and (select holds_post()))$c$, coordinators, writers, coordinators);
  foreach name in array array['report_section', 'report_draft'] loop
    perform give_rights(name, format(published, name), writers, writers, coordinators);
  end loop;
end $$;

-- What was written is as hidden in the record of deeds as in its own place, whatever else may be read there.
create policy action_of_text on action as restrictive for select to tiendo_person using (
  case subject_kind
    when 'sectionText' then exists (select from section_text t where t.submission_id = split_part(subject_id, '/', 1)::uuid
      and t.section = split_part(subject_id, '/', 2))
    when 'report' then exists (select from report r where r.id = split_part(subject_id, '/', 1)::uuid)
    else true end);
