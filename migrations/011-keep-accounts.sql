-- What local accounts need beside a password: second factor, invitations, failures counted, leaving.

alter table app_user add column two_factor_enabled boolean not null default false;
-- 'invited', 'active', 'left'
alter table app_user add column state text not null default 'active';
