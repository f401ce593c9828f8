-- Nothing looks for the revisions of an author any more: they stand in assessment_author (0022),
-- and every save paid for this index with a row.
drop index assessment_revision_by_author;
