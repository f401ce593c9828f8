-- Programmes, and the frameworks they inspect by: areas and grade scales, which
-- are versioned data. A version that has been used is never changed; a new one follows it.
create table programme (
  id      identity_key,
  key     text not null unique,
  name    text not null,
  reality text not null,
  source  text not null
);

create table grade_scale (
  id     identity_key,
  key    text not null unique,
  name   text not null,
  source text not null
);

-- rank 1 is the worst grade of its scale.
create table grade (
  scale_id bigint not null references grade_scale (id),
  rank     integer not null check (rank >= 1),
  label    text not null,
  primary key (scale_id, rank),
  unique (scale_id, label)
);

create table framework (
  id   identity_key,
  key  text not null unique,
  name text not null
);

create table framework_version (
  id           identity_key,
  framework_id bigint not null references framework (id),
  version      integer not null check (version >= 1),
  valid_from   text not null,  -- a partial date
  scale_id     bigint references grade_scale (id),  -- null: cases are not graded, or the scale is not known
  source       text not null,
  note         text not null default '',
  unique (framework_id, version)
);

-- The area with is_overall = 1, if there is one, is judged last and sums up the case.
create table area (
  id                   identity_key,
  framework_version_id bigint not null references framework_version (id),
  position             integer not null,
  key                  text not null,
  name                 text not null,
  looks_at             text not null default '',
  is_overall           integer not null default 0 check (is_overall in (0, 1)),
  unique (framework_version_id, key),
  unique (framework_version_id, position)
);
