-- Cases and what was judged about them. An assessment is a head (whose it is, where
-- it stands) and revisions, which are inserted and never changed. A judgement row is
-- written only for the areas a revision changed; the current judgement of an area is
-- the one of its highest revision.
create table case_sample (
  id            identity_key,
  inspection_id bigint not null references inspection (id),
  name          text not null,
  chosen_by     text not null,  -- body: the inspected body audits these cases as well; or inspectors
  unique (inspection_id, name)
);

create table case_file (
  id            identity_key,
  inspection_id bigint not null references inspection (id),
  sample_id     bigint not null references case_sample (id),
  number        text not null,  -- drawn at random: says nothing of the child, the file or its place in a list
  kind          text not null,  -- a kind of case that the inspection's framework knows
  assigned_to   bigint references person (id),
  unique (inspection_id, number)
);

create index case_file_by_sample on case_file (sample_id);
create index case_file_by_assignee on case_file (assigned_to);

create table assessment (
  id              identity_key,
  case_id         bigint not null references case_file (id),
  assessor_type   text not null,
  state           text not null,
  revision        integer not null check (revision >= 1),
  first_submitted integer,  -- the revision first submitted: the judgement made blind
  unique (case_id, assessor_type)
);

create index assessment_by_state on assessment (state, assessor_type);

create table assessment_revision (
  assessment_id bigint not null references assessment (id),
  revision      integer not null,
  action        text not null,
  state         text not null,  -- after the action
  person_id     bigint,         -- null: the operator
  recorded_at   text not null,
  reason        text,           -- why it was returned or reopened
  primary key (assessment_id, revision)
);

create index assessment_revision_by_person on assessment_revision (person_id, assessment_id);

create table judgement (
  assessment_id bigint not null,
  revision      integer not null,
  area          text not null,  -- an area's key in the inspection's framework
  outcome       text,     -- graded, not-applicable, insufficient-evidence; null: not yet assessed
  grade_rank    integer,  -- exactly when graded
  reason        text not null,
  primary key (assessment_id, area, revision),
  foreign key (assessment_id, revision) references assessment_revision (assessment_id, revision),
  check ((outcome = 'graded' and grade_rank is not null) or (grade_rank is null and (outcome is null or outcome <> 'graded')))
);

-- What somebody typed against a revision that had been overtaken: kept until they have dealt with it.
create table set_aside_text (
  id            identity_key,
  assessment_id bigint not null references assessment (id),
  base_revision integer not null,  -- the revision the person had before them
  over_revision integer not null,  -- the revision that had been recorded meanwhile
  person_id     bigint,
  set_aside_at  text not null
);

create index set_aside_text_by_assessment on set_aside_text (assessment_id, person_id);

create table set_aside_judgement (
  set_aside_id bigint not null references set_aside_text (id),
  area         text not null,
  outcome      text,
  grade_rank   integer,
  reason       text not null,
  primary key (set_aside_id, area)
);
