-- How a sample was drawn, and who has had a case: both are asked for long after, and
-- by people who were not there.
alter table case_sample add column method text;          -- null in these columns: drawn before they were asked for
alter table case_sample add column source_list text;     -- which list the cases come from
alter table case_sample add column list_length integer;  -- of how many; null: it was not counted
alter table case_sample add column repeated_by text;     -- a seed, or where it began and in what steps; null by hand
alter table case_sample add column drawn_at text;
alter table case_sample add column drawn_by bigint references person (id);  -- null: the operator

-- Inserted, never changed; the last is who has the case now, as case_file.assigned_to says.
create table case_assignment (
  case_id     bigint not null references case_file (id),
  position    integer not null check (position >= 1),
  person_id   bigint references person (id),  -- null: nobody
  assigned_at text not null,
  assigned_by bigint references person (id),  -- null: the operator
  primary key (case_id, position)
);

-- Of what was assigned before, the journal knows who did it last and when.
insert into case_assignment (case_id, position, person_id, assigned_at, assigned_by)
select c.id, 1, c.assigned_to, j.recorded_at, j.person_id
  from case_file c
  join journal_entry j
    on j.number = (select max(number)
                     from journal_entry
                    where subject_kind = 'case' and subject_id = c.id and command = 'assessment.assign-case')
 where c.assigned_to is not null;
