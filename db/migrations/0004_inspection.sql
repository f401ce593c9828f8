-- Inspections: our own, and those known from the public record. What an inspection
-- is never changes; its dates and its stage do, and every state of them is kept.
create table inspection (
  id                    identity_key,
  key                   text not null unique,
  programme_id          bigint not null references programme (id),
  kind                  text not null,
  body_id               bigint not null references organisation (id),
  title                 text not null,
  origin                text not null,  -- own, or public-record
  reality               text not null,
  framework_version_id  bigint references framework_version (id),  -- null: not known
  follows_id            bigint references inspection (id),         -- the inspection that a review looks back at
  part                  text,  -- which quarter, of a quarterly update
  theme                 text,
  fieldwork_as_reported text,
  counted_in_64         text,
  recommendations       integer,  -- how many its report made, where that is known
  source                text,  -- null for our own
  source_type           text,
  further_source        text,
  note                  text not null,
  check ((source is null) = (source_type is null))
);

create index inspection_by_body on inspection (body_id);
create index inspection_by_origin on inspection (origin);

-- The three dates are kept apart; each may be partial (2014-08) or unknown (null).
-- A change is a new revision; the highest is what holds now.
create table inspection_dates (
  inspection_id   bigint not null references inspection (id),
  revision        integer not null check (revision >= 1),
  fieldwork       text,
  fieldwork_sense text,  -- period: held then; window: held at some time within
  report_date     text,
  web_date        text,
  recorded_at     text not null,
  primary key (inspection_id, revision),
  check ((fieldwork is null) = (fieldwork_sense is null))
);

-- The stages that one of our own inspections has been through; the last is where it
-- is now. None for the public record.
create table inspection_stage (
  inspection_id bigint not null references inspection (id),
  position      integer not null check (position >= 1),
  stage         text not null,
  entered_at    text not null,
  primary key (inspection_id, position)
);

-- Never deleted: membership ends.
create table inspection_member (
  id            identity_key,
  inspection_id bigint not null references inspection (id),
  person_id     bigint not null references person (id),
  role          text not null,
  joined_at     text not null,
  left_at       text
);

create index inspection_member_by_person on inspection_member (person_id, inspection_id);
create index inspection_member_by_inspection on inspection_member (inspection_id);
create unique index inspection_member_now on inspection_member (inspection_id, person_id) where left_at is null;

-- An inspection as it is now.
create view inspection_now as
select i.id, i.key, i.programme_id, i.kind, i.body_id, i.title, i.origin, i.reality, i.framework_version_id,
       i.follows_id, i.part, i.theme, i.fieldwork_as_reported, i.counted_in_64, i.recommendations, i.source,
       i.source_type, i.further_source, i.note,
       d.revision as dates_revision, d.fieldwork, d.fieldwork_sense, d.report_date, d.web_date, s.stage
  from inspection i
  join inspection_dates d
    on d.inspection_id = i.id
   and d.revision = (select max(revision) from inspection_dates where inspection_id = i.id)
  left join inspection_stage s
    on s.inspection_id = i.id
   and s.position = (select max(position) from inspection_stage where inspection_id = i.id);

-- Joint inspections are of areas; this says which force polices one.
create table area_force (
  area_id     bigint not null references organisation (id),
  force_id    bigint not null references organisation (id),
  source      text not null,
  source_type text not null,
  primary key (area_id, force_id)
);

create index area_force_by_force on area_force (force_id);

-- Whom a conflict of interest bars from what: from the body it was declared towards
-- and, where that is a force, from the areas it polices.
create view barred_by_conflict as
select c.person_id, o.id as organisation_id
  from conflict_of_interest c
  join organisation o on o.id = c.organisation_id
                      or o.id in (select a.area_id from area_force a where a.force_id = c.organisation_id)
 where c.ended_at is null;

-- Who may do what in which inspection, in one place: by membership, by a role held
-- everywhere, or by a role held for the inspected body; and never where a conflict of
-- interest bars the person. What is on the public record anyone may see.
--
-- Ask it about one person. About one inspection too, that costs a few index look-ups;
-- about all inspections it grows with their number times the roles that the person
-- holds (most hold one), never with the number of persons.
create view inspection_permission as
select m.person_id, i.id as inspection_id, p.permission
  from inspection_member m
  join person on person.id = m.person_id and person.disabled = 0
  join inspection i on i.id = m.inspection_id
  join role_permission p on p.role = m.role
 where m.left_at is null
   and not exists (select 1 from barred_by_conflict b
                    where b.person_id = m.person_id and b.organisation_id = i.body_id)
union all
select g.person_id, i.id, p.permission
  from role_grant g
  join person on person.id = g.person_id and person.disabled = 0
  join inspection i on g.organisation_id is null or g.organisation_id = i.body_id
  join role_permission p on p.role = g.role
 where g.ended_at is null
   and not exists (select 1 from barred_by_conflict b
                    where b.person_id = g.person_id and b.organisation_id = i.body_id)
union all
select person.id, i.id, 'see-programme'
  from person
  join inspection i on i.origin = 'public-record'
 where person.disabled = 0;
