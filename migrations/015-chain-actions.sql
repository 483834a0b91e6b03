-- Nothing recorded can be removed or altered unseen: each action is sealed with a hash of itself and of the seal before it
-- (docs/decisions/021-audit-chain.md).

-- From where: the address that the request came from. Null: the program itself, or a terminal.
alter table action add column address text default nullif(current_setting('tiendo.address', true), '');
create index action_by_user on action (user_id, id);
create index action_by_day on action (at, id);
create index action_by_verb on action (verb, id);
create index action_by_subject_kind on action (subject_kind, id);

create table action_seal (
  position bigint primary key,
  action_id bigint not null unique,
  hash bytea not null
);
create trigger action_seal_is_kept before update or delete on action_seal
  for each row execute function refuse_change();

-- What is sealed: all of a row, in one spelling whatever the session's settings. A column added later needs a new spelling for rows from
-- then on, never another one for these.
create function sealed_words(a action) returns text language sql immutable as $$
  select jsonb_build_array(a.id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), a.user_id, a.address, a.operation, a.verb,
    a.document_id, a.duty_id, a.subject_kind, a.subject_id, a.reason, a.before, a.after, a.undoes)::text
$$;

create function seal_of(previous bytea, a action) returns bytea language sql immutable as $$
  select sha256(coalesce(previous, ''::bytea) || convert_to(sealed_words(a), 'UTF8'))
$$;

-- At the commit, so that a long piece of work holds up others for the time of its seals only; whoever comes second waits for the first.
create function seal_action() returns trigger language plpgsql security definer set search_path from current as $$
declare
  last action_seal;
begin
  perform pg_advisory_xact_lock(7346502);
  select * into last from action_seal order by position desc limit 1;
  insert into action_seal values (coalesce(last.position, 0) + 1, new.id, seal_of(last.hash, new));
  return null;
end $$;

-- What was recorded before the chain was begun.
do $$
declare
  a action;
  last bytea;
  place bigint := 0;
begin
  for a in select * from action order by id loop
    place := place + 1;
    last := seal_of(last, a);
    insert into action_seal values (place, a.id, last);
  end loop;
end $$;

create constraint trigger action_is_sealed after insert on action
  deferrable initially deferred for each row execute function seal_action();

-- Truncating fires no trigger of a row.
create trigger action_is_not_emptied before truncate on action execute function refuse_change();
create trigger action_seal_is_not_emptied before truncate on action_seal execute function refuse_change();

-- Rights: whoever searches the log may check it. Sealing is the trigger's.
select give_rights('action_seal', $c$(select person_holds('administrator'))$c$, null, null, null);
