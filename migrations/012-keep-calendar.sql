-- Working days: what a year's decisions say beside Monday to Friday.

create table calendar_day (
  day date primary key,
  -- 'off': a holiday, or a day off in exchange; 'working': a day at the weekend that is worked in exchange;
  -- 'usual': as its place in the week says, where somebody took away what was delivered
  kind text not null,
  name text not null,
  source text not null,
  -- False: nobody has seen the text that says so.
  certain boolean not null default true,
  -- 1: as delivered.
  version integer not null default 1
);

-- The state of a duty on a day, as src/registry/duty-state.ts computes it; a test holds both to the same answers.
-- soon_until: the last day that counts as due soon; the calendar of working days stays outside.
create function duty_state(stage text, due date, done_on date, today date, soon_until date) returns text
language sql immutable parallel safe as $$
  select case
    when stage = 'dropped' then null
    when stage = 'done' then case when done_on > due then 'doneLate' else 'doneOnTime' end
    when due is null then 'noDue'
    when due < today then 'openOverdue'
    when due <= soon_until then 'dueSoon'
    else 'openInTime'
  end
$$;

-- Rights
select give_rights('calendar_day', 'true', keepers, keepers, keepers)
from (values ($c$(select person_holds('coordinator', 'administrator'))$c$)) as roles (keepers);
