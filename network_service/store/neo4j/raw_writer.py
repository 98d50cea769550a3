"""Fills an empty server with the rows of another store; until that is done the store is closed to all others."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from types import TracebackType
from typing import Final, Self
from uuid import uuid4

from network_service.errors import InputError, StoreBusy, StoreDamaged
from network_service.store.content_hash import content_hash
from network_service.store.mapping import Row, canonical_json
from network_service.store.neo4j.check import check
from network_service.store.neo4j.closed import state_of
from network_service.store.neo4j.driver import Credentials, Sessions, Transaction
from network_service.store.neo4j.faults import translated
from network_service.store.neo4j.projection import Projected, Step, shown_of
from network_service.store.neo4j.raw import NODES, Neo4jRawReader
from network_service.store.neo4j.schema import migrate
from network_service.store.neo4j.turn import take_turn
from network_service.store.raw import Origin, Position, RawRow, RawVersion, Section, Told

_FILLING: Final = "MATCH (s:Store {name: 'store'}) RETURN s.filling, s.dropping"
_CLOSE: Final = (
    "MATCH (s:Store {name: 'store'}) SET s.filling = $origin, s.dropping = true, s.revision = 0, s.projected = 0"
    " REMOVE s.lease_holder, s.lease_until, s.pending"
)
_DROPPED: Final = "MATCH (s:Store {name: 'store'}) REMOVE s.dropping"
_REVISION: Final = "MATCH (s:Store {name: 'store'}) SET s.revision = $revision, s.projected = $revision"
_OPEN: Final = "MATCH (s:Store {name: 'store'}) REMOVE s.filling"
_DROP: Final = (
    "MATCH (n) WHERE n:Version OR n:AuditEntry OR n:IdempotencyKey OR n:ErasedRecord OR n:ApplicationEntry"
    " OR n:ApplicationNumber OR n:Province WITH n LIMIT 5000 DELETE n RETURN count(*)"
)
_DROP_TIES: Final = "MATCH (:NetworkNode)-[t]->() WITH t LIMIT 5000 DELETE t RETURN count(*)"
_DROP_NODES: Final = "MATCH (n:NetworkNode) WITH n LIMIT 5000 DELETE n RETURN count(*)"
_PROVINCES: Final = "UNWIND $codes AS code MERGE (p:Province {code: code})"


class Neo4jRawWriter:
    """Each page is one transaction; how far a filling came is told by the nodes themselves."""

    def __init__(self, sessions: Sessions, audit_key: bytes | None, *, replaces: bool = False) -> None:
        """Fill the server of these sessions; the key is what the audit's seals are checked with.

        One that `replaces` drops what the store holds, which its caller has kept elsewhere: writes must be refused.
        """
        self._sessions = sessions
        self._audit_key = audit_key
        self._replaces = replaces

    @classmethod
    def open(cls, uri: str, credentials: Credentials, *, audit_key: bytes | None = None) -> Self:
        """Open the server to be filled; raises what opening a store does."""
        sessions = Sessions(uri, credentials)
        try:
            with translated(sessions.address):
                migrate(sessions, datetime.now(UTC))
        except BaseException:
            sessions.close()
            raise
        return cls(sessions, audit_key)

    def begin(self, origin: Origin, *, anew: bool = False) -> None:
        """Close the store to others and remember what it is filled from, or go on with an earlier filling."""
        told = canonical_json(asdict(origin))
        holds = Neo4jRawReader(self._sessions).head().total > 0

        def begun(tx: Transaction) -> bool:
            take_turn(tx, str(uuid4()), in_maintenance=True)
            before, is_dropping = tx.one(_FILLING) or [None, None]
            if before == told and not anew:
                return bool(is_dropping)  # what was there went only in part
            refused = state_of(tx).maintenance
            if refused and not self._replaces:
                raise refused.refusal()
            if before is None and holds and not (self._replaces and refused):
                raise InputError("store.not_empty", path=self._sessions.address)
            if before is not None and not anew:
                raise InputError("store.source_changed", path=self._sessions.address)
            tx.run(_CLOSE, origin=told)
            return True

        with translated(self._sessions.address):
            if self._sessions.write(begun):
                self._drop_all()

    def done(self, section: Section) -> tuple[Position | None, int]:
        """The position of the last row of a section, and how many there are."""
        nodes = NODES[section]
        with translated(self._sessions.address):
            last = self._sessions.read(lambda tx: tx.one(nodes.last))
            count = self._sessions.read(lambda tx: tx.one(nodes.counted))
        return (tuple(last) if last else None), int(count[0]) if count else 0

    def write(self, section: Section, rows: Sequence[RawRow]) -> None:
        """Keep the next rows of a section, all or none."""
        nodes = NODES[section]

        def kept(tx: Transaction) -> None:
            take_turn(tx, str(uuid4()), in_maintenance=True)
            last = tx.one(nodes.last)
            if (tx.one(_FILLING) or [None])[0] is None or (last is not None and rows[0].position <= tuple(last)):
                raise StoreBusy("store.being_filled", path=self._sessions.address)
            tx.run(nodes.add, rows=[row._asdict() for row in rows])

        with translated(self._sessions.address):
            self._sessions.write(kept)

    def finish(self, told: Told | None = None) -> str:
        """Compare with the origin, make the current graph, check, and open the store; its content hash."""
        reader, place = Neo4jRawReader(self._sessions), self._sessions.address
        found = Origin(reader.head(), content_hash(reader, told))
        with translated(place):
            said = self._sessions.read(lambda tx: tx.one(_FILLING)) or [None]
            if said[0] != canonical_json(asdict(found)):
                raise StoreDamaged("store.copy_differs", path=place)
            self._project(reader)
            revision = found.head.revision
            self._sessions.write(lambda tx: tx.run(_REVISION, revision=revision))
            if wrong := check(self._sessions, self._audit_key, found.head.audit_head or None):
                raise StoreDamaged("store.copy_unsound", path=place, reason=", ".join(wrong))
            self._sessions.write(lambda tx: tx.run(_OPEN))
        return found.content_hash

    def close(self) -> None:
        """Close the connections; a filling that is not finished is gone on with by the next."""
        self._sessions.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, error: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _drop_all(self) -> None:
        for statement in (_DROP_TIES, _DROP_NODES, _DROP):
            while (self._sessions.write(lambda tx, one=statement: tx.one(one)) or [0])[0]:  # type: ignore[misc]
                pass
        self._sessions.write(lambda tx: tx.run(_DROPPED))

    def _project(self, reader: Neo4jRawReader) -> None:
        """Make the current graph: nodes first, as ties need their ends."""
        for of_ties in (False, True):
            for page in _current(reader, of_ties=of_ties):
                provinces = sorted({row.province for row in page})
                self._sessions.write(lambda tx, codes=provinces: tx.run(_PROVINCES, codes=codes))  # type: ignore[misc]
                shown = Projected([shown_of(row) for row in page], {})
                for step in map(Step.to_repeat, shown.steps()):  # an earlier filling may have come so far
                    self._sessions.write(lambda tx, one=step: tx.query(one.statement, one.values))  # type: ignore[misc]


def _current(reader: Neo4jRawReader, *, of_ties: bool) -> Iterator[list[Row]]:
    for page in reader.pages(Section.VERSIONS):
        rows = [one for one in page if isinstance(one, RawVersion) and one.superseded is None and one.data is not None]
        kept = [one for one in rows if (one.source is not None) is of_ties]
        if kept:
            yield [
                Row(
                    one.record_id,
                    one.kind,
                    one.province,
                    one.valid_from,
                    one.valid_to,
                    one.source,
                    one.target,
                    one.data or "",
                )
                for one in kept
            ]
