-- What was erased, by id alone: restoring an older copy of the store erases it there again. No line is ever removed, and
-- a revision here may be one of a store that was replaced.

CREATE TABLE erased_record (
    record_id TEXT    NOT NULL,
    revision  INTEGER NOT NULL,
    at        TEXT    NOT NULL,
    PRIMARY KEY (record_id, revision, at)
) WITHOUT ROWID;

CREATE INDEX record_version_by_erasure ON record_version (erased) WHERE erased IS NOT NULL;
