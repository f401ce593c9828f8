-- Whoever reads reports without writing them, and the roles that had no account: an HM inspector,
-- inspectors of other inspectorates, local partners, evaluators and the Home Office. A member of a
-- police and crime panel is given nothing here: what they need is published.
insert into role_permission (role, permission) values
  ('analyst', 'read-reports'),
  ('editor', 'read-reports'),
  ('press-officer', 'read-reports'),
  ('disclosure-reviewer', 'read-reports'),
  ('evaluator', 'see-programme'),
  ('home-office-official', 'see-programme'),
  ('partner-inspector', 'see-programme'),
  ('partner-inspector', 'see-cases'),
  ('partner-inspector', 'assess-cases'),
  ('partner-inspector', 'see-evidence'),
  ('partner-inspector', 'record-evidence'),
  ('partner-inspector', 'code-evidence'),
  ('partner-inspector', 'see-findings'),
  ('partner-inspector', 'write-findings'),
  ('hm-inspector', 'see-programme'),
  ('hm-inspector', 'see-cases'),
  ('hm-inspector', 'see-evidence'),
  ('hm-inspector', 'see-findings'),
  ('hm-inspector', 'agree-findings'),
  ('hm-inspector', 'read-reports'),
  ('local-partner', 'see-programme'),
  ('local-partner', 'audit-own-cases');

-- Whoever has a place at a body: a role for it that does not read the inspectors' work there. An HM
-- inspector looks after a body, and has none.
create view role_at_body as
select g.person_id, g.organisation_id
  from role_grant g
 where g.organisation_id is not null and g.ended_at is null
   and not exists (select 1 from role_permission p
                    where p.role = g.role and p.permission = 'see-cases');

-- As in 0004, and an HM inspector of a force sees the joint inspections of the areas it polices.
drop view inspection_permission;
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
                    or (g.role = 'hm-inspector'
                        and exists (select 1 from area_force a
                                     where a.area_id = i.body_id and a.force_id = g.organisation_id))
  join role_permission p on p.role = g.role
 where g.ended_at is null
   and not exists (select 1 from barred_by_conflict b
                    where b.person_id = g.person_id and b.organisation_id = i.body_id)
union all
select person.id, i.id, 'see-programme'
  from person
  join inspection i on i.origin = 'public-record'
 where person.disabled = 0;
