-- Inspections: our own, and those known from the public record. The three dates
-- are kept apart and may be partial (2014-08) or unknown (null).
create table inspection (
  id                   identity_key,
  key                  text not null unique,
  programme_id         bigint not null references programme (id),
  kind                 text not null,
  body_id              bigint not null references organisation (id),
  title                text not null,
  origin               text not null,  -- own, or public-record
  reality              text not null,
  framework_version_id bigint references framework_version (id),  -- null: not known
  follows_id           bigint references inspection (id),         -- the inspection a review looks back at
  stage                text,           -- null for the public record
  theme                text,
  fieldwork            text,
  report_date          text,
  web_date             text,
  dates_as_reported    text not null default '',
  counted_in_64        text,
  source               text not null,
  source_type          text,
  note                 text not null default ''
);

create index inspection_by_body on inspection (body_id);

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

-- Who may do what in which inspection, in one place: by membership, by a role held
-- everywhere, or by a role held for the inspected body; and never where the person
-- has declared a conflict of interest with that body.
create view inspection_permission as
select reached.person_id, reached.inspection_id, p.permission
  from (
        select m.person_id, i.id as inspection_id, i.body_id, m.role
          from inspection_member m
          join inspection i on i.id = m.inspection_id
         where m.left_at is null
        union all
        select g.person_id, i.id, i.body_id, g.role
          from role_grant g
         cross join inspection i
         where g.ended_at is null and g.organisation_id is null
        union all
        select g.person_id, i.id, i.body_id, g.role
          from role_grant g
          join inspection i on i.body_id = g.organisation_id
         where g.ended_at is null
       ) reached
  join role_permission p on p.role = reached.role
  join person on person.id = reached.person_id
 where person.disabled = 0
   and not exists (
        select 1
          from conflict_of_interest c
         where c.person_id = reached.person_id
           and c.organisation_id = reached.body_id
           and c.ended_at is null
       );
