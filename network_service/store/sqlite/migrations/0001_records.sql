-- Records in all their versions, the audit chain, and the answers given under idempotency keys.

-- One entry for each change set that wrote anything. Values of records are never here: erasure leaves the chain whole.
CREATE TABLE audit_entry (
    sequence   INTEGER PRIMARY KEY,
    at         TEXT    NOT NULL,
    principal  TEXT    NOT NULL,
    operation  TEXT    NOT NULL,
    change_set TEXT    NOT NULL UNIQUE,
    revision   INTEGER NOT NULL UNIQUE,
    record_ids TEXT    NOT NULL,
    about      TEXT    NOT NULL,
    before     TEXT    NOT NULL,
    after      TEXT    NOT NULL,
    previous   TEXT    NOT NULL,
    digest     TEXT    NOT NULL,
    seal       TEXT
);

-- Append-only: a later version only fills `superseded`. Erasure empties `data` and `salt` and names in `erased` the
-- revision that did so; the digest stays, worth nothing without them, so that the chain still adds up.
CREATE TABLE record_version (
    number     INTEGER PRIMARY KEY,
    record_id  TEXT    NOT NULL,
    version    INTEGER NOT NULL CHECK (version > 0),
    revision   INTEGER NOT NULL REFERENCES audit_entry (revision),
    superseded INTEGER REFERENCES audit_entry (revision) CHECK (superseded > revision),
    kind       TEXT    NOT NULL,
    province   TEXT    NOT NULL,
    valid_from TEXT,
    valid_to   TEXT,
    source     TEXT,
    target     TEXT,
    data       TEXT,
    salt       BLOB,
    digest     BLOB    NOT NULL,
    erased     INTEGER REFERENCES audit_entry (revision),
    UNIQUE (record_id, version),
    CHECK ((data IS NULL) = (erased IS NOT NULL)),
    CHECK ((salt IS NULL) = (erased IS NOT NULL)),
    CHECK ((source IS NULL) = (target IS NULL))
);

-- A snapshot reads one province and one kind at a time, in the order of id.
CREATE INDEX record_version_by_kind ON record_version (province, kind, record_id);
CREATE INDEX record_version_by_source ON record_version (source) WHERE source IS NOT NULL;
CREATE INDEX record_version_by_target ON record_version (target) WHERE target IS NOT NULL;

-- The request is kept as a salted digest: what a key was used for must not outlive the erasure of what it wrote.
CREATE TABLE idempotency_key (
    key        TEXT    PRIMARY KEY,
    salt       BLOB    NOT NULL,
    request    BLOB    NOT NULL,
    revision   INTEGER NOT NULL,
    change_set TEXT    NOT NULL,
    written    INTEGER NOT NULL
) WITHOUT ROWID;
