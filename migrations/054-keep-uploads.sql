-- Files on their way in, as they arrive (docs/decisions/057-resumable-uploads.md): any server can go on where another stopped. Nobody but
-- the sender reaches them, and nothing shows them: what is made of them is made by the endpoint that is told to take them.
create table upload (
  id uuid primary key,
  user_id text not null references app_user on delete cascade,
  file_name text not null,
  size bigint not null check (size >= 0),
  received bigint not null default 0 check (received between 0 and size),
  expires_at timestamptz(3) not null
);
create index upload_of_user on upload (user_id);
create index upload_by_end on upload (expires_at);

create table upload_part (
  upload_id uuid not null references upload on delete cascade,
  starts_at bigint not null,
  bytes bytea not null,
  primary key (upload_id, starts_at)
);
-- Scans and office files are compressed already.
alter table upload_part alter column bytes set storage external;

do $$
declare
  own constant text := 'user_id = (select person_id())';
  of_own constant text := 'exists (select from upload u where u.id = upload_part.upload_id and u.user_id = (select person_id()))';
begin
  perform give_rights('upload', own, own, own, own);
  perform give_rights('upload_part', of_own, of_own, null, null);
end $$;
