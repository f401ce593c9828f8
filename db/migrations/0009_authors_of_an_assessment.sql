-- Who wrote an assessment is asked with every command about it: from person to person
-- through this index, so that the cost grows with people and not with revisions.
drop index assessment_revision_by_person;
create index assessment_revision_by_author on assessment_revision (assessment_id, person_id, action);
