"""What a plan asks of the store, answered under the lock under which it will be written."""

from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any, Final, LiteralString

from network_service.store.neo4j.driver import Transaction
from network_service.store.plan import Current, TieEnds

_IDS_AT_ONCE = 5_000
_CURRENT: Final = (
    "UNWIND $ids AS id MATCH (v:Version {record_id: id}) WHERE v.superseded IS NULL"
    " RETURN v.record_id, v.version, v.kind, v.data, v.digest"
)
_LAST: Final = "UNWIND $ids AS id MATCH (v:Version {record_id: id}) RETURN id, max(v.version)"
_KINDS: Final = "UNWIND $ids AS id MATCH (v:Version {record_id: id}) WHERE v.superseded IS NULL RETURN id, v.kind"
_WITH_CONTENT: Final = "UNWIND $ids AS id MATCH (v:Version {record_id: id}) WHERE v.erased IS NULL RETURN DISTINCT id"
_TIES: Final = (
    "UNWIND $ids AS id CALL (id) {"
    " MATCH (v:Version {source: id}) RETURN v UNION MATCH (v:Version {target: id}) RETURN v }"
    " WITH DISTINCT v WHERE v.superseded IS NULL RETURN v.record_id, v.kind, v.source, v.target"
)


class KnownInServer:
    """Answers of one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        """Ask in this transaction."""
        self._transaction = transaction

    def current(self, record_ids: Collection[str]) -> dict[str, Current]:
        """Current versions of those of the ids that exist."""
        rows = self._rows(_CURRENT, record_ids)
        return {row[0]: Current(row[1], row[2], row[3], bytes(row[4])) for row in rows}

    def last_versions(self, record_ids: Collection[str]) -> dict[str, int]:
        """Numbers of the last versions there ever were of those of the ids that were ever known."""
        return {row[0]: row[1] for row in self._rows(_LAST, record_ids)}

    def kinds(self, record_ids: Collection[str]) -> dict[str, str]:
        """Kinds of those of the ids that exist."""
        return {row[0]: row[1] for row in self._rows(_KINDS, record_ids)}

    def ties_at(self, node_ids: Collection[str]) -> Iterator[TieEnds]:
        """Current ties that start or end at any of the nodes."""
        found = {tuple(row) for row in self._rows(_TIES, node_ids)}
        return (TieEnds(*row) for row in sorted(found))

    def with_content(self, record_ids: Collection[str]) -> set[str]:
        """Those of the ids of which any version has not been emptied."""
        return {row[0] for row in self._rows(_WITH_CONTENT, record_ids)}

    def _rows(self, statement: LiteralString, ids: Collection[str]) -> Iterator[Any]:
        left = iter(ids)
        while some := list(islice(left, _IDS_AT_ONCE)):
            yield from self._transaction.rows(statement, ids=some)
