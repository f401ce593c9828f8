-- Every role that somebody holds now, given by itself or with a place on a team, and
-- for which body: what is asked before another is given, so that what belongs in
-- different hands stays there.
create view role_held as
select g.person_id, g.role, g.organisation_id
  from role_grant g
 where g.ended_at is null
union all
select m.person_id, m.role, i.body_id
  from inspection_member m
  join inspection i on i.id = m.inspection_id
 where m.left_at is null;
