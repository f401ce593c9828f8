-- From whom a response to a publication is expected, under the name and kind the
-- body had on the day of publication, and what is on record of it. A correction of
-- what is on record is a new revision; the highest is what holds now.
create table response_duty (
  id             identity_key,
  publication_id bigint not null references publication (id),
  body_id        bigint not null references organisation (id),
  force_id       bigint not null references organisation (id),
  body_kind      text not null,
  body_name      text,  -- null where no name is on record: then kind and force stand for it
  source         text not null,
  source_type    text not null,
  unique (publication_id, body_id)
);

create index response_duty_by_force on response_duty (force_id);

create table response (
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
