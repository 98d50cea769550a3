-- What was erased, by id alone: restoring an older copy of the store erases it there again.

CREATE TABLE IF NOT EXISTS erased_record (
    record_id TEXT    NOT NULL,
    revision  INTEGER NOT NULL,
    at        TEXT    NOT NULL,
    PRIMARY KEY (record_id, revision, at)
) WITHOUT ROWID;
