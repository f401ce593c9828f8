-- Findings: what an inspection states about a body, and what each statement rests on.
-- The head says where a finding stands; every step is a revision with the words it then
-- had, inserted and never changed. Support is never deleted: it ends with a revision.
create table finding (
  id            identity_key,
  inspection_id bigint not null references inspection (id),
  number        integer not null check (number >= 1),  -- within the inspection, without gaps
  direction     text not null,  -- strength or weakness
  area          text,           -- an area's key in the inspection's framework
  theme         text,           -- a theme's key in the programme's codebook
  state         text not null,  -- draft or agreed
  revision      integer not null check (revision >= 1),
  unique (inspection_id, number)
);

create index finding_by_state on finding (state, direction);

create table finding_revision (
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

create index finding_revision_by_author on finding_revision (finding_id, person_id, action);

create table finding_extract (
  finding_id       bigint not null,
  extract_id       bigint not null references extract (id),
  added_revision   integer not null,
  removed_revision integer,  -- null: it rests on the extract now
  primary key (finding_id, extract_id, added_revision),
  foreign key (finding_id, added_revision) references finding_revision (finding_id, revision),
  foreign key (finding_id, removed_revision) references finding_revision (finding_id, revision)
);

create unique index finding_extract_now on finding_extract (finding_id, extract_id) where removed_revision is null;
create index finding_extract_by_extract on finding_extract (extract_id);

create table finding_case (
  finding_id       bigint not null,
  case_id          bigint not null references case_file (id),
  added_revision   integer not null,
  removed_revision integer,  -- null: it rests on the case now
  primary key (finding_id, case_id, added_revision),
  foreign key (finding_id, added_revision) references finding_revision (finding_id, revision),
  foreign key (finding_id, removed_revision) references finding_revision (finding_id, revision)
);

create unique index finding_case_now on finding_case (finding_id, case_id) where removed_revision is null;
create index finding_case_by_case on finding_case (case_id);

insert into role_permission (role, permission) values
  ('moderator', 'see-findings'), ('moderator', 'agree-findings'),
  ('analyst', 'see-findings'), ('analyst', 'write-findings'),
  ('editor', 'see-findings'),
  ('lead-inspector', 'see-findings'), ('lead-inspector', 'write-findings'),
  ('inspector', 'see-findings'), ('inspector', 'write-findings');
