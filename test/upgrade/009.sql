insert into action (at, user_id, operation, verb, document_id, subject_kind, subject_id, after)
values ('2025-08-03', 'lan', '00000000-0000-4000-8000-000000000009', 'issue', '00000000-0000-4000-8000-000000000002', 'document',
  '00000000-0000-4000-8000-000000000002', '{"state": "inForce"}');
update document set state = 'inForce', valid_from = '2025-08-01';
update target set review = 'accepted', valid_from = '2025-08-01';
update task set review = 'accepted', valid_from = '2025-08-01';
insert into assignment (document_id, finding_kind, finding_id, role, agency_id, named_position, valid_from)
values ('00000000-0000-4000-8000-000000000002', 'task', 'v1', 'lead', 'stc', 0, '2025-08-01');
