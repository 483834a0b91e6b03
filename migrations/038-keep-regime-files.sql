-- Biểu mẫu và hướng dẫn của chế độ báo cáo (NĐ 09/2019/NĐ-CP, Điều 8) as files. One that is replaced or taken away ends and stays.
create table regime_file (
  id uuid primary key,
  regime_id uuid not null references regime on delete cascade,
  -- 'form', 'guide'
  part text not null,
  name text not null,
  -- What its content was found to be: 'docx', 'xlsx', 'pdf' …
  type text not null,
  size integer not null,
  hash text not null,
  bytes bytea not null,
  -- In whose place it came.
  replaces uuid references regime_file,
  added_at timestamptz(3) not null,
  added_by text not null references app_user,
  ended_at timestamptz(3),
  ended_by text references app_user
);
create index regime_file_of_regime on regime_file (regime_id, added_at);

do $$
declare
  posts constant text := '(select holds_post())';
  keepers constant text := $c$(select person_holds('coordinator', 'administrator'))$c$;
begin
  perform give_rights('regime_file', posts, keepers, keepers, null);
end $$;
