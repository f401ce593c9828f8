-- Which revision holds the latest judgement of an area is read for every case that is
-- shown: from this index alone, without a visit to the table for each area.
create unique index judgement_now_with_revision on judgement_now (assessment_id, area, revision);
