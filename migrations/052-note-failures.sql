-- Requests that failed through no fault of whoever asked: for the administrator, and for some weeks. Nobody is named in it. Withheld from persons.
create table request_failure (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  -- What the answer and the log name it by.
  request_id text not null,
  method text not null,
  -- The form of the address: "/api/duties/:id".
  route text not null,
  -- "defect", or why the answer was a refusal all the same: "databaseFull".
  code text not null,
  reason text not null,
  -- Where in the program.
  place text not null
);
create index request_failure_by_moment on request_failure (at);
