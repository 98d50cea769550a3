"""Looks for what contradicts itself in a store: versions, columns, ties, audit, and the current graph beside them."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, LiteralString

from network_service.errors import StoreDamaged, UsageError
from network_service.store.chain import ChainCheck, combined
from network_service.store.erasure import ERASURE
from network_service.store.mapping import digest
from network_service.store.neo4j import audit
from network_service.store.neo4j.closed import state_of
from network_service.store.neo4j.driver import Sessions
from network_service.store.neo4j.names import TYPES
from network_service.store.raw import RawVersion

_PAGE = 5_000
_VERSIONS: Final = (
    "MATCH (v:Version) WHERE v.record_id >= $after[0] AND v.version > 0 WITH v ORDER BY v.record_id, v.version"
    " WITH v WHERE (v.record_id > $after[0] OR v.version > $after[1]) AND v.revision <= $latest WITH v LIMIT $page"
    " RETURN v.record_id, v.version, v.revision, CASE WHEN v.superseded <= $latest THEN v.superseded END, v.kind,"
    " v.province, v.valid_from, v.valid_to, v.source, v.target, v.data, v.salt, v.digest, v.erased"
    " ORDER BY v.record_id, v.version"
)
_NODES: Final = "MATCH (n:NetworkNode) WHERE n.id > $after RETURN n.id, n.kind ORDER BY n.id LIMIT $page"
_TIES: Final = (
    "MATCH (a:NetworkNode) WHERE a.id > $after WITH a ORDER BY a.id LIMIT $page"
    " RETURN a.id, [(a)-[t]->(b) | [t.id, type(t), b.id]] ORDER BY a.id"
)


@dataclass(slots=True)
class _Changed:
    """What a revision brought and closed, by what the versions say."""

    ids: set[str] = field(default_factory=set)
    came: list[bytes] = field(default_factory=list)
    went: list[bytes] = field(default_factory=list)


def check(sessions: Sessions, key: bytes | None, head: str | None) -> list[str]:
    """Codes of all contradictions found, sorted."""
    state = sessions.read(state_of)
    latest = state.revision
    looked = _Look(latest)
    for version in _versions(sessions, latest):
        looked.at(version)
    looked.done()
    codes = looked.codes | _chain(sessions, key, head, looked, latest)
    if state.projected == latest and sessions.read(state_of) == state:
        codes |= _graph(sessions, looked.current)
    return sorted(codes)


class _Look:
    """Goes through versions in the order of record and number."""

    def __init__(self, latest: int) -> None:
        self.codes: set[str] = set()
        self.changed: dict[int, _Changed] = defaultdict(_Changed)
        self.erased: dict[int, set[str]] = defaultdict(set)
        self.current: dict[str, RawVersion] = {}
        self._latest = latest
        self._before: RawVersion | None = None

    def at(self, version: RawVersion) -> None:
        self._follow(version)
        if version.erased is None:
            self._read(version)
        else:
            self.erased[version.erased].add(version.record_id)
        brought = self.changed[version.revision]
        brought.ids.add(version.record_id)
        brought.came.append(bytes(version.digest))
        if version.superseded is None:
            self.current[version.record_id] = version
        else:
            closed = self.changed[version.superseded]
            closed.ids.add(version.record_id)
            closed.went.append(bytes(version.digest))

    def done(self) -> None:
        """Ties that are current join nodes that are."""
        for one in self.current.values():
            for end in (one.source, one.target):
                if end is not None and (end not in self.current or self.current[end].source is not None):
                    self.codes.add("store.check.ends")

    def _follow(self, version: RawVersion) -> None:
        before = self._before if self._before and self._before.record_id == version.record_id else None
        self._before = version
        wrong = version.version != (before.version + 1 if before else 1)
        if before is not None:
            wrong |= before.superseded is None or before.superseded > version.revision
        if wrong or (version.superseded is not None and version.superseded <= version.revision):
            self.codes.add("store.check.versions")

    def _read(self, version: RawVersion) -> None:
        if (
            version.data is None
            or version.salt is None
            or digest(bytes(version.salt), version.data) != bytes(version.digest)
        ):
            self.codes.add("store.check.content")
            return
        said = json.loads(version.data)
        columns = ("kind", "province", "valid_from", "valid_to", "source", "target")
        if said.get("id") != version.record_id or any(said.get(one) != getattr(version, one) for one in columns):
            self.codes.add("store.check.columns")


def _chain(sessions: Sessions, key: bytes | None, head: str | None, looked: _Look, latest: int) -> set[str]:
    chain = ChainCheck(key, head)
    codes: set[str] = set()
    erasures: dict[int, frozenset[str]] = {}
    met = set()
    after = 0
    while True:
        try:
            page = sessions.read(lambda tx, place=after: audit.page(tx, place, _PAGE))  # type: ignore[misc]
        except StoreDamaged:
            return codes | {"store.check.chain"}
        page = [entry for entry in page if entry.revision <= latest]
        if not page:
            break
        for entry in page:
            after = entry.sequence
            met.add(entry.revision)
            try:
                chain.follow(entry)
            except (UsageError, AttributeError):  # one with values that no entry has
                codes.add("store.check.chain")
                continue
            said = looked.changed.get(entry.revision, _Changed())
            # An erasure also names records of which no version ended by it.
            ids = said.ids | looked.erased.get(entry.revision, set())
            told = (combined(said.went), combined(said.came))
            if entry.record_ids != tuple(sorted(ids)) or told != (entry.before, entry.after):
                codes.add("store.check.entries")
            if entry.operation == ERASURE:
                erasures[entry.revision] = frozenset(entry.record_ids)
    if looked.changed.keys() - met:
        codes.add("store.check.entries")
    if any(ids - erasures.get(revision, frozenset()) for revision, ids in looked.erased.items()):
        codes.add("store.check.content")
    return codes | chain.codes()


def _graph(sessions: Sessions, current: dict[str, RawVersion]) -> set[str]:
    """Whether the current graph shows the current versions, no more and no less."""
    wanted = {(one.record_id, one.kind) for one in current.values() if one.source is None and one.erased is None}
    ties = {
        (one.record_id, TYPES.get(one.kind, ""), one.source, one.target)
        for one in current.values()
        if one.source is not None and one.erased is None
    }
    shown = {(row[0], row[1]) for row in _paged(sessions, _NODES)}
    joined = {(one, name, source, target) for source, found in _paged(sessions, _TIES) for one, name, target in found}
    return set() if (wanted, ties) == (shown, joined) else {"store.check.graph"}


def _versions(sessions: Sessions, latest: int) -> Iterator[RawVersion]:
    after: list[Any] = ["", 0]
    while True:
        values = {"after": after, "latest": latest, "page": _PAGE}
        rows = sessions.read(lambda tx, values=values: tx.rows(_VERSIONS, **values))  # type: ignore[misc]
        yield from (RawVersion(*row) for row in rows)
        if len(rows) < _PAGE:
            return
        after = rows[-1][:2]


def _paged(sessions: Sessions, statement: LiteralString) -> Iterator[list[Any]]:
    after = ""
    while True:
        rows = sessions.read(lambda tx, place=after: tx.rows(statement, after=place, page=_PAGE))  # type: ignore[misc]
        yield from rows
        if len(rows) < _PAGE:
            return
        after = rows[-1][0]
