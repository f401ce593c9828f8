-- An inspection can be reopened, with a reason; and a place on its team ends when it
-- is closed.
alter table inspection_stage add column reason text;  -- why it was reopened; null for any other step

drop view inspection_now;
create view inspection_now as
select i.id, i.key, i.programme_id, i.kind, i.body_id, i.title, i.origin, i.reality, i.framework_version_id,
       i.follows_id, i.part, i.theme, i.fieldwork_as_reported, i.counted_in_64, i.recommendations, i.source,
       i.source_type, i.further_source, i.note,
       d.revision as dates_revision, d.fieldwork, d.fieldwork_sense, d.report_date, d.web_date, s.stage,
       s.reason as stage_reason
  from inspection i
  join inspection_dates d
    on d.inspection_id = i.id
   and d.revision = (select max(revision) from inspection_dates where inspection_id = i.id)
  left join inspection_stage s
    on s.inspection_id = i.id
   and s.position = (select max(position) from inspection_stage where inspection_id = i.id);

-- What was closed before: its team left with the closing.
update inspection_member
   set left_at = (select max(s.entered_at)
                    from inspection_stage s
                   where s.inspection_id = inspection_member.inspection_id and s.stage = 'closed')
 where left_at is null
   and inspection_id in (select id from inspection_now where stage = 'closed');
