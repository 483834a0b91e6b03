-- Mẫu văn bản that an administrator has put in place of the program's own.

create table template (
  -- 'consolidatedReport', 'plan', 'urgingLetter', 'extensionNotice', 'scorecard', 'minutes'
  kind text not null,
  number smallint not null,
  file_name text not null,
  bytes bytea not null,
  valid_from date not null,
  uploaded_by text not null references app_user,
  uploaded_at timestamptz(3) not null,
  withdrawn_at timestamptz(3),
  primary key (kind, number)
);

do $$
declare
  posts constant text := '(select holds_post())';
  administrators constant text := $c$(select person_holds('administrator'))$c$;
begin
  perform give_rights('template', posts, administrators, administrators, null);
end $$;
