-- Figures: numbers and tables that reports may show, as definitions that can be worked out
-- again at any time. A change is a new revision; the newest holds.
create table figure (
  id           identity_key,
  programme_id bigint not null references programme (id),
  key          text not null,  -- how a report names it
  revision     integer not null check (revision >= 1),
  unique (programme_id, key)
);

create table figure_revision (
  figure_id        bigint not null references figure (id),
  revision         integer not null,
  title            text not null,
  alternative_text text not null,
  definition       text not null,  -- JSON, see src/figure/definition_file_service.h
  person_id        bigint references person (id),  -- null: the operator
  recorded_at      text not null,
  primary key (figure_id, revision)
);

insert into role_permission (role, permission) values
  ('analyst', 'write-reports'), ('editor', 'write-reports');
