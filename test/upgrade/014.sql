insert into notice (user_id, kind, duty_id, details, at)
values ('lan', 'assigned', '00000000-0000-4000-8000-000000000013', '{"content": "Số hóa"}', '2025-08-04');
