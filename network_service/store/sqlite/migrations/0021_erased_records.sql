-- Which records an erasure emptied: ids alone, so that it can be done again to data that is restored.

CREATE TABLE IF NOT EXISTS erased_record (
    record_id TEXT    NOT NULL,
    revision  INTEGER NOT NULL REFERENCES audit_entry (revision),
    at        TEXT    NOT NULL,
    PRIMARY KEY (record_id, revision)
) WITHOUT ROWID;
