-- Công khai: what the public may see of a plan, and a second wall for whoever has no account (docs/decisions/042-portal.md).

create table publication (
  document_id uuid primary key references document on delete cascade,
  -- The first day on which the public sees it.
  from_day date not null,
  withdrawn boolean not null default false,
  reason text not null,
  changed_by text not null references app_user,
  changed_at timestamptz(3) not null,
  version integer not null default 1
);

-- Each target and task that was approved for the public; what is not here is kept back.
create table published_item (
  document_id uuid not null references publication on delete cascade,
  finding_kind text not null check (finding_kind in ('target', 'task')),
  finding_id text not null,
  primary key (document_id, finding_kind, finding_id)
);

do $$
declare
  posts constant text := '(select holds_post())';
  coordinators constant text := $c$(select person_holds('coordinator'))$c$;
begin
  perform give_rights('publication', posts, coordinators, coordinators, null);
  perform give_rights('published_item', posts, coordinators, null, coordinators);
end $$;

-- The documents that the public sees on the day it is: published, in force or once in force, and never one that bears a mark of
-- state secrecy, whatever somebody has approved.
create function published_documents() returns setof uuid
language sql stable parallel safe security definer set search_path from current rows 50 as $$
  select p.document_id from publication p join document d on d.id = p.document_id
  where not p.withdrawn and p.from_day <= person_day()
    and d.state not in ('read', 'inReview') and d.valid_from is not null
    and d.header ->> 'secrecy' is null
    and not exists (
      select from jsonb_array_elements(coalesce(d.header -> 'further', '[]')) f where f ->> 'secrecy' is not null)
$$;

-- Whose figures of which line and year come along with published targets: of those who have the target, or of its place; of the year
-- it is set for and the five before, on which its way rests. A figure of a later plan is not among them.
create function published_lines() returns table (indicator_id text, line text, agency_id text, year integer)
language sql stable parallel safe security definer set search_path from current rows 1000 as $$
  with shown as (
    select t.document_id, t.id, t.indicator_id, coalesce(t.indicator_line, '') as line, t.tier, d.place_id,
      coalesce(t.year_from, t.year, d.period_from, extract(year from d.issued_on)::int) as first,
      coalesce(t.year, d.period_to, extract(year from d.issued_on)::int) as last
    from target t join published_item i on i.document_id = t.document_id and i.finding_kind = 'target' and i.finding_id = t.id
      join document d on d.id = t.document_id
    where t.document_id in (select published_documents()) and t.review = 'accepted' and t.indicator_id is not null)
  select distinct s.indicator_id, s.line, g.agency_id, y.year
  from shown s
    cross join lateral (
      select a.agency_id from assignment a where a.document_id = s.document_id and a.finding_kind = 'target' and a.finding_id = s.id
        and a.role in ('named', 'lead')
      union select y.id from agency y where y.place_id = s.place_id and y.tier = s.tier) g
    cross join lateral generate_series(least(s.first, s.last) - 5, s.last) y(year)
$$;

-- The wall for the public. The role tiendo_public (made by src/store/person-role.ts, used by src/store/acting.ts) reads these columns of
-- these rows and nothing else: no table that is not named here, no column with a person's name or words that nobody has approved.
-- Whoever wrote, sent or signed something is nowhere among them.
do $$
declare
  -- Of a finding that was approved, in a document that is published.
  approved constant text := $c$exists (select from published_item i
    where i.document_id = %1$s.document_id and i.finding_kind = %2$s and i.finding_id = %1$s.%3$s)$c$;
  of_duty constant text := 'exists (select from duty w where w.id = %I.duty_id)';
  shown record;
begin
  if not has_schema_privilege('tiendo_public', current_schema(), 'usage') then
    execute format('grant usage on schema %I to tiendo_public', current_schema());
  end if;
  for shown in select * from (values
    ('publication', 'document_id, from_day, changed_at', 'document_id in (select published_documents())'),
    ('published_item', 'document_id, finding_kind, finding_id', 'document_id in (select published_documents())'),
    ('document', 'id, number, kind, issuer, title, issued_on, period_from, period_to, place_id, state, valid_from, valid_until',
      'id in (select published_documents())'),
    ('target', 'document_id, id, position, quote, section, group_name, ordinal, name, variant, op, value, value2, value_of, unit,
      change, year, year_from, tier, indicator_id, indicator_line, valid_from, valid_until',
      $c$review = 'accepted' and valid_from is not null and $c$ || format(approved, 'target', $c$'target'$c$, 'id')),
    ('task', 'document_id, id, position, quote, section, group_name, ordinal, time_raw, product_raw, valid_from, valid_until',
      $c$review = 'accepted' and valid_from is not null and $c$ || format(approved, 'task', $c$'task'$c$, 'id')),
    ('assignment', 'id, document_id, finding_kind, finding_id, role, agency_id, valid_from, valid_until',
      format(approved, 'assignment', 'assignment.finding_kind', 'finding_id')),
    ('past_figure', 'document_id, value, value2, unit, change, basis, tier, period_to, indicator_id, indicator_line',
      $c$exists (select from target t where t.document_id = past_figure.document_id and t.indicator_id = past_figure.indicator_id)$c$),
    ('figure', 'id, agency_id, indicator_id, line, period, calendar, period_to, span, basis, value, missing, set_at, ended_at',
      $c$basis <> 'planned' and (indicator_id, line, agency_id, extract(year from period_to)::int) in (
        select l.indicator_id, l.line, l.agency_id, l.year from published_lines() l)$c$),
    ('indicator', 'id, name, unit, unit_factors, direction, measure, cumulative, decimals, aggregation, statistical_code',
      $c$exists (select from target t where t.indicator_id = indicator.id)$c$),
    ('target_path', 'document_id, target_id, method, points',
      $c$exists (select from target t where t.document_id = target_path.document_id and t.id = target_path.target_id)$c$),
    ('path_rule', 'document_id, rules', 'document_id is null or document_id in (select published_documents())'),
    -- Parts and steps are how an agency goes about it.
    ('duty', 'id, root_id, agency_id, kind, period, starts_on, first_due, due, stage, given_at, done_on',
      $c$kind = 'assigned' and exists (select from duty_origin o where o.duty_id = duty.id)$c$),
    ('duty_origin', 'duty_id, document_id, finding_kind, finding_id, period', format(approved, 'duty_origin', 'duty_origin.finding_kind', 'finding_id')),
    ('due_change', 'id, duty_id, due_before, due_granted, decided_at, stage', $c$stage = 'granted' and $c$ || format(of_duty, 'due_change')),
    -- When something was last reported; of what it says nothing.
    ('progress', 'id, duty_id, stage, result, sent_at, judgement', $c$stage = 'sent' and $c$ || format(of_duty, 'progress')),
    -- What reads like a document's number ("77/QĐ-STC"): somebody typed it, and it could be anything.
    ('evidence', 'id, duty_id, progress_id, document_number, document_date', $c$document_number ~ '^[0-9][^[:space:]]{1,40}$' and exists (
      select from progress p where p.id = evidence.progress_id and p.result and p.judgement = 'confirmed')$c$),
    -- Facts of the law, which nobody has to hide; whom to reach there is not among them.
    ('agency', 'id, tier, place_id, valid_from, valid_until', 'true'),
    ('agency_name', 'agency_id, kind, name, valid_from, valid_until', 'true')) v(name, seen, which)
  loop
    execute format('grant select (%s) on %I to tiendo_public', shown.seen, shown.name);
    execute format('create policy %I on %I for select to tiendo_public using (%s)', shown.name || '_public', shown.name, shown.which);
  end loop;
end $$;
