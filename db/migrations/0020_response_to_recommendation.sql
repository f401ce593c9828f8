-- What a local policing body says to each recommendation that a publication makes to it
-- or to its force. An answer is corrected by a further revision; the highest holds, and
-- nothing is updated or deleted.
create table recommendation_answer (
  duty_id           bigint not null references response_duty (id),
  recommendation_id bigint not null references recommendation (id),
  revision          integer not null check (revision >= 1),
  kind              text not null,  -- action-taken, action-planned or no-action
  text              text not null,
  person_id         bigint references person (id),  -- null: the operator
  recorded_at       text not null,
  primary key (duty_id, recommendation_id, revision)
);

create index recommendation_answer_by_recommendation on recommendation_answer (recommendation_id);
create index recommendation_clock_by_publication on recommendation_clock (publication_id);

-- Which recommendations a duty is about: those of its publication that are addressed to
-- the body or to the force it oversees. What was published is addressed for good.
create view recommendation_to_answer as
select d.id as duty_id, c.recommendation_id
  from response_duty d
  join recommendation_clock c on c.publication_id = d.publication_id
 where exists (select 1
                 from recommendation_addressee a
                where a.recommendation_id = c.recommendation_id
                  and a.removed_revision is null
                  and a.organisation_id in (d.body_id, d.force_id));

insert into role_permission (role, permission) values ('policing-body-officer', 'record-responses');
