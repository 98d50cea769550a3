-- Why the store is closed for now: `user_version` of the file says whether (1: to all, while it is being filled; 2: to
-- writers), these say by whom and with what. Neither is content: a copy is not closed because its source was.

CREATE TABLE maintenance (
    singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
    principal TEXT    NOT NULL,
    since     TEXT    NOT NULL
);

-- What the store must be equal to once it is filled; a filling that was cut off goes on where the last row stands.
CREATE TABLE filling (
    singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
    origin    TEXT    NOT NULL
);
