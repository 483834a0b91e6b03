insert into document (id, file_hash, file_name, file_size, format, number, kind, issuer, title, issued_on, header, target_count, task_count,
  note_count, received_at, received_by)
values ('00000000-0000-4000-8000-000000000002', 'hash', 'ke-hoach.txt', 9, 'txt', '12/KH-UBND', 'ke_hoach', 'Ủy ban nhân dân tỉnh Vĩnh Long',
  'Kế hoạch chuyển đổi số', '2025-08-01', '{"number": "12/KH-UBND", "kind": "ke_hoach", "issuer": "Ủy ban nhân dân tỉnh Vĩnh Long", "place": "Vĩnh Long", "issuedOn": "2025-08-01",
    "title": "Kế hoạch chuyển đổi số", "period": null, "signer": null, "legalBases": [], "recipients": [],
    "references": [{"number": "5/NQ-CP", "date": null, "span": {"start": 0, "end": 8}}], "spans": {}}', 1, 1, 0, '2025-08-02', 'lan');
insert into document_file values ('00000000-0000-4000-8000-000000000002', 'Kế hoạch');
insert into document_text (document_id, text, blocks) values ('00000000-0000-4000-8000-000000000002', 'Kế hoạch', '[]');
