-- Where every assessment stands, beside its revisions: which one holds the latest judgement
-- of an area, and who wrote any part. Reading a case visited its past for both. The rows
-- follow from the revisions, which stay as they are.
create table judgement_now (
  assessment_id bigint not null,
  area          text not null,
  revision      integer not null,
  primary key (assessment_id, area),
  foreign key (assessment_id, area, revision) references judgement (assessment_id, area, revision)
);

insert into judgement_now (assessment_id, area, revision)
select assessment_id, area, max(revision)
  from judgement
 group by assessment_id, area;

-- Whoever saved or submitted: they may not moderate what they wrote.
create table assessment_author (
  assessment_id bigint not null references assessment (id),
  person_id     bigint not null,
  primary key (assessment_id, person_id)
);

insert into assessment_author (assessment_id, person_id)
select distinct assessment_id, person_id
  from assessment_revision
 where action in ('save', 'submit') and person_id is not null;
