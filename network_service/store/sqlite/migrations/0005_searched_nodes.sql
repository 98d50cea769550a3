-- The names of current nodes in match form, one a line, and an index of every three characters of them. The form cannot
-- be computed in SQL: a step in Python fills the table (../searching.py), and what writes records keeps it in step.

CREATE TABLE searched_node (
    number    INTEGER PRIMARY KEY,
    record_id TEXT NOT NULL UNIQUE,
    kind      TEXT NOT NULL,
    province  TEXT NOT NULL,
    form      TEXT NOT NULL
);

-- The forms have no letter case left, and are not kept a second time. Nothing asks how long they are.
CREATE VIRTUAL TABLE searched_trigram USING fts5 (
    form, content = 'searched_node', content_rowid = 'number', tokenize = 'trigram case_sensitive 1', columnsize = 0
);

CREATE TRIGGER searched_node_added AFTER INSERT ON searched_node BEGIN
    INSERT INTO searched_trigram (rowid, form) VALUES (new.number, new.form);
END;

CREATE TRIGGER searched_node_gone AFTER DELETE ON searched_node BEGIN
    INSERT INTO searched_trigram (searched_trigram, rowid, form) VALUES ('delete', old.number, old.form);
END;

CREATE TRIGGER searched_node_changed AFTER UPDATE OF form ON searched_node BEGIN
    INSERT INTO searched_trigram (searched_trigram, rowid, form) VALUES ('delete', old.number, old.form);
    INSERT INTO searched_trigram (rowid, form) VALUES (new.number, new.form);
END;
