-- The extracts that a report may quote: somebody who may see them has written them into one
-- of its sections. A row stays when the section no longer quotes the extract.
create table report_quotation (
  report_id  bigint not null references report (id),
  extract_id bigint not null references extract (id),
  quoted_by  bigint references person (id),  -- who was the first; null: the operator
  quoted_at  text not null,
  primary key (report_id, extract_id)
);

-- What the sections of an edition quote, as it stood when the edition was published.
create table edition_quotation (
  edition_id  bigint not null references edition (id),
  section_id  bigint not null references report_section (id),
  extract_id  bigint not null references extract (id),
  document_id bigint not null references document (id),
  begin_at    integer not null,
  end_at      integer not null,
  words       text not null,
  primary key (edition_id, section_id, extract_id)
);
