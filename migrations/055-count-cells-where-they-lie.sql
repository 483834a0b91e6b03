-- How far submissions are is counted where each lies: what hangs on a submission lies with it (docs/decisions/055-province-of-each-row.md).
create or replace function submissions_filled(ids uuid[]) returns table (submission_id uuid, cells integer, filled integer, written integer)
language plpgsql stable parallel safe security definer set search_path from current as $$
begin
  return query
    select s.id, c.cells, c.filled, t.written from submission s
      cross join lateral (select count(*)::int as cells, (count(*) filter (where c.value is not null or c.missing is not null))::int as filled
        from cell c where c.submission_id = s.id and c.province = s.province) c
      cross join lateral (select count(*)::int as written from section_text t where t.submission_id = s.id and t.province = s.province) t
    where s.id = any(ids);
end $$;
