-- The letter of what changed in the plans within a week, for who wants one: on which day (0 is Monday), and from which day on the
-- next one is due: each day once, whichever server sends it.
alter table notice_choice add column weekly_on smallint, add column weekly_since date;
create index notice_choice_weekly on notice_choice (weekly_since) where weekly_on is not null;
