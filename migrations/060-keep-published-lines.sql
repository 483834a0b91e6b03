-- Whose figures of which line and years come along with published targets, as rows that the wall looks up by their key: worked out for each
-- question, as in 031, it was all lines of all plans of the country. Of those who have the target, or of its place; of the years it is set
-- for and the five before, on which its way rests. On which day a document is published is asked where they are read. Derived
-- by the triggers below: no foreign keys but the one that takes them along.
create table published_line (
  document_id uuid not null,
  finding_kind text not null default 'target' check (finding_kind = 'target'),
  finding_id text not null,
  agency_id text not null,
  indicator_id text not null,
  line text not null,
  first_year integer not null,
  last_year integer not null,
  primary key (document_id, finding_id, agency_id),
  foreign key (document_id, finding_kind, finding_id) references published_item on delete cascade
);
create index published_line_of_agency on published_line (agency_id, indicator_id, line);
select give_rights('published_line', '(select holds_post())', null, null, null);

-- Whoever changes the same target, or to whom it falls, meanwhile waits, and then sees what was written here.
create function keep_published_lines(of_document uuid, of_targets text[]) returns void
language plpgsql security definer set search_path from current as $$
begin
  perform from target where document_id = of_document and id = any(of_targets) order by id for no key update;
  delete from published_line where document_id = of_document and finding_id = any(of_targets);
  insert into published_line (document_id, finding_id, agency_id, indicator_id, line, first_year, last_year)
  select s.document_id, s.id, g.agency_id, s.indicator_id, s.line, least(s.first, s.last) - 5, s.last
  from (
    select t.document_id, t.id, t.indicator_id, coalesce(t.indicator_line, '') as line, t.tier, d.place_id,
      coalesce(t.year_from, t.year, d.period_from, extract(year from d.issued_on)::int) as first,
      coalesce(t.year, d.period_to, extract(year from d.issued_on)::int) as last
    from target t join published_item i on i.document_id = t.document_id and i.finding_kind = 'target' and i.finding_id = t.id
      join document d on d.id = t.document_id
    where t.document_id = of_document and t.id = any(of_targets) and t.review = 'accepted' and t.indicator_id is not null) s
    cross join lateral (
      select a.agency_id from assignment a where a.document_id = s.document_id and a.finding_kind = 'target' and a.finding_id = s.id
        and a.role in ('named', 'lead')
      union select y.id from agency y where y.place_id = s.place_id and y.tier = s.tier) g
  where s.last is not null;
end $$;

create function keep_lines_of_item() returns trigger language plpgsql set search_path from current as $$
begin
  perform keep_published_lines(new.document_id, array[new.finding_id]);
  return null;
end $$;
create function keep_lines_of_target() returns trigger language plpgsql set search_path from current as $$
begin
  perform keep_published_lines(new.document_id, array[new.id]);
  return null;
end $$;
create function keep_lines_of_assignment() returns trigger language plpgsql set search_path from current as $$
begin
  if tg_op <> 'INSERT' then
    perform keep_published_lines(old.document_id, array[old.finding_id]);
  end if;
  if tg_op <> 'DELETE' then
    perform keep_published_lines(new.document_id, array[new.finding_id]);
  end if;
  return null;
end $$;
-- Of all its targets, and not of those alone that are published so far: somebody may be about to publish one.
create function keep_lines_of_document() returns trigger language plpgsql security definer set search_path from current as $$
begin
  perform keep_published_lines(new.id, array(select t.id from target t where t.document_id = new.id));
  return null;
end $$;
create function keep_lines_of_place() returns trigger language plpgsql security definer set search_path from current as $$
begin
  perform keep_published_lines(d.id, array(select t.id from target t where t.document_id = d.id))
  from document d where d.place_id = new.place_id or (tg_op = 'UPDATE' and d.place_id = old.place_id) order by d.id;
  return null;
end $$;

create trigger published_item_keeps_lines after insert on published_item
  for each row when (new.finding_kind = 'target') execute function keep_lines_of_item();
create trigger target_keeps_lines after update of review, indicator_id, indicator_line, tier, year, year_from on target
  for each row when ((old.review, old.indicator_id, old.indicator_line, old.tier, old.year, old.year_from)
    is distinct from (new.review, new.indicator_id, new.indicator_line, new.tier, new.year, new.year_from)) execute function keep_lines_of_target();
create trigger assignment_comes_keeps_lines after insert on assignment
  for each row when (new.finding_kind = 'target') execute function keep_lines_of_assignment();
create trigger assignment_changes_keeps_lines after update of document_id, finding_kind, finding_id, role, agency_id on assignment
  for each row when ('target' in (old.finding_kind, new.finding_kind)) execute function keep_lines_of_assignment();
create trigger assignment_goes_keeps_lines after delete on assignment
  for each row when (old.finding_kind = 'target') execute function keep_lines_of_assignment();
create trigger document_keeps_lines after update of place_id, period_from, period_to, issued_on on document
  for each row when ((old.place_id, old.period_from, old.period_to, old.issued_on)
    is distinct from (new.place_id, new.period_from, new.period_to, new.issued_on)) execute function keep_lines_of_document();
create trigger agency_comes_keeps_lines after insert on agency
  for each row when (new.place_id is not null) execute function keep_lines_of_place();
create trigger agency_changes_keeps_lines after update of place_id, tier on agency
  for each row when ((old.place_id, old.tier) is distinct from (new.place_id, new.tier)) execute function keep_lines_of_place();

select keep_published_lines(i.document_id, array_agg(i.finding_id)) from published_item i where i.finding_kind = 'target' group by i.document_id;

grant select (document_id, agency_id, indicator_id, line, first_year, last_year) on published_line to tiendo_public;
create policy published_line_public on published_line for select to tiendo_public using (document_id in (select published_documents()));
alter policy figure_public on figure using (basis <> 'planned' and exists (
  select from published_line l where l.agency_id = figure.agency_id and l.indicator_id = figure.indicator_id and l.line = figure.line
    and extract(year from figure.period_to) between l.first_year and l.last_year));
drop function published_lines();
