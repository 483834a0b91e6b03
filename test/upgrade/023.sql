insert into plan_draft (id, title, content, author_id, changed_at)
values ('00000000-0000-4000-8000-000000000231', 'Kế hoạch năm 2026', '{}', 'lan', '2025-09-10');
insert into account_review (id, agency_id, began_at, began_by, closed_at, closed_by, note)
values ('00000000-0000-4000-8000-000000000232', 'ubnd', '2025-09-11', 'lan', '2025-09-12', 'lan', 'Đủ');
insert into reviewed_account (review_id, user_id, decision, decided_at, decided_by, facts)
values ('00000000-0000-4000-8000-000000000232', 'lan', 'keep', '2025-09-12', 'lan', '{}');
insert into api_key (id, user_id, name, token_hash, scopes, made_at, ends_at)
values ('00000000-0000-4000-8000-000000000233', 'lan', 'Máy đồng bộ', 'hash-of-step-23', '{readRegister}', '2025-09-13', '2026-09-13');
