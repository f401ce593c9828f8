-- Programmes, and the frameworks they inspect by: areas, grade scales and kinds of
-- case, which are versioned data. A version is never changed; a new one follows it.
create table programme (
  id      identity_key,
  key     text not null unique,
  name    text not null,
  reality text not null,
  source  text not null
);

create table grade_scale (
  key    text not null primary key,
  name   text not null,
  source text not null
);

-- rank 1 is the worst grade of its scale.
create table grade (
  scale_key text not null references grade_scale (key),
  rank      integer not null check (rank >= 1),
  label     text not null,
  primary key (scale_key, rank),
  unique (scale_key, label)
);

create table framework_version (
  id                        identity_key,
  framework_key             text not null,
  version                   integer not null check (version >= 1),
  name                      text not null,
  valid_from                text not null,  -- a partial date
  scale_key                 text references grade_scale (key),  -- null: cases are not graded, or the scale is not known
  has_body_self_assessment  integer not null check (has_body_self_assessment in (0, 1)),
  has_body_case_audit       integer not null check (has_body_case_audit in (0, 1)),
  source                    text not null,
  note                      text not null,
  unique (framework_key, version)
);

-- The area with is_overall = 1, if there is one, is judged last and sums up the case.
create table area (
  id                   identity_key,
  framework_version_id bigint not null references framework_version (id),
  key                  text not null,
  position             integer not null,
  name                 text not null,
  looks_at             text not null,
  is_overall           integer not null check (is_overall in (0, 1)),
  unique (framework_version_id, key),
  unique (framework_version_id, position)
);

create table case_kind (
  framework_version_id bigint not null references framework_version (id),
  key                  text not null,
  position             integer not null,
  name                 text not null,
  primary key (framework_version_id, key),
  unique (framework_version_id, position)
);
