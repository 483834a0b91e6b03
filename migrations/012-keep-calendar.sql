-- Working days: what a year's decisions say beside Monday to Friday.

create table calendar_day (
  day date primary key,
  -- 'off': a holiday, or a day off in exchange; 'working': a day at the weekend that is worked in exchange
  kind text not null,
  name text not null,
  source text not null
);
