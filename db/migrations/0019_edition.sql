-- Editions: what was published, frozen. A row here is inserted when an edition is
-- published and never changed; a correction is the next edition of the same publication.
create table edition (
  id               identity_key,
  key              text not null unique,  -- the key of the publication, "-" and the number
  publication_id   bigint not null references publication (id),
  report_id        bigint not null references report (id),
  programme_id     bigint not null references programme (id),
  number           integer not null check (number >= 1),  -- within the publication, without gaps
  published_on     text not null,
  published_at     text not null,
  journal_position bigint not null,  -- the figures were worked out as of this entry
  title            text not null,
  subtitle         text not null,
  summary          text not null,
  press_release    text not null,    -- Markdown
  change_note      text not null,    -- empty for the first
  published_by     bigint references person (id),  -- null: the operator
  pdf_refusal      text,             -- why there is no PDF; null when there is one
  unique (publication_id, number)
);

create index edition_by_report on edition (report_id);

create table edition_section (
  edition_id       bigint not null references edition (id),
  position         integer not null,
  section_id       bigint not null references report_section (id),
  section_revision integer not null,
  title            text not null,
  markdown         text not null,
  primary key (edition_id, position)
);

-- What every figure of an edition rests on, each record once and numbered. Figures name
-- the numbers: a hundred figures over the same five thousand assessments are a hundred
-- short texts and five thousand rows, not half a million.
create table edition_input (
  edition_id bigint not null references edition (id),
  number     integer not null,
  kind       text not null,
  subject_id bigint not null,
  revision   integer not null,
  primary key (edition_id, number)
);

create table edition_figure (
  edition_id       bigint not null references edition (id),
  key              text not null,
  figure_revision  integer not null,
  title            text not null,
  alternative_text text not null,
  definition       text not null,  -- JSON, see src/figure/definition_file_service.h
  words            text not null,  -- the definition as readers read it
  value            text not null,  -- JSON, as counted; see src/figure/shown_file_service.h
  shown            text not null,  -- JSON, as readers see it
  inputs           text not null,  -- numbers of edition_input in order: "1-40 52 60-71"
  primary key (edition_id, key)
);

create table edition_recommendation (
  edition_id        bigint not null references edition (id),
  recommendation_id bigint not null references recommendation (id),
  key               text not null,
  revision          integer not null,
  text              text not null,
  term              text not null,
  addressees        text not null,  -- their names, as they then were
  primary key (edition_id, recommendation_id)
);

create table edition_file (
  edition_id bigint not null references edition (id),
  path       text not null,  -- chapter.html, data/figure.csv: relative to the edition
  media_type text not null,
  digest     text not null,  -- SHA-256 of the bytes
  bytes      bytea not null,
  primary key (edition_id, path)
);
