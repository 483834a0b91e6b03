insert into post (id, user_id, role, agency_id, valid_from)
values ('00000000-0000-4000-8000-000000000010', 'lan', 'head', 'stc', '2025-08-01');
