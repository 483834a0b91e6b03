insert into duty (id, agency_id, kind, root_id, content, words, plain_words, due, first_due, stage)
values ('00000000-0000-4000-8000-000000000013', 'stc', 'assigned', '00000000-0000-4000-8000-000000000013', null, ' số hóa hồ sơ đất đai',
  ' so hoa ho so dat dai', '2025-12-31', '2025-12-31', 'accepted');
insert into duty_origin (duty_id, document_id, finding_kind, finding_id, assignment_id)
select '00000000-0000-4000-8000-000000000013', document_id, finding_kind, finding_id, id from assignment;
insert into progress (id, duty_id, agency_id, author_id, stage, share, done_text, created_at, changed_at, sent_at, sent_by)
values ('00000000-0000-4000-8000-000000000113', '00000000-0000-4000-8000-000000000013', 'stc', 'lan', 'sent', 40, 'Đã số hóa 40 xã.',
  '2025-09-01', '2025-09-01', '2025-09-02', 'lan');
