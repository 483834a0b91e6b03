insert into emulation_scale (valid_from, decision_number, decision_date, rules, set_by, set_at)
values ('2025-10-01', '7/QĐ-UBND', '2025-09-20', '{}', 'lan', '2025-09-20');
insert into publication (document_id, from_day, reason, changed_by, changed_at)
values ('00000000-0000-4000-8000-000000000002', '2025-10-01', 'Công khai theo kế hoạch', 'lan', '2025-09-21');
insert into published_item values ('00000000-0000-4000-8000-000000000002', 'target', 't1');
insert into stocktake (id, agency_id, title, held_on, chair_id, made_by, made_at)
values ('00000000-0000-4000-8000-000000000391', 'ubnd', 'Giao ban tháng 9', '2025-09-25', 'lan', 'lan', '2025-09-22');
update notice_choice set weekly_on = 0, weekly_since = '2025-09-22';
update evidence_text set read_at = '2025-09-23';
insert into evidence_passage (duty_id, hash, position, text, day, words)
select duty_id, hash, 0, 'Nghiệm thu phần mềm kế toán', '2025-09-01', text_vector('Nghiệm thu phần mềm kế toán') from evidence_text;
insert into regime_file (id, regime_id, part, name, type, size, hash, bytes, added_at, added_by)
values ('00000000-0000-4000-8000-000000000392', '00000000-0000-4000-8000-000000000203', 'form', 'bieu-01.xlsx', 'xlsx', 9,
  encode(sha256('Biểu 01'), 'hex'), 'Biểu 01', '2025-09-24', 'lan');
insert into envelope_file values ('envelope', 1, 'Phụ lục');
