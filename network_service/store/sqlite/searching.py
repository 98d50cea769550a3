"""Search by names: by an index of every three characters, for shorter texts by a pass over all names."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

from network_service.domain.kinds import NODE_TYPES
from network_service.store.mapping import canonical_json, to_record
from network_service.store.plan import Draft
from network_service.store.search_form import search_form

_INDEXED = 3  # characters that the index takes together
_FOUND = """
    SELECT node.record_id, instr(char(10) || node.form, char(10) || :sought) = 0 AS inside
    FROM {source}
    WHERE {matches} AND instr(node.form, :sought)
        AND (:province IS NULL OR node.province = :province)
        AND node.kind IN (SELECT value FROM json_each(:kinds))
    ORDER BY inside, node.record_id LIMIT :limit
"""
_SEARCH = """
SELECT version.record_id, version.kind, version.data, version.version, version.revision, version.superseded
FROM ({found}) AS found
JOIN record_version AS version ON version.record_id = found.record_id AND version.superseded IS NULL
ORDER BY found.inside, found.record_id
"""
_BY_PASS = _SEARCH.format(found=_FOUND.format(source="searched_node AS node", matches="true"))
_BY_INDEX = _SEARCH.format(
    found=_FOUND.format(
        source="searched_trigram JOIN searched_node AS node ON node.number = searched_trigram.rowid",
        matches="searched_trigram MATCH :phrase",
    )
)
_KEEP = (
    "INSERT INTO searched_node (record_id, kind, province, form) VALUES (?, ?, ?, ?) ON CONFLICT (record_id) DO UPDATE"
    " SET kind = excluded.kind, province = excluded.province, form = excluded.form"
    " WHERE (kind, province, form) IS NOT (excluded.kind, excluded.province, excluded.form)"
)
_CURRENT_NODES = (
    "SELECT record_id, kind, province, data FROM record_version"
    " WHERE superseded IS NULL AND erased IS NULL AND source IS NULL ORDER BY record_id"
)


def search(
    connection: sqlite3.Connection, text: str, province: str | None, kinds: Sequence[str], limit: int
) -> list[tuple[Any, ...]]:
    """Rows of the current nodes one of whose names contains a text in match form: those that begin with it first."""
    # In quotes the index takes everything as it is; a quote is doubled.
    phrase = '"' + text.replace('"', '""') + '"'
    values = {
        "sought": text,
        "phrase": phrase,
        "province": province,
        "kinds": canonical_json(list(kinds or NODE_TYPES)),
        "limit": limit,
    }
    return connection.execute(_BY_INDEX if len(text) >= _INDEXED else _BY_PASS, values).fetchall()


def keep_in_step(connection: sqlite3.Connection, written: Iterable[Draft], gone: Iterable[str]) -> None:
    """Bring the names in step with what is written and what goes, in the same transaction."""
    nodes = [draft for draft in written if draft.row.source is None]
    nameless = [draft.row.record_id for draft in nodes if not draft.form]
    connection.executemany("DELETE FROM searched_node WHERE record_id = ?", ((one,) for one in (*gone, *nameless)))
    connection.executemany(
        _KEEP, ((draft.row.record_id, draft.row.kind, draft.row.province, draft.form) for draft in nodes if draft.form)
    )


def fill(connection: sqlite3.Connection) -> None:
    """Make the names anew from the records that are there."""
    connection.execute("DELETE FROM searched_node")
    connection.executemany(
        "INSERT INTO searched_node (record_id, kind, province, form) VALUES (?, ?, ?, ?)", _forms(connection)
    )


def forget_traces(connection: sqlite3.Connection) -> None:
    """Rewrite the index: what was deleted from it stays readable in its older parts until they are merged."""
    connection.execute("INSERT INTO searched_trigram (searched_trigram) VALUES ('optimize')")


def is_in_step(connection: sqlite3.Connection) -> bool:
    """Whether the names are those of the current nodes."""
    kept = connection.execute("SELECT record_id, kind, province, form FROM searched_node ORDER BY record_id")
    return all(one == other for one, other in zip_longest(kept, _forms(connection)))


def _forms(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str, str]]:
    for record_id, kind, province, data in connection.execute(_CURRENT_NODES):
        form = search_form(to_record(kind, data))
        if form:
            yield record_id, kind, province, form
