-- Publications and the parts of their landing pages. An address that is not on
-- record is null, and the page says so; nothing is made up to fill it.
create table publication (
  id           identity_key,
  key          text not null unique,
  title        text not null,
  published_on text not null
);

create table publication_part (
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
