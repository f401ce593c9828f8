-- The register of recommendations: what is asked, of whom, by when, and for which
-- findings. The head holds what is asked now; every step is a revision, inserted and
-- never changed. Addressees and findings are never deleted: they end with a revision.
create table recommendation (
  id                    identity_key,
  programme_id          bigint not null references programme (id),
  key                   text not null,  -- r-001, r-002 … within the programme, without gaps
  text                  text not null,
  term                  text not null,  -- immediately, within-three-months or within-six-months
  state                 text not null,  -- draft or settled
  revision              integer not null check (revision >= 1),
  made_in_inspection_id bigint references inspection (id),  -- null: by the programme as a whole
  unique (programme_id, key)
);

create index recommendation_by_inspection on recommendation (made_in_inspection_id);

create table recommendation_revision (
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

create index recommendation_revision_by_author on recommendation_revision (recommendation_id, person_id, action);

create table recommendation_addressee (
  recommendation_id bigint not null,
  organisation_id   bigint not null references organisation (id),
  added_revision    integer not null,
  removed_revision  integer,  -- null: it is addressed now
  primary key (recommendation_id, organisation_id, added_revision),
  foreign key (recommendation_id, added_revision) references recommendation_revision (recommendation_id, revision),
  foreign key (recommendation_id, removed_revision) references recommendation_revision (recommendation_id, revision)
);

create unique index recommendation_addressee_now on recommendation_addressee (recommendation_id, organisation_id)
 where removed_revision is null;

create table recommendation_finding (
  recommendation_id bigint not null,
  finding_id        bigint not null references finding (id),
  added_revision    integer not null,
  removed_revision  integer,  -- null: it rests on the finding now
  primary key (recommendation_id, finding_id, added_revision),
  foreign key (recommendation_id, added_revision) references recommendation_revision (recommendation_id, revision),
  foreign key (recommendation_id, removed_revision) references recommendation_revision (recommendation_id, revision)
);

create unique index recommendation_finding_now on recommendation_finding (recommendation_id, finding_id)
 where removed_revision is null;
create index recommendation_finding_by_finding on recommendation_finding (finding_id);

-- The time each publication gave. When it is due follows from the term and is not stored.
create table recommendation_clock (
  recommendation_id bigint not null references recommendation (id),
  publication_id    bigint not null references publication (id),
  starts_on         text not null,
  primary key (recommendation_id, publication_id)
);
