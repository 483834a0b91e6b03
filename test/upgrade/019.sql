insert into figure (agency_id, indicator_id, period, calendar, period_to, span, basis, value, set_at, set_by)
values ('stc', 'truc-tuyen', '2025-M08', 'administrative', '2025-08-31', 'toDate', 'final', 81.5, '2025-09-05', 'lan');
