-- What the program remembers that is no part of any network.

CREATE TABLE application_entry (
    collection TEXT    NOT NULL,
    key        TEXT    NOT NULL,
    version    INTEGER NOT NULL CHECK (version > 0),
    value      TEXT    NOT NULL,
    expires_at TEXT,
    PRIMARY KEY (collection, key)
) WITHOUT ROWID;

CREATE INDEX application_entry_by_expiry ON application_entry (expires_at) WHERE expires_at IS NOT NULL;

-- The last number given in a collection, which outlives the entry that had it: a number is never given twice.
CREATE TABLE application_number (
    collection TEXT    PRIMARY KEY,
    last       INTEGER NOT NULL
) WITHOUT ROWID;
