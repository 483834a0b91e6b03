insert into progress (id, duty_id, agency_id, author_id, stage, share, done_text, created_at, changed_at, sent_at, sent_by)
values ('00000000-0000-4000-8000-000000000541', '00000000-0000-4000-8000-000000000013', 'stc', 'lan', 'sent', 60, 'Đã số hóa 80 xã.',
  '2025-11-20', '2025-11-20', '2025-11-21', 'lan');
insert into upload (id, user_id, file_name, size, received, expires_at)
values ('00000000-0000-4000-8000-000000000542', 'lan', 'quet.pdf', 8, 4, '2099-01-01');
insert into upload_part values ('00000000-0000-4000-8000-000000000542', 0, 'Quét');
insert into sign_in (at, outcome, account, address, device) values ('2025-11-22', 'refused', 'lan@vinhlong.example', '10.0.0.9', 'Firefox');
