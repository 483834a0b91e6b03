insert into notice_choice (user_id, kinds, digest_at, quiet_from, quiet_until, language)
values ('lan', '{"overdue": {"app": true, "mail": "now", "webhook": false}}', '08:15', '19:00', '06:30', 'vi');
insert into webhook (id, name, address, secret, kinds, created_by, created_at)
values ('00000000-0000-4000-8000-000000000200', 'Trục liên thông', 'https://truc.vinhlong.example/', 'sealed', '{overdue}', 'lan', '2025-09-01');
insert into webhook_attempt (webhook_id, job_id, kind, at, milliseconds, status)
values ('00000000-0000-4000-8000-000000000200', '00000000-0000-4000-8000-000000000201', 'overdue', '2025-09-02', 12, 204);
insert into evidence (id, duty_id, progress_id, agency_id, added_by, added_at, note, file_name, file_type, file_size, file_hash)
values ('00000000-0000-4000-8000-000000000202', '00000000-0000-4000-8000-000000000013', '00000000-0000-4000-8000-000000000113', 'stc', 'lan',
  '2025-09-01', 'Biên bản nghiệm thu', 'nghiem-thu.txt', 'text', 12, encode(sha256('Nghiệm thu'), 'hex'));
insert into evidence_file (duty_id, hash, part, bytes)
values ('00000000-0000-4000-8000-000000000013', encode(sha256('Nghiệm thu'), 'hex'), 0, 'Nghiệm thu');
insert into regime (id, name, kind, content, every, calendar, receiver_id, closing, deadlines, asks, outline, valid_from)
values ('00000000-0000-4000-8000-000000000203', 'Báo cáo chuyển đổi số', 'periodic', 'text', 'month', 'administrative', 'ubnd', '{"kind": "calendar"}',
  '{"commune": 1, "province": 3}', '{"targets": null, "duties": false}',
  '[{"key": "ket-qua", "title": "Kết quả thực hiện", "level": 1, "guide": "", "owners": {"all": true}}]', '2025-07-01');
insert into round (id, regime_id, period, calendar, from_day, to_day, title, content, guide, asks, outline, opened_at)
select '00000000-0000-4000-8000-000000000204', id, '2025-M08', calendar, '2025-07-15', '2025-08-14', name || ' tháng 8', content, guide, asks, outline,
  '2025-08-10' from regime;
insert into duty (id, agency_id, kind, root_id, content, due, first_due, stage)
values ('00000000-0000-4000-8000-000000000205', 'stc', 'report', '00000000-0000-4000-8000-000000000205', 'Báo cáo chuyển đổi số tháng 8', '2025-08-19',
  '2025-08-19', 'reported');
insert into submission (id, round_id, duty_id, agency_id, due, sections, stage, first_sent_at, sent_at, sent_by)
values ('00000000-0000-4000-8000-000000000206', '00000000-0000-4000-8000-000000000204', '00000000-0000-4000-8000-000000000205', 'stc', '2025-08-19',
  '{ket-qua}', 'sent', '2025-08-18', '2025-08-18', 'lan');
insert into section_text (submission_id, section, content, author_id, changed_at)
values ('00000000-0000-4000-8000-000000000206', 'ket-qua', '[{"kind": "paragraph", "runs": [{"text": "Đã kết nối trục liên thông."}]}]', 'lan',
  '2025-08-17');
insert into report (id, round_id, title) values ('00000000-0000-4000-8000-000000000207', '00000000-0000-4000-8000-000000000204', 'Báo cáo tháng 8');
