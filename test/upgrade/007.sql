insert into place (id, code, name, kind, tier, source) values ('vinh-long', '86', 'Vĩnh Long', 'province', 'province', 'x');
insert into agency (id, kind, tier, place_id, source) values ('ubnd', 'committee', 'province', 'vinh-long', 'x');
insert into agency (id, kind, profile, tier, place_id, parent_id, source)
values ('stc', 'department', 'so-tai-chinh', 'province', 'vinh-long', 'ubnd', 'x');
insert into agency_name (agency_id, kind, name, key) values
  ('ubnd', 'official', 'Ủy ban nhân dân tỉnh Vĩnh Long', 'ủy ban nhân dân tỉnh vĩnh long'),
  ('stc', 'official', 'Sở Tài chính', 'sở tài chính');
