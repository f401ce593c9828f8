-- Totals of graded cases as others published them: facts about publications, never
-- assessments (docs/adr/0008). What was not reported is null.
create table published_total (
  id                 identity_key,
  key                text not null unique,
  body_name          text not null,
  body_id            bigint references organisation (id),
  inspection_id      bigint references inspection (id),
  period             text,
  scale_key          text not null references grade_scale (key),
  assessor           text not null,
  sample             text,  -- null: the source does not say
  case_kind          text not null,
  worst_two_together integer,
  total              integer,
  total_as_reported  text not null,
  best_percent       integer,
  source             text not null,
  source_type        text not null,
  note               text not null,
  check ((inspection_id is null) = (period is not null))
);

create index published_total_by_body on published_total (body_id);
create index published_total_by_inspection on published_total (inspection_id);

create table published_total_grade (
  published_total_id bigint not null references published_total (id),
  rank               integer not null check (rank >= 1),
  count              integer,
  primary key (published_total_id, rank)
);
