-- Themes: the codebook of a programme, and which passages of evidence somebody coded with
-- which theme. A wording of a theme is never lost, nor is a coding: it is marked removed.
create table codebook (
  id           identity_key,
  programme_id bigint not null unique references programme (id),
  name         text not null
);

-- As it reads now; theme_revision holds every wording it has had.
create table theme (
  id              identity_key,
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

create index theme_by_parent on theme (parent_id);

create table theme_revision (
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

-- Each coder's own, so that two people may code the same passage without seeing to it that they agree.
create table coding (
  id         identity_key,
  extract_id bigint not null references extract (id),
  theme_id   bigint not null references theme (id),
  person_id  bigint references person (id),  -- null: the operator
  coded_at   text not null,
  removed_at text,    -- null: it holds
  removed_by bigint   -- null: the operator, or nobody yet
);

create unique index coding_that_holds on coding (extract_id, theme_id, coalesce(person_id, 0)) where removed_at is null;
create index coding_by_theme on coding (theme_id);

-- What a coder noted about a coding: the newest revision holds, an empty one says that there is none.
create table coding_memo (
  coding_id  bigint not null references coding (id),
  revision   integer not null check (revision >= 1),
  text       text not null,
  written_at text not null,
  primary key (coding_id, revision)
);

insert into role_permission (role, permission) values ('analyst', 'manage-codebook');
