-- The schema as it is after every migration, on SQLite. Made by tools/schema; do not edit.

CREATE TABLE area (
  id                   integer primary key,
  framework_version_id bigint not null references framework_version (id),
  key                  text not null,
  position             integer not null,
  name                 text not null,
  looks_at             text not null,
  is_overall           integer not null check (is_overall in (0, 1)),
  unique (framework_version_id, key),
  unique (framework_version_id, position)
);

CREATE TABLE area_force (
  area_id     bigint not null references organisation (id),
  force_id    bigint not null references organisation (id),
  source      text not null,
  source_type text not null,
  primary key (area_id, force_id)
);

CREATE INDEX area_force_by_force on area_force (force_id);

CREATE TABLE assessment (
  id              integer primary key,
  case_id         bigint not null references case_file (id),
  assessor_type   text not null,
  state           text not null,
  revision        integer not null check (revision >= 1),
  first_submitted integer,  -- the revision first submitted: the judgement made blind
  unique (case_id, assessor_type)
);

CREATE INDEX assessment_by_state on assessment (state, assessor_type);

CREATE TABLE assessment_author (
  assessment_id bigint not null references assessment (id),
  person_id     bigint not null,
  primary key (assessment_id, person_id)
);

CREATE TABLE assessment_revision (
  assessment_id bigint not null references assessment (id),
  revision      integer not null,
  action        text not null,
  state         text not null,  -- after the action
  person_id     bigint,         -- null: the operator
  recorded_at   text not null,
  reason        text,           -- why it was returned or reopened
  primary key (assessment_id, revision)
);

CREATE VIEW barred_by_conflict as
select c.person_id, o.id as organisation_id
  from conflict_of_interest c
  join organisation o on o.id = c.organisation_id
                      or o.id in (select a.area_id from area_force a where a.force_id = c.organisation_id)
 where c.ended_at is null;

CREATE TABLE case_assignment (
  case_id     bigint not null references case_file (id),
  position    integer not null check (position >= 1),
  person_id   bigint references person (id),  -- null: nobody
  assigned_at text not null,
  assigned_by bigint references person (id),  -- null: the operator
  primary key (case_id, position)
);

CREATE TABLE case_file (
  id            integer primary key,
  inspection_id bigint not null references inspection (id),
  sample_id     bigint not null references case_sample (id),
  number        text not null,  -- drawn at random: says nothing of the child, the file or its place in a list
  kind          text not null,  -- a kind of case that the inspection's framework knows
  assigned_to   bigint references person (id),
  unique (inspection_id, number)
);

CREATE INDEX case_file_by_assignee on case_file (assigned_to);

CREATE INDEX case_file_by_sample on case_file (sample_id);

CREATE TABLE case_kind (
  framework_version_id bigint not null references framework_version (id),
  key                  text not null,
  position             integer not null,
  name                 text not null,
  primary key (framework_version_id, key),
  unique (framework_version_id, position)
);

CREATE TABLE case_sample (
  id            integer primary key,
  inspection_id bigint not null references inspection (id),
  name          text not null,
  chosen_by     text not null, method text, source_list text, list_length integer, repeated_by text, drawn_at text, drawn_by bigint references person (id),  -- body: the inspected body audits these cases as well; or inspectors
  unique (inspection_id, name)
);

CREATE TABLE codebook (
  id           integer primary key,
  programme_id bigint not null unique references programme (id),
  name         text not null
);

CREATE TABLE coding (
  id         integer primary key,
  extract_id bigint not null references extract (id),
  theme_id   bigint not null references theme (id),
  person_id  bigint references person (id),  -- null: the operator
  coded_at   text not null,
  removed_at text,    -- null: it holds
  removed_by bigint   -- null: the operator, or nobody yet
);

CREATE INDEX coding_by_theme on coding (theme_id);

CREATE UNIQUE INDEX coding_that_holds on coding (extract_id, theme_id, coalesce(person_id, 0)) where removed_at is null;

CREATE TABLE coding_memo (
  coding_id  bigint not null references coding (id),
  revision   integer not null check (revision >= 1),
  text       text not null,
  written_at text not null,
  primary key (coding_id, revision)
);

CREATE TABLE conflict_of_interest (
  id              integer primary key,
  person_id       bigint not null references person (id),
  organisation_id bigint not null references organisation (id),
  reason          text not null,
  first_day       text not null,
  declared_at     text not null,
  ended_at        text,
  end_reason      text
);

CREATE INDEX conflict_of_interest_by_organisation on conflict_of_interest (organisation_id);

CREATE INDEX conflict_of_interest_by_person on conflict_of_interest (person_id, organisation_id);

CREATE TABLE document (
  id            integer primary key,
  inspection_id bigint not null references inspection (id),
  number        integer not null check (number >= 1),  -- within the inspection, without gaps
  kind          text not null,  -- interview, focus-group, observation or document
  title         text not null,
  dated         text,    -- a partial date: when it was said, seen or written; null: not known
  recorded_by   bigint references person (id),  -- null: the operator
  recorded_at   text not null,
  format        text not null,  -- note: typed here; txt, html, pdf, docx: taken from a file
  file_name     text,
  file_digest   text,    -- SHA-256 of the file
  file_bytes    bytea,   -- the file as it came
  text_digest   text not null,
  length        integer not null check (length >= 1),  -- of the text, in code points
  replaces_id   bigint unique references document (id),
  unique (inspection_id, number),
  unique (inspection_id, file_digest),
  check ((format = 'note') = (file_name is null)),
  check ((file_name is null) = (file_digest is null) and (file_name is null) = (file_bytes is null))
);

CREATE TABLE document_text (
  document_id bigint primary key references document (id),
  text        text not null
);

CREATE TABLE edition (
  id               integer primary key,
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

CREATE INDEX edition_by_report on edition (report_id);

CREATE TABLE edition_figure (
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

CREATE TABLE edition_file (
  edition_id bigint not null references edition (id),
  path       text not null,  -- chapter.html, data/figure.csv: relative to the edition
  media_type text not null,
  digest     text not null,  -- SHA-256 of the bytes
  bytes      bytea not null,
  primary key (edition_id, path)
);

CREATE TABLE edition_input (
  edition_id bigint not null references edition (id),
  number     integer not null,
  kind       text not null,
  subject_id bigint not null,
  revision   integer not null,
  primary key (edition_id, number)
);

CREATE TABLE edition_quotation (
  edition_id  bigint not null references edition (id),
  section_id  bigint not null references report_section (id),
  extract_id  bigint not null references extract (id),
  document_id bigint not null references document (id),
  begin_at    integer not null,
  end_at      integer not null,
  words       text not null,
  primary key (edition_id, section_id, extract_id)
);

CREATE TABLE edition_recommendation (
  edition_id        bigint not null references edition (id),
  recommendation_id bigint not null references recommendation (id),
  key               text not null,
  revision          integer not null,
  text              text not null,
  term              text not null,
  addressees        text not null,  -- their names, as they then were
  primary key (edition_id, recommendation_id)
);

CREATE TABLE edition_section (
  edition_id       bigint not null references edition (id),
  position         integer not null,
  section_id       bigint not null references report_section (id),
  section_revision integer not null,
  title            text not null,
  markdown         text not null,
  primary key (edition_id, position)
);

CREATE TABLE evaluation (
  id                integer primary key,
  publication_id    bigint not null references publication (id),
  number            integer not null check (number >= 1),  -- within the publication, without gaps
  title             text not null,
  evaluator         text not null,  -- the organisation, as it calls itself
  published_on      text not null,
  summary           text not null,
  format            text not null,  -- pdf, html, text or markdown
  file_name         text,           -- null: typed here
  digest            text not null,  -- SHA-256 of the content
  size              integer not null check (size >= 1),  -- bytes of the content
  attached_by       bigint references person (id),  -- null: the operator
  attached_at       text not null,
  withdrawn_at      text,
  withdrawn_by      bigint references person (id),
  withdrawal_reason text,
  unique (publication_id, number),
  check ((withdrawn_at is null) = (withdrawal_reason is null))
);

CREATE TABLE evaluation_content (
  evaluation_id bigint primary key references evaluation (id),
  bytes         bytea not null
);

CREATE TABLE extract (
  id          integer primary key,
  document_id bigint not null references document (id),
  begin_at    integer not null check (begin_at >= 0),
  end_at      integer not null,
  marked_by   bigint references person (id),
  marked_at   text not null,
  unique (document_id, begin_at, end_at),
  check (begin_at < end_at)
);

CREATE TABLE failed_sign_in (
  id             integer primary key,
  email_digest   text not null,
  address_digest text not null,
  failed_at      text not null
);

CREATE INDEX failed_sign_in_by_address on failed_sign_in (address_digest, failed_at);

CREATE INDEX failed_sign_in_by_email on failed_sign_in (email_digest, failed_at);

CREATE TABLE figure (
  id           integer primary key,
  programme_id bigint not null references programme (id),
  key          text not null,  -- how a report names it
  revision     integer not null check (revision >= 1),
  unique (programme_id, key)
);

CREATE TABLE figure_revision (
  figure_id        bigint not null references figure (id),
  revision         integer not null,
  title            text not null,
  alternative_text text not null,
  definition       text not null,  -- JSON, see src/figure/definition_file_service.h
  person_id        bigint references person (id),  -- null: the operator
  recorded_at      text not null,
  primary key (figure_id, revision)
);

CREATE TABLE finding (
  id            integer primary key,
  inspection_id bigint not null references inspection (id),
  number        integer not null check (number >= 1),  -- within the inspection, without gaps
  direction     text not null,  -- strength or weakness
  area          text,           -- an area's key in the inspection's framework
  theme         text,           -- a theme's key in the programme's codebook
  state         text not null,  -- draft or agreed
  revision      integer not null check (revision >= 1),
  unique (inspection_id, number)
);

CREATE INDEX finding_by_state on finding (state, direction);

CREATE TABLE finding_case (
  finding_id       bigint not null,
  case_id          bigint not null references case_file (id),
  added_revision   integer not null,
  removed_revision integer,  -- null: it rests on the case now
  primary key (finding_id, case_id, added_revision),
  foreign key (finding_id, added_revision) references finding_revision (finding_id, revision),
  foreign key (finding_id, removed_revision) references finding_revision (finding_id, revision)
);

CREATE INDEX finding_case_by_case on finding_case (case_id);

CREATE UNIQUE INDEX finding_case_now on finding_case (finding_id, case_id) where removed_revision is null;

CREATE TABLE finding_extract (
  finding_id       bigint not null,
  extract_id       bigint not null references extract (id),
  added_revision   integer not null,
  removed_revision integer,  -- null: it rests on the extract now
  primary key (finding_id, extract_id, added_revision),
  foreign key (finding_id, added_revision) references finding_revision (finding_id, revision),
  foreign key (finding_id, removed_revision) references finding_revision (finding_id, revision)
);

CREATE INDEX finding_extract_by_extract on finding_extract (extract_id);

CREATE UNIQUE INDEX finding_extract_now on finding_extract (finding_id, extract_id) where removed_revision is null;

CREATE TABLE finding_revision (
  finding_id  bigint not null references finding (id),
  revision    integer not null,
  action      text not null,
  state       text not null,  -- after the action
  statement   text not null,
  direction   text not null,
  area        text,
  theme       text,
  person_id   bigint references person (id),  -- null: the operator
  recorded_at text not null,
  reason      text,           -- why it was returned or reopened
  primary key (finding_id, revision)
);

CREATE INDEX finding_revision_by_author on finding_revision (finding_id, person_id, action);

CREATE TABLE framework_version (
  id                        integer primary key,
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

CREATE TABLE grade (
  scale_key text not null references grade_scale (key),
  rank      integer not null check (rank >= 1),
  label     text not null,
  primary key (scale_key, rank),
  unique (scale_key, label)
);

CREATE TABLE grade_scale (
  key    text not null primary key,
  name   text not null,
  source text not null
);

CREATE TABLE inspection (
  id                    integer primary key,
  key                   text not null unique,
  programme_id          bigint not null references programme (id),
  kind                  text not null,
  body_id               bigint not null references organisation (id),
  title                 text not null,
  origin                text not null,  -- own, or public-record
  reality               text not null,
  framework_version_id  bigint references framework_version (id),  -- null: not known
  follows_id            bigint references inspection (id),         -- the inspection that a review looks back at
  part                  text,  -- which quarter, of a quarterly update
  theme                 text,
  fieldwork_as_reported text,
  counted_in_64         text,
  recommendations       integer,  -- how many its report made, where that is known
  source                text,  -- null for our own
  source_type           text,
  further_source        text,
  note                  text not null,
  check ((source is null) = (source_type is null))
);

CREATE INDEX inspection_by_body on inspection (body_id);

CREATE INDEX inspection_by_followed on inspection (follows_id);

CREATE INDEX inspection_by_origin on inspection (origin);

CREATE TABLE inspection_dates (
  inspection_id   bigint not null references inspection (id),
  revision        integer not null check (revision >= 1),
  fieldwork       text,
  fieldwork_sense text,  -- period: held then; window: held at some time within
  report_date     text,
  web_date        text,
  recorded_at     text not null,
  primary key (inspection_id, revision),
  check ((fieldwork is null) = (fieldwork_sense is null))
);

CREATE TABLE inspection_member (
  id            integer primary key,
  inspection_id bigint not null references inspection (id),
  person_id     bigint not null references person (id),
  role          text not null,
  joined_at     text not null,
  left_at       text
);

CREATE INDEX inspection_member_by_inspection on inspection_member (inspection_id);

CREATE INDEX inspection_member_by_person on inspection_member (person_id, inspection_id);

CREATE UNIQUE INDEX inspection_member_now on inspection_member (inspection_id, person_id) where left_at is null;

CREATE VIEW inspection_now as
select i.id, i.key, i.programme_id, i.kind, i.body_id, i.title, i.origin, i.reality, i.framework_version_id,
       i.follows_id, i.part, i.theme, i.fieldwork_as_reported, i.counted_in_64, i.recommendations, i.source,
       i.source_type, i.further_source, i.note,
       d.revision as dates_revision, d.fieldwork, d.fieldwork_sense, d.report_date, d.web_date, s.stage,
       s.reason as stage_reason
  from inspection i
  join inspection_dates d
    on d.inspection_id = i.id
   and d.revision = (select max(revision) from inspection_dates where inspection_id = i.id)
  left join inspection_stage s
    on s.inspection_id = i.id
   and s.position = (select max(position) from inspection_stage where inspection_id = i.id);

CREATE VIEW inspection_permission as
select m.person_id, i.id as inspection_id, p.permission
  from inspection_member m
  join person on person.id = m.person_id and person.disabled = 0
  join inspection i on i.id = m.inspection_id
  join role_permission p on p.role = m.role
 where m.left_at is null
   and not exists (select 1 from barred_by_conflict b
                    where b.person_id = m.person_id and b.organisation_id = i.body_id)
union all
select g.person_id, i.id, p.permission
  from role_grant g
  join person on person.id = g.person_id and person.disabled = 0
  join inspection i on g.organisation_id is null or g.organisation_id = i.body_id
                    or (g.role = 'hm-inspector'
                        and exists (select 1 from area_force a
                                     where a.area_id = i.body_id and a.force_id = g.organisation_id))
  join role_permission p on p.role = g.role
 where g.ended_at is null
   and not exists (select 1 from barred_by_conflict b
                    where b.person_id = g.person_id and b.organisation_id = i.body_id)
union all
select person.id, i.id, 'see-programme'
  from person
  join inspection i on i.origin = 'public-record'
 where person.disabled = 0;

CREATE TABLE inspection_stage (
  inspection_id bigint not null references inspection (id),
  position      integer not null check (position >= 1),
  stage         text not null,
  entered_at    text not null, reason text,
  primary key (inspection_id, position)
);

CREATE TABLE journal_entry (
  number          bigint not null primary key,  -- 1, 2, 3 … without gaps, in the order of commit
  recorded_at     text not null,
  person_id       bigint,                       -- null: the operator at the command line
  command         text not null,
  subject_kind    text not null,
  subject_id      bigint not null,
  before_digest   text,                         -- of the subject's state; null when it did not exist
  after_digest    text not null,
  previous_digest text not null,                -- the digest of entry number - 1; zeros for the first
  digest          text not null
);

CREATE INDEX journal_entry_by_subject on journal_entry (subject_kind, subject_id, number);

CREATE TABLE judgement (
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

CREATE TABLE judgement_now (
  assessment_id bigint not null,
  area          text not null,
  revision      integer not null,
  primary key (assessment_id, area),
  foreign key (assessment_id, area, revision) references judgement (assessment_id, area, revision)
);

CREATE TABLE organisation (
  id          integer primary key,
  key         text not null unique,
  name        text not null,
  kind        text not null,
  reality     text not null,
  region      text,
  nation      text,
  overseen_by bigint references organisation (id),
  source      text not null
);

CREATE INDEX organisation_by_overseer on organisation (overseen_by);

CREATE TABLE organisation_form (
  organisation_id bigint not null references organisation (id),
  seen_on         text not null,
  form            text not null,
  source          text not null,
  primary key (organisation_id, seen_on)
);

CREATE TABLE person (
  id            integer primary key,
  name          text not null,
  email         text not null unique,
  password_hash text not null,
  disabled      integer not null default 0 check (disabled in (0, 1))
);

CREATE TABLE programme (
  id      integer primary key,
  key     text not null unique,
  name    text not null,
  reality text not null,
  source  text not null
);

CREATE TABLE publication (
  id           integer primary key,
  key          text not null unique,
  title        text not null,
  published_on text not null
);

CREATE TABLE publication_part (
  publication_id bigint not null references publication (id),
  position       integer not null check (position >= 1),
  kind           text not null,
  label          text not null,
  text           text not null,
  number         integer,
  date           text,  -- a partial date
  format         text,
  address        text,
  external       text,  -- yes or no; null where there is no link to mark
  source         text not null,
  source_type    text not null,
  note           text not null,
  primary key (publication_id, position)
);

CREATE TABLE published_total (
  id                 integer primary key,
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

CREATE INDEX published_total_by_body on published_total (body_id);

CREATE INDEX published_total_by_inspection on published_total (inspection_id);

CREATE TABLE published_total_grade (
  published_total_id bigint not null references published_total (id),
  rank               integer not null check (rank >= 1),
  count              integer,
  primary key (published_total_id, rank)
);

CREATE TABLE recommendation (
  id                    integer primary key,
  programme_id          bigint not null references programme (id),
  key                   text not null,  -- r-001, r-002 … within the programme, without gaps
  text                  text not null,
  term                  text not null,  -- immediately, within-three-months or within-six-months
  state                 text not null,  -- draft or settled
  revision              integer not null check (revision >= 1),
  made_in_inspection_id bigint references inspection (id),  -- null: by the programme as a whole
  unique (programme_id, key)
);

CREATE INDEX recommendation_by_inspection on recommendation (made_in_inspection_id);

CREATE TABLE recommendation_addressee (
  recommendation_id bigint not null,
  organisation_id   bigint not null references organisation (id),
  added_revision    integer not null,
  removed_revision  integer,  -- null: it is addressed now
  primary key (recommendation_id, organisation_id, added_revision),
  foreign key (recommendation_id, added_revision) references recommendation_revision (recommendation_id, revision),
  foreign key (recommendation_id, removed_revision) references recommendation_revision (recommendation_id, revision)
);

CREATE UNIQUE INDEX recommendation_addressee_now on recommendation_addressee (recommendation_id, organisation_id)
 where removed_revision is null;

CREATE TABLE recommendation_answer (
  duty_id           bigint not null references response_duty (id),
  recommendation_id bigint not null references recommendation (id),
  revision          integer not null check (revision >= 1),
  kind              text not null,  -- action-taken, action-planned or no-action
  text              text not null,
  person_id         bigint references person (id),  -- null: the operator
  recorded_at       text not null,
  primary key (duty_id, recommendation_id, revision)
);

CREATE INDEX recommendation_answer_by_recommendation on recommendation_answer (recommendation_id);

CREATE TABLE recommendation_clock (
  recommendation_id bigint not null references recommendation (id),
  publication_id    bigint not null references publication (id),
  starts_on         text not null,
  primary key (recommendation_id, publication_id)
);

CREATE INDEX recommendation_clock_by_publication on recommendation_clock (publication_id);

CREATE TABLE recommendation_finding (
  recommendation_id bigint not null,
  finding_id        bigint not null references finding (id),
  added_revision    integer not null,
  removed_revision  integer,  -- null: it rests on the finding now
  primary key (recommendation_id, finding_id, added_revision),
  foreign key (recommendation_id, added_revision) references recommendation_revision (recommendation_id, revision),
  foreign key (recommendation_id, removed_revision) references recommendation_revision (recommendation_id, revision)
);

CREATE INDEX recommendation_finding_by_finding on recommendation_finding (finding_id);

CREATE UNIQUE INDEX recommendation_finding_now on recommendation_finding (recommendation_id, finding_id)
 where removed_revision is null;

CREATE TABLE recommendation_revision (
  recommendation_id bigint not null references recommendation (id),
  revision          integer not null,
  action            text not null,
  state             text not null,  -- after the action
  text              text not null,
  term              text not null,
  person_id         bigint references person (id),  -- null: the operator
  recorded_at       text not null,
  reason            text,           -- why it was reopened
  primary key (recommendation_id, revision)
);

CREATE INDEX recommendation_revision_by_author on recommendation_revision (recommendation_id, person_id, action);

CREATE VIEW recommendation_to_answer as
select d.id as duty_id, c.recommendation_id
  from response_duty d
  join recommendation_clock c on c.publication_id = d.publication_id
 where exists (select 1
                 from recommendation_addressee a
                where a.recommendation_id = c.recommendation_id
                  and a.removed_revision is null
                  and a.organisation_id in (d.body_id, d.force_id));

CREATE TABLE report (
  id           integer primary key,
  programme_id bigint not null references programme (id),
  key          text not null,
  revision     integer not null check (revision >= 1),  -- of title, subtitle and summary
  unique (programme_id, key)
);

CREATE TABLE report_quotation (
  report_id  bigint not null references report (id),
  extract_id bigint not null references extract (id),
  quoted_by  bigint references person (id),  -- who was the first; null: the operator
  quoted_at  text not null,
  primary key (report_id, extract_id)
);

CREATE TABLE report_revision (
  report_id   bigint not null references report (id),
  revision    integer not null,
  title       text not null,
  subtitle    text not null,
  summary     text not null,
  person_id   bigint references person (id),  -- null: the operator
  recorded_at text not null,
  primary key (report_id, revision)
);

CREATE TABLE report_section (
  id             integer primary key,
  report_id      bigint not null references report (id),
  number         integer not null check (number >= 1),    -- within the report, without gaps; never given again
  position       integer not null check (position >= 1),  -- among those that were not removed
  revision       integer not null check (revision >= 1),
  removed_at     text,    -- null: it is in the report
  removed_by     bigint references person (id),  -- null: the operator, or nobody yet
  removal_reason text,
  unique (report_id, number)
);

CREATE TABLE report_section_revision (
  section_id  bigint not null references report_section (id),
  revision    integer not null,
  title       text not null,
  markdown    text not null,
  person_id   bigint references person (id),  -- null: the operator
  recorded_at text not null,
  primary key (section_id, revision)
);

CREATE TABLE report_section_set_aside (
  id            integer primary key,
  section_id    bigint not null references report_section (id),
  base_revision integer not null,  -- on the screen of whoever typed it
  over_revision integer not null,  -- that held when it was set aside
  title         text not null,
  markdown      text not null,
  person_id     bigint references person (id),  -- null: the operator
  set_aside_at  text not null
);

CREATE INDEX report_section_set_aside_by_section on report_section_set_aside (section_id);

CREATE TABLE response (
  duty_id     bigint not null references response_duty (id),
  revision    integer not null check (revision >= 1),
  format      text not null,
  received_on text,  -- null: the day is not known
  address     text,
  source      text not null,
  source_type text not null,
  note        text not null,
  recorded_at text not null,
  primary key (duty_id, revision)
);

CREATE TABLE response_duty (
  id             integer primary key,
  publication_id bigint not null references publication (id),
  body_id        bigint not null references organisation (id),
  force_id       bigint not null references organisation (id),
  body_kind      text not null,
  body_name      text,  -- null where no name is on record: then kind and force stand for it
  source         text not null,
  source_type    text not null,
  unique (publication_id, body_id)
);

CREATE INDEX response_duty_by_force on response_duty (force_id);

CREATE VIEW role_at_body as
select g.person_id, g.organisation_id
  from role_grant g
 where g.organisation_id is not null and g.ended_at is null
   and not exists (select 1 from role_permission p
                    where p.role = g.role and p.permission = 'see-cases');

CREATE TABLE role_grant (
  id              integer primary key,
  person_id       bigint not null references person (id),
  role            text not null,
  organisation_id bigint references organisation (id),
  granted_at      text not null,
  ended_at        text
);

CREATE INDEX role_grant_by_person on role_grant (person_id);

CREATE VIEW role_held as
select g.person_id, g.role, g.organisation_id
  from role_grant g
 where g.ended_at is null
union all
select m.person_id, m.role, i.body_id
  from inspection_member m
  join inspection i on i.id = m.inspection_id
 where m.left_at is null;

CREATE TABLE role_permission (
  role       text not null,
  permission text not null,
  primary key (role, permission)
);

CREATE TABLE schema_migration (
  number     bigint not null primary key,
  name       text not null,
  digest     text not null,
  applied_at text not null
);

CREATE TABLE session (
  id           integer primary key,
  token_digest text not null unique,
  person_id    bigint not null references person (id),
  started_at   text not null,
  seen_at      text not null,
  ended_at     text
);

CREATE INDEX session_by_person on session (person_id);

CREATE TABLE set_aside_judgement (
  set_aside_id bigint not null references set_aside_text (id),
  area         text not null,
  outcome      text,
  grade_rank   integer,
  reason       text not null,
  primary key (set_aside_id, area)
);

CREATE TABLE set_aside_text (
  id            integer primary key,
  assessment_id bigint not null references assessment (id),
  base_revision integer not null,  -- the revision the person had before them
  over_revision integer not null,  -- the revision that had been recorded meanwhile
  person_id     bigint,
  set_aside_at  text not null
);

CREATE INDEX set_aside_text_by_assessment on set_aside_text (assessment_id, person_id);

CREATE TABLE sign_in_key (
  only_row integer not null primary key check (only_row = 1),
  key      text not null
);

CREATE TABLE theme (
  id              integer primary key,
  codebook_id     bigint not null references codebook (id),
  parent_id       bigint references theme (id),  -- null: on the upper of the two levels
  key             text not null,
  name            text not null,
  definition      text not null,
  when_to_use     text not null,
  when_not_to_use text not null,
  position        integer not null check (position >= 1),  -- among those with the same parent
  revision        integer not null check (revision >= 1),
  retired_at      text,
  unique (codebook_id, key)
);

CREATE INDEX theme_by_parent on theme (parent_id);

CREATE TABLE theme_revision (
  theme_id        bigint not null references theme (id),
  revision        integer not null,
  name            text not null,
  definition      text not null,
  when_to_use     text not null,
  when_not_to_use text not null,
  person_id       bigint,  -- null: the operator
  recorded_at     text not null,
  primary key (theme_id, revision)
);
