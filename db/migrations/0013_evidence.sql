-- Evidence: what was said, seen and handed over in an inspection, as exact text that
-- never changes, and the extracts marked in it. Offsets count Unicode code points from 0;
-- an extract reaches from its begin to before its end. A note that was wrong is followed
-- by another that replaces it; the first stays.
create table document (
  id            identity_key,
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

-- Apart, so that a list of documents never reads a text.
create table document_text (
  document_id bigint primary key references document (id),
  text        text not null
);

create table extract (
  id          identity_key,
  document_id bigint not null references document (id),
  begin_at    integer not null check (begin_at >= 0),
  end_at      integer not null,
  marked_by   bigint references person (id),
  marked_at   text not null,
  unique (document_id, begin_at, end_at),
  check (begin_at < end_at)
);

insert into role_permission (role, permission) values
  ('moderator', 'see-evidence'),
  ('analyst', 'see-evidence'), ('analyst', 'code-evidence'),
  ('lead-inspector', 'see-evidence'), ('lead-inspector', 'record-evidence'), ('lead-inspector', 'code-evidence'),
  ('inspector', 'see-evidence'), ('inspector', 'record-evidence'), ('inspector', 'code-evidence');
