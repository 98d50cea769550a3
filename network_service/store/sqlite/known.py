"""What the plan of a write asks of the store, answered under the lock under which it will be written."""

import sqlite3
from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any

from network_service.store.mapping import canonical_json
from network_service.store.plan import Current, TieEnds

_IDS_AT_ONCE = 5_000


class SqliteKnown:
    """Answers from the rows as they are inside the transaction that will write."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Ask on the connection that holds the write lock."""
        self._connection = connection

    def current(self, record_ids: Collection[str]) -> dict[str, Current]:
        """Current versions of those of the ids that exist."""
        rows = self._rows(
            "SELECT record_id, version, kind, data, digest FROM record_version"
            " WHERE record_id IN (SELECT value FROM json_each(?)) AND superseded IS NULL",
            record_ids,
        )
        return {row[0]: Current(*row[1:]) for row in rows}

    def last_versions(self, record_ids: Collection[str]) -> dict[str, int]:
        """Numbers of the last versions there ever were of those of the ids that were ever known."""
        return dict(
            self._rows(
                "SELECT record_id, max(version) FROM record_version"
                " WHERE record_id IN (SELECT value FROM json_each(?)) GROUP BY record_id",
                record_ids,
            )
        )

    def kinds(self, record_ids: Collection[str]) -> dict[str, str]:
        """Kinds of those of the ids that exist."""
        return dict(
            self._rows(
                "SELECT record_id, kind FROM record_version"
                " WHERE record_id IN (SELECT value FROM json_each(?)) AND superseded IS NULL",
                record_ids,
            )
        )

    def ties_at(self, node_ids: Collection[str]) -> Iterator[TieEnds]:
        """Current ties that start or end at any of the nodes."""
        found = set()
        for end in ("source", "target"):
            found |= set(
                self._rows(
                    "SELECT record_id, kind, source, target FROM record_version"  # noqa: S608 - one of two words
                    f" WHERE {end} IN (SELECT value FROM json_each(?)) AND superseded IS NULL",
                    node_ids,
                )
            )
        return (TieEnds(*row) for row in sorted(found))

    def with_content(self, record_ids: Collection[str]) -> set[str]:
        """Those of the ids of which any version has not been emptied."""
        return {
            row[0]
            for row in self._rows(
                "SELECT DISTINCT record_id FROM record_version"
                " WHERE record_id IN (SELECT value FROM json_each(?)) AND erased IS NULL",
                record_ids,
            )
        }

    def _rows(self, statement: str, ids: Collection[str]) -> Iterator[Any]:
        left = iter(ids)
        while some := list(islice(left, _IDS_AT_ONCE)):
            yield from self._connection.execute(statement, (canonical_json(some),))
