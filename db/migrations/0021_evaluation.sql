-- What others found when they judged a programme: reports attached to a publication. One
-- that is withdrawn stays, with the reason; its content never changes.
create table evaluation (
  id                identity_key,
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

-- Apart, so that a list of evaluations never reads a file.
create table evaluation_content (
  evaluation_id bigint primary key references evaluation (id),
  bytes         bytea not null
);

create index inspection_by_followed on inspection (follows_id);
