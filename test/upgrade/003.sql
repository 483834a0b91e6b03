insert into target (document_id, id, position, span_start, span_end, quote, section, listed, name, op, value, unit, change, year, tier, agencies,
  words, plain_words)
values ('00000000-0000-4000-8000-000000000002', 't1', 0, 0, 8, 'đạt 95%', '{}', true, 'Tỷ lệ hồ sơ trực tuyến', '=', 95, '%', 'level', 2025,
  'province', '', ' tỷ lệ hồ sơ trực tuyến', ' ty le ho so truc tuyen');
insert into task (document_id, id, position, source, span_start, span_end, quote, section, due_kind, due_to, lead, words, plain_words)
values ('00000000-0000-4000-8000-000000000002', 'v1', 1, 'table', 0, 8, 'Số hóa hồ sơ đất đai', '{}', 'date', '2025-12-31', 'Sở Tài chính',
  ' số hóa hồ sơ đất đai', ' so hoa ho so dat dai');
insert into finding_agency (document_id, finding_kind, finding_id, role, position, name, key)
values ('00000000-0000-4000-8000-000000000002', 'task', 'v1', 'lead', 0, 'Sở Tài chính', 'sở tài chính');
