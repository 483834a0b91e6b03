-- Places and agencies as they were on any day, and the reorganisations between them.
-- Every pair valid_from (inclusive) and valid_until (exclusive) is days of the real world; null is "not known" and "still".

create table place (
  id text primary key,
  -- Official code of the statistics register. Not a key: 86 is Vĩnh Long before and after July 2025.
  code text,
  name text not null,
  kind text not null,
  tier text not null,
  parent_id text references place,
  valid_from date,
  valid_until date,
  source text not null
);
create index place_of_parent on place (parent_id);
create index place_by_code on place (code);

create table agency (
  id text primary key,
  kind text not null,
  -- What it is in every province, "so-tai-chinh"; null where it exists once.
  profile text,
  tier text not null,
  place_id text references place,
  parent_id text references agency,
  symbol text,
  exchange_code text,
  contact text,
  valid_from date,
  valid_until date,
  source text not null,
  version integer not null default 1
);
create index agency_of_place on agency (place_id);
create index agency_of_parent on agency (parent_id);
create index agency_by_profile on agency (profile);

-- Text as src/values/search-text.ts makes it for a search, with accents and without, but for the place of tone marks.
create function search_words(text) returns text language sql immutable as $$
  select ' ' || btrim(regexp_replace(lower($1 collate "vi-x-icu"), '[-–—.,;:()/&"“”''’+\s]+', ' ', 'g'))
$$;
create function plain_search_words(text) returns text language sql immutable as $$
  select translate(search_words($1),
    'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ',
    'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd')
$$;

-- Its official name, other spellings and abbreviations, each with its days. A rename is a new official name.
create table agency_name (
  agency_id text not null references agency on delete cascade,
  kind text not null,
  name text not null,
  -- One spelling (src/registry/agency.ts): what matching and filters compare.
  key text not null,
  valid_from date,
  valid_until date,
  -- The name and its key as a search compares them.
  words text not null default '',
  plain_words text not null default ''
);
create function give_search_words() returns trigger language plpgsql as $$
begin
  new.words := search_words(new.name || ' ' || new.key);
  new.plain_words := plain_search_words(new.name || ' ' || new.key);
  return new;
end $$;
-- The delivered register brings its own along: made here, 37,000 of them would take two seconds.
create trigger agency_name_gets_words before insert on agency_name
  for each row when (new.words = '') execute function give_search_words();
create index agency_name_of_agency on agency_name (agency_id);
create index agency_name_by_key on agency_name (key);

-- "Các sở, ban, ngành tỉnh": a rule over the register, evaluated as of a day.
create table agency_group (
  id text primary key,
  name text not null,
  keys text[] not null,
  rule jsonb not null,
  -- "liên quan": which of its members are meant, an officer says.
  chosen_by_officer boolean not null,
  source text not null,
  version integer not null default 1
);

create table reorganisation (
  id text primary key,
  title text not null,
  effective_on date not null,
  legal_basis text not null,
  -- 'planned', or 'applied' to the open work.
  state text not null,
  -- What an officer is preparing: the moves of an event that is not confirmed yet, and who gets which work.
  draft jsonb,
  version integer not null default 1
);

-- Who carries on whose work: n:m, by field of work where it splits. Null: nobody.
create table succession (
  reorganisation_id text not null references reorganisation on delete cascade,
  kind text not null,
  from_agency_id text references agency,
  to_agency_id text references agency,
  field text
);
create index succession_from on succession (from_agency_id);
create index succession_to on succession (to_agency_id);
create index succession_of_reorganisation on succession (reorganisation_id);

create table place_succession (
  reorganisation_id text references reorganisation on delete cascade,
  from_place_id text not null references place,
  to_place_id text not null references place,
  -- True where only a part of it went there.
  split boolean not null,
  primary key (from_place_id, to_place_id)
);
create index place_succession_to on place_succession (to_place_id);

-- Which agency, or group, a name in a document means: proposed when it is read, decided by an officer.
alter table finding_agency add column agency_id text references agency;
alter table finding_agency add column group_id text references agency_group;
-- How it was matched: 'name', 'alias', 'spelling', 'near', 'officer'; null where it was not.
alter table finding_agency add column matched_by text;
create index finding_agency_by_agency on finding_agency (agency_id, finding_kind);
