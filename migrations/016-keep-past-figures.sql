-- Values that documents state of times gone by ("thực hiện 2023", "ước 2024", "giảm từ 5,2% xuống …"), each with its sentence.

create table past_figure (
  document_id uuid not null references document on delete cascade,
  id text not null,
  position integer not null,
  span_start integer not null,
  span_end integer not null,
  value_start integer,
  value_end integer,
  quote text not null,
  value_quote text,
  section text[] not null,
  group_name text,
  name text not null,
  variant text,
  op text not null,
  value double precision not null,
  value2 double precision,
  value_of double precision,
  unit text,
  change text not null,
  -- 'actual', 'estimated', 'planned'.
  basis text not null,
  -- First and last day that it counts, both inclusive; one day for how things stood on it; null where nothing says when.
  period_from date,
  period_to date,
  tier text not null,
  -- The bodies that its row or sentence names, as it names them.
  agencies text[] not null,
  -- The target that it stands beside, of the same document.
  target_id text,
  -- As of a target (008).
  indicator_id text references indicator,
  indicator_line text,
  indicator_matched_by text,
  indicator_certainty double precision,
  primary key (document_id, id)
);
create index past_figure_in_order on past_figure (document_id, position);
create index past_figure_beside on past_figure (document_id, target_id);
create index past_figure_by_indicator on past_figure (indicator_id, period_to);

-- Rights: as the document that states them.
select give_rights('past_figure', $c$(select person_holds('administrator', 'coordinator', 'leader'))
    or exists (select from document d where d.id = past_figure.document_id)$c$, keepers, keepers, keepers)
from (values ($c$(select person_holds('coordinator', 'administrator'))$c$)) as roles (keepers);
