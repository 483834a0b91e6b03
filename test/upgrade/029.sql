update document set place_id = 'vinh-long';
insert into target_path (document_id, target_id, method) values ('00000000-0000-4000-8000-000000000002', 't1', 'linear');
insert into passage (document_id, position, span_start, span_end, text, day, words)
values ('00000000-0000-4000-8000-000000000002', 0, 0, 30, 'Nâng cấp hạ tầng viễn thông', '2025-08-01', text_vector('Nâng cấp hạ tầng viễn thông'));
insert into notice (user_id, kind, round_id, details, at)
values ('lan', 'reportAsked', '00000000-0000-4000-8000-000000000204', '{"what": "Báo cáo tháng 8"}', '2025-08-10');
update report set addressees = '{Văn phòng Chính phủ}', recipients = '{Lưu}';
insert into template (id, kind, file_name, bytes, uploaded_by, uploaded_at)
values ('00000000-0000-4000-8000-000000000291', 'report', 'mau.docx', 'Mẫu báo cáo', 'lan', '2025-09-14');
insert into template_use (kind, issued_by, agency_id, valid_from, template_id, put_by, put_at)
values ('report', 'state', null, '2025-09-15', '00000000-0000-4000-8000-000000000291', 'lan', '2025-09-14');
insert into document_envelope (hash, document_id, file_name, header, parts, received_at, received_by)
values ('envelope', '00000000-0000-4000-8000-000000000002', 'goi.edxml', '{}', '[]', '2025-09-15', 'lan');
insert into webhook_attempt (webhook_id, job_id, kind, at, milliseconds, failure, body)
values ('00000000-0000-4000-8000-000000000200', '00000000-0000-4000-8000-000000000292', 'overdue', '2025-09-16', 900, 'timeout', '{"kind": "overdue"}');
