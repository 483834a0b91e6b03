insert into indicator (id, name, unit, unit_factors, direction, measure, cumulative, breakdowns, source)
values ('truc-tuyen', 'Tỷ lệ hồ sơ trực tuyến', '%', '[]', 'up', 'share', false, '{}', 'x');
insert into indicator_name (indicator_id, position, name) values ('truc-tuyen', 0, 'Hồ sơ nộp trực tuyến');
update target set indicator_id = 'truc-tuyen';
