-- Reports while they are written. The head says what holds now; every title and every text
-- it has had is a revision, inserted and never changed. A section that is removed keeps its
-- revisions; what somebody typed against an overtaken revision is kept beside it.
create table report (
  id           identity_key,
  programme_id bigint not null references programme (id),
  key          text not null,
  revision     integer not null check (revision >= 1),  -- of title, subtitle and summary
  unique (programme_id, key)
);

create table report_revision (
  report_id   bigint not null references report (id),
  revision    integer not null,
  title       text not null,
  subtitle    text not null,
  summary     text not null,
  person_id   bigint references person (id),  -- null: the operator
  recorded_at text not null,
  primary key (report_id, revision)
);

create table report_section (
  id             identity_key,
  report_id      bigint not null references report (id),
  number         integer not null check (number >= 1),    -- within the report, without gaps; never given again
  position       integer not null check (position >= 1),  -- among those that were not removed
  revision       integer not null check (revision >= 1),
  removed_at     text,    -- null: it is in the report
  removed_by     bigint references person (id),  -- null: the operator, or nobody yet
  removal_reason text,
  unique (report_id, number)
);

create table report_section_revision (
  section_id  bigint not null references report_section (id),
  revision    integer not null,
  title       text not null,
  markdown    text not null,
  person_id   bigint references person (id),  -- null: the operator
  recorded_at text not null,
  primary key (section_id, revision)
);

create table report_section_set_aside (
  id            identity_key,
  section_id    bigint not null references report_section (id),
  base_revision integer not null,  -- on the screen of whoever typed it
  over_revision integer not null,  -- that held when it was set aside
  title         text not null,
  markdown      text not null,
  person_id     bigint references person (id),  -- null: the operator
  set_aside_at  text not null
);

create index report_section_set_aside_by_section on report_section_set_aside (section_id);
