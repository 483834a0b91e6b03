-- The bytes of every file, once for each content, in the database or outside of it (docs/decisions/054-files-anywhere.md).

create table stored_file (
  -- SHA-256 of its bytes, in hexadecimal.
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  size bigint not null,
  -- 'database', 'folder'
  place text not null,
  -- Where its bytes may lie, too: while it is moved.
  also_at text,
  -- When it was last brought here: one that nothing names is swept a day later.
  kept_at timestamptz(3) not null
);
create index stored_file_by_age on stored_file (kept_at);

-- In parts of a mebibyte, so that none stands in memory whole.
create table stored_part (
  hash text not null references stored_file on delete cascade,
  part integer not null,
  bytes bytea not null,
  primary key (hash, part)
);
-- Office files are compressed already.
alter table stored_part alter column bytes set storage external;

-- What this database calls its own in a folder. A database that is restored makes another, so two never share files.
create table stored_room as select gen_random_uuid() as id;

alter table stored_file enable row level security;
alter table stored_part enable row level security;
alter table stored_room enable row level security;

create function keep_bytes(content bytea) returns void language sql as $$
  insert into stored_file (hash, size, place, kept_at) values (encode(sha256(content), 'hex'), length(content), 'database', now())
    on conflict do nothing;
  insert into stored_part (hash, part, bytes)
    select encode(sha256(content), 'hex'), n, substring(content from n * 1048576 + 1 for 1048576)
    from generate_series(0, (length(content) - 1) / 1048576) n on conflict do nothing;
$$;
select keep_bytes(bytes) from document_file;
select keep_bytes(bytes) from envelope_file;
select keep_bytes(bytes) from regime_file;
select keep_bytes(bytes) from template;
drop function keep_bytes(bytea);

-- The same file came with several duties: one of them gives its bytes.
create temporary table giver on commit drop as
  select hash, min(duty_id::text)::uuid as duty_id from evidence_file group by hash;
insert into stored_file (hash, size, place, kept_at)
  select hash, sum(length(f.bytes)), 'database', now() from evidence_file f join giver using (hash, duty_id) group by hash on conflict do nothing;
insert into stored_part (hash, part, bytes)
  select hash, f.part, f.bytes from evidence_file f join giver using (hash, duty_id) on conflict do nothing;
drop table evidence_file;
drop function file_is_unused(uuid, text);

-- Rewritten as a whole, so that the room of the bytes is free again.
alter table document_file alter column bytes type text using encode(sha256(bytes), 'hex');
alter table document_file rename column bytes to hash;
alter table envelope_file alter column bytes type text using encode(sha256(bytes), 'hex');
alter table envelope_file rename column bytes to hash;
alter table template alter column bytes type text using encode(sha256(bytes), 'hex');
alter table template rename column bytes to hash;
alter table regime_file alter column bytes type boolean using true;
alter table regime_file drop column bytes;

-- What names a file keeps it: services/archive and the sweep find these references by themselves.
alter table document_file add foreign key (hash) references stored_file;
alter table envelope_file add foreign key (hash) references stored_file;
alter table template add foreign key (hash) references stored_file;
alter table regime_file add foreign key (hash) references stored_file;
alter table evidence add foreign key (file_hash) references stored_file;
create index document_file_of on document_file (hash);
create index envelope_file_of on envelope_file (hash);
create index template_of on template (hash);
create index regime_file_of on regime_file (hash);
create index evidence_file_of on evidence (file_hash) where file_hash is not null;

-- As in 037, without the bytes: they stay as long as anything names them.
create or replace function remove_unused_file() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from evidence_text t where t.duty_id = old.duty_id and t.hash = old.file_hash
    and not exists (select from evidence e where e.duty_id = old.duty_id and e.file_hash = old.file_hash);
  return null;
end $$;
