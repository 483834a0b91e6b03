insert into request_key (user_id, key, hash, attempt, begun_at, done_at)
values ('lan', 'khoa-yeu-cau', 'hash', '00000000-0000-4000-8000-000000000471', '2025-11-01', '2025-11-01');
insert into sign_in (at, outcome, account, user_id, address, device) values ('2025-11-02', 'opened', 'lan@vinhlong.example', 'lan', '10.0.0.1', 'x');
insert into boundary_set (id, tier, day, source, file_name, property, unmatched, loaded_by, loaded_at)
values ('00000000-0000-4000-8000-000000000472', 'province', '2025-07-01', 'x', 'tinh.geojson', 'ma', '[]', 'lan', '2025-11-03');
insert into boundary values ('00000000-0000-4000-8000-000000000472', 'vinh-long', '[[[[105.9, 10.2], [106, 10.2], [106, 10.3], [105.9, 10.2]]]]');
insert into question (id, duty_id, asked_for, asked_by, asked_at, question)
values ('00000000-0000-4000-8000-000000000473', '00000000-0000-4000-8000-000000000013', 'stc', 'lan', '2025-11-04', 'Còn bao nhiêu xã?');
insert into answer_draft (question_id, agency_id, author_id, answer, changed_at)
values ('00000000-0000-4000-8000-000000000473', 'stc', 'lan', 'Còn 84 xã', '2025-11-05');
insert into action (at, user_id, operation, verb, duty_id, subject_kind, subject_id, after)
values ('2025-11-04', 'lan', '00000000-0000-4000-8000-000000000474', 'ask', '00000000-0000-4000-8000-000000000013', 'question',
  '00000000-0000-4000-8000-000000000473', '{}');
