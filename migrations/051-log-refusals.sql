-- Beside who signed in and who tried: what somebody who was signed in asked for and may not do (docs/decisions/056-attack.md). Kept as long.
-- outcome: 'opened', 'refused', 'denied'
alter table sign_in add column asked text;
comment on column sign_in.asked is 'Of what was denied: the question by its form, like GET /api/audit; never what stood in it';
