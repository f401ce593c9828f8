-- Organisations and what they were over time, persons and their roles, sessions
-- of those signed in, and declared conflicts of interest.
create table organisation (
  id          identity_key,
  key         text not null unique,
  name        text not null,
  kind        text not null,
  reality     text not null,
  region      text,
  nation      text,
  overseen_by bigint references organisation (id),
  source      text not null
);

create index organisation_by_overseer on organisation (overseen_by);

create table organisation_form (
  organisation_id bigint not null references organisation (id),
  seen_on         text not null,
  form            text not null,
  source          text not null,
  primary key (organisation_id, seen_on)
);

create table person (
  id            identity_key,
  name          text not null,
  email         text not null unique,
  password_hash text not null,
  disabled      integer not null default 0 check (disabled in (0, 1))
);

-- Held everywhere, or for one organisation. Never deleted: a role ends.
create table role_grant (
  id              identity_key,
  person_id       bigint not null references person (id),
  role            text not null,
  organisation_id bigint references organisation (id),
  granted_at      text not null,
  ended_at        text
);

create index role_grant_by_person on role_grant (person_id);

-- What a role may do, for queries that filter by permission. A test holds it equal to people/role.cpp.
create table role_permission (
  role       text not null,
  permission text not null,
  primary key (role, permission)
);

insert into role_permission (role, permission) values
  ('administrator', 'manage-people'), ('administrator', 'read-journal'),
  ('programme-manager', 'see-programme'), ('programme-manager', 'plan-inspections'),
  ('programme-manager', 'manage-team'),
  ('methodologist', 'see-programme'), ('methodologist', 'manage-frameworks'),
  ('moderator', 'see-programme'), ('moderator', 'see-cases'), ('moderator', 'moderate-cases'),
  ('analyst', 'see-programme'), ('analyst', 'see-cases'),
  ('editor', 'see-programme'), ('editor', 'publish'), ('editor', 'record-responses'),
  ('press-officer', 'see-programme'),
  ('disclosure-reviewer', 'see-programme'),
  ('lead-inspector', 'see-programme'), ('lead-inspector', 'plan-inspections'), ('lead-inspector', 'manage-team'),
  ('lead-inspector', 'see-cases'), ('lead-inspector', 'prepare-cases'), ('lead-inspector', 'assess-cases'),
  ('inspector', 'see-programme'), ('inspector', 'see-cases'), ('inspector', 'assess-cases'),
  ('liaison-officer', 'see-programme'),
  ('body-auditor', 'see-programme'), ('body-auditor', 'audit-own-cases'),
  ('chief-officer', 'see-programme');

create table conflict_of_interest (
  id              identity_key,
  person_id       bigint not null references person (id),
  organisation_id bigint not null references organisation (id),
  reason          text not null,
  first_day       text not null,
  declared_at     text not null,
  ended_at        text,
  end_reason      text
);

create index conflict_of_interest_by_person on conflict_of_interest (person_id, organisation_id);
create index conflict_of_interest_by_organisation on conflict_of_interest (organisation_id);

-- The token itself is known only to the browser; here lies its digest.
create table session (
  id           identity_key,
  token_digest text not null unique,
  person_id    bigint not null references person (id),
  started_at   text not null,
  seen_at      text not null,
  ended_at     text
);

create index session_by_person on session (person_id);

-- For throttling: failed attempts, by keyed digests of the address typed and of the
-- network address. Rows older than a day are deleted; the journal keeps that they happened.
create table failed_sign_in (
  id             identity_key,
  email_digest   text not null,
  address_digest text not null,
  failed_at      text not null
);

create index failed_sign_in_by_email on failed_sign_in (email_digest, failed_at);
create index failed_sign_in_by_address on failed_sign_in (address_digest, failed_at);

-- The key of those digests, so that they cannot be matched against lists of addresses
-- by somebody who has only them.
create table sign_in_key (
  only_row integer not null primary key check (only_row = 1),
  key      text not null
);
