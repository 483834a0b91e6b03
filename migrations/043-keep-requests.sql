-- What was asked with a key (Idempotency-Key), and what was answered: a request that comes twice is carried out once. Kept for a day.
create table request_key (
  user_id text not null references app_user on delete cascade,
  key text not null,
  -- Of what was asked.
  hash text not null,
  -- Whoever carries it out now. What an attempt before it did not commit by then is not committed any more.
  attempt uuid not null,
  begun_at timestamptz not null,
  -- Set by the transaction that changed something.
  done_at timestamptz,
  -- Sealed: an answer may hold a secret that is shown once.
  answer text,
  primary key (user_id, key)
);
create index request_key_by_age on request_key (begun_at);

-- At the end of each transaction of a request with a key. One that changed nothing leaves the request open.
create function keep_request(of_user text, of_key text, of_attempt uuid) returns void language plpgsql as $$
begin
  if pg_current_xact_id_if_assigned() is null then
    return;
  end if;
  update request_key set done_at = coalesce(done_at, now())
    where user_id = of_user and key = of_key and attempt = of_attempt;
  if not found then
    raise exception 'another attempt at this request has taken over' using errcode = 'TD001';
  end if;
end
$$;
