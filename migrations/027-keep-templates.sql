-- Mẫu văn bản: what was uploaded, and from which day the documents of an office follow it.
create table template (
  id uuid primary key,
  -- 'report', 'plan', 'urgingLetter', 'extensionNotice'
  kind text not null,
  file_name text not null,
  bytes bytea not null,
  uploaded_by text not null references app_user,
  uploaded_at timestamptz(3) not null
);
create index template_newest on template (uploaded_at desc);

-- Of two from the same day the later one holds, so nothing is ever changed here: documents of a past day keep their template.
create table template_use (
  id bigint generated always as identity primary key,
  kind text not null,
  issued_by text not null check (issued_by in ('state', 'party')),
  -- null: every office of the state, or of the Party, that has none of its own.
  agency_id text references agency,
  valid_from date not null,
  -- null: none of its own any more.
  template_id uuid references template,
  put_by text not null references app_user,
  put_at timestamptz(3) not null
);
create index template_use_in_force on template_use (kind, issued_by, agency_id, valid_from desc, id desc);

do $$
declare
  posts constant text := '(select holds_post())';
  administrators constant text := $c$(select person_holds('administrator'))$c$;
  name text;
begin
  foreach name in array array['template', 'template_use'] loop
    perform give_rights(name, posts, administrators, null, null);
  end loop;
end $$;
