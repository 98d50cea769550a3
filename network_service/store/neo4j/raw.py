"""All that the server holds as plain rows: the nodes of each section, and who reads them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, LiteralString, NamedTuple

from network_service.store.neo4j.driver import Sessions
from network_service.store.neo4j.faults import translated
from network_service.store.raw import ROW_TYPES, Head, Position, RawRow, Section

PAGE = 5_000
"""Rows a page and a transaction of filling: 2 MB of values."""


class Nodes(NamedTuple):
    """The nodes of a section: how they are counted, how the last is found, and how those after a position are read."""

    counted: LiteralString
    last: LiteralString
    after: LiteralString
    add: LiteralString


NODES: Final[Mapping[Section, Nodes]] = {
    Section.AUDIT: Nodes(
        "MATCH (n:AuditEntry) RETURN count(n)",
        "MATCH (n:AuditEntry) WHERE n.sequence > 0 RETURN n.sequence ORDER BY n.sequence DESC LIMIT 1",
        "MATCH (n:AuditEntry) WHERE n.sequence > coalesce($after[0], 0) RETURN n ORDER BY n.sequence LIMIT $page",
        "UNWIND $rows AS row CREATE (n:AuditEntry) SET n = row",
    ),
    Section.VERSIONS: Nodes(
        "MATCH (n:Version) RETURN count(n)",
        "MATCH (n:Version) WHERE n.record_id > '' AND n.version > 0"
        " RETURN n.record_id, n.version ORDER BY n.record_id DESC, n.version DESC LIMIT 1",
        "MATCH (n:Version) WHERE n.record_id >= coalesce($after[0], '') AND n.version > 0"
        " WITH n ORDER BY n.record_id, n.version"
        " WITH n WHERE coalesce(n.record_id > $after[0] OR n.version > $after[1], true) RETURN n LIMIT $page",
        "UNWIND $rows AS row CREATE (n:Version) SET n = row",
    ),
    Section.KEYS: Nodes(
        "MATCH (n:IdempotencyKey) RETURN count(n)",
        "MATCH (n:IdempotencyKey) WHERE n.key > '' RETURN n.key ORDER BY n.key DESC LIMIT 1",
        "MATCH (n:IdempotencyKey) WHERE n.key > coalesce($after[0], '') RETURN n ORDER BY n.key LIMIT $page",
        "UNWIND $rows AS row CREATE (n:IdempotencyKey) SET n = row",
    ),
    Section.ENTRIES: Nodes(
        "MATCH (n:ApplicationEntry) RETURN count(n)",
        "MATCH (n:ApplicationEntry) WHERE n.collection >= '' AND n.key >= ''"
        " RETURN n.collection, n.key ORDER BY n.collection DESC, n.key DESC LIMIT 1",
        "MATCH (n:ApplicationEntry) WHERE n.collection >= coalesce($after[0], '') AND n.key >= ''"
        " WITH n ORDER BY n.collection, n.key"
        " WITH n WHERE coalesce(n.collection > $after[0] OR n.key > $after[1], true) RETURN n LIMIT $page",
        "UNWIND $rows AS row CREATE (n:ApplicationEntry) SET n = row",
    ),
    Section.NUMBERS: Nodes(
        "MATCH (n:ApplicationNumber) RETURN count(n)",
        "MATCH (n:ApplicationNumber) RETURN n.collection ORDER BY n.collection DESC LIMIT 1",
        "MATCH (n:ApplicationNumber) WHERE n.collection > coalesce($after[0], '')"
        " RETURN n ORDER BY n.collection LIMIT $page",
        "UNWIND $rows AS row CREATE (n:ApplicationNumber) SET n = row",
    ),
    Section.ERASURES: Nodes(
        "MATCH (n:ErasedRecord) RETURN count(n)",
        "MATCH (n:ErasedRecord) WHERE n.record_id > '' AND n.revision >= 0 AND n.at >= ''"
        " RETURN n.record_id, n.revision, n.at ORDER BY n.record_id DESC, n.revision DESC, n.at DESC LIMIT 1",
        "MATCH (n:ErasedRecord) WHERE n.record_id >= coalesce($after[0], '') AND n.revision >= 0 AND n.at >= ''"
        " WITH n ORDER BY n.record_id, n.revision, n.at"
        " WITH n WHERE coalesce(n.record_id > $after[0] OR n.revision > $after[1]"
        " OR (n.revision = $after[1] AND n.at > $after[2]), true) RETURN n LIMIT $page",
        "UNWIND $rows AS row CREATE (n:ErasedRecord) SET n = row",
    ),
}
"""The nodes of each section; texts are ordered by their code points in either kind of store."""

_HEAD: Final = "MATCH (n:AuditEntry) WHERE n.sequence > 0 RETURN n.revision, n.digest ORDER BY n.sequence DESC LIMIT 1"


class Neo4jRawReader:
    """Reads the server page by page: of one moment only while writes are refused."""

    def __init__(self, sessions: Sessions) -> None:
        """Read through these sessions."""
        self._sessions = sessions

    @property
    def of_one_moment(self) -> bool:
        """It is not: the server shows what others commit meanwhile."""
        return False

    def head(self) -> Head:
        """Revision, audit head and totals."""
        with translated(self._sessions.address):
            last = self._sessions.read(lambda tx: tx.one(_HEAD)) or [0, ""]
            rows = {section: self._count(nodes) for section, nodes in NODES.items()}
        return Head(last[0], last[1], rows)

    def pages(self, section: Section, *, after: Position | None = None) -> Iterator[Sequence[RawRow]]:
        """Rows of a section after a position, in pages."""
        statement, row_type = NODES[section].after, ROW_TYPES[section]
        while True:
            values = {"after": list(after) if after is not None else None, "page": PAGE}
            with translated(self._sessions.address):
                found = self._sessions.read(lambda tx, values=values: tx.rows(statement, **values))  # type: ignore[misc]
            page = [_row(row_type, row[0]) for row in found]
            if not page:
                return
            yield page
            after = page[-1].position

    def _count(self, nodes: Nodes) -> int:
        row = self._sessions.read(lambda tx: tx.one(nodes.counted))
        return int(row[0]) if row else 0


def _row(row_type: type[RawRow], node: Mapping[str, Any]) -> RawRow:
    return row_type(*(_plain(node.get(field)) for field in row_type._fields))


def _plain(value: object) -> Any:
    return bytes(value) if isinstance(value, bytearray) else value
