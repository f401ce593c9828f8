-- The journal: one row for every command that changed something. It holds who,
-- when, which command, which subject and digests, never text, and it refers to
-- no other table, so that redaction elsewhere cannot break the chain.
create table journal_entry (
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

create index journal_entry_by_subject on journal_entry (subject_kind, subject_id, number);
