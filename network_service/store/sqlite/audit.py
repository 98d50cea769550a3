"""The audit chain as rows, and whether chain and versions still tell the same story."""

import sqlite3
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from network_service.errors import StoreDamaged, UsageError
from network_service.store.audit_rows import entry_of, row_of
from network_service.store.chain import ChainCheck, combined
from network_service.store.change import AuditEntry
from network_service.store.erasure import ERASURE
from network_service.store.mapping import digest

_COLUMNS = (
    "sequence, at, principal, operation, change_set, revision, record_ids, about, before, after, previous, digest, seal"
)
_LAST = f"SELECT {_COLUMNS} FROM audit_entry ORDER BY sequence DESC LIMIT 1"  # noqa: S608 - constants of this file
_AFTER = f"SELECT {_COLUMNS} FROM audit_entry WHERE sequence > ? ORDER BY sequence LIMIT ?"  # noqa: S608 - the same
_ALL = f"SELECT {_COLUMNS} FROM audit_entry ORDER BY sequence"  # noqa: S608 - the same
_ADD = f"INSERT INTO audit_entry ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - the same


def add(connection: sqlite3.Connection, entry: AuditEntry) -> None:
    """Append an entry, in the transaction of what it tells of: where it cannot be written, nothing is."""
    connection.execute(_ADD, row_of(entry))


def last(connection: sqlite3.Connection) -> AuditEntry | None:
    """The newest entry."""
    row = connection.execute(_LAST).fetchone()
    return entry_of(row) if row else None


def page(connection: sqlite3.Connection, after: int, size: int) -> list[AuditEntry]:
    """The next entries after a sequence number."""
    return [entry_of(row) for row in connection.execute(_AFTER, (after, size))]


def contradictions(connection: sqlite3.Connection, key: bytes | None, head: str | None) -> set[str]:
    """Codes of what the chain, or chain and versions together, contradict."""
    chain = ChainCheck(key, head)
    codes: set[str] = set()
    erasures: dict[int, frozenset[str]] = {}
    added, replaced, emptied = _added(connection), _replaced(connection), _emptied(connection)
    for row in connection.execute(_ALL):
        try:
            entry = entry_of(row)
            chain.follow(entry)
        except (StoreDamaged, UsageError, AttributeError):  # no entry, or one with values that no entry has
            codes.add("store.check.chain")
            continue
        came, went = added.pop(entry.revision, _NONE), replaced.pop(entry.revision, _NONE)
        # A record that went without another version was removed; the entry must say so as of any other. An erasure
        # names those too of which only earlier versions were left.
        erased = emptied.pop(entry.revision, _NONE) if entry.operation == ERASURE else _NONE
        if entry.record_ids != tuple(sorted({*came.ids, *went.ids, *erased.ids}, key=str)):
            codes.add("store.check.entries")
        if (_combined(went.digests), _combined(came.digests)) != (entry.before, entry.after):
            codes.add("store.check.entries")
        if entry.operation == ERASURE:
            erasures[entry.revision] = frozenset(entry.record_ids)
    if added or replaced:
        codes.add("store.check.entries")
    return codes | chain.codes() | _content(connection, erasures)


class _Versions(NamedTuple):
    """Record ids and digests of some versions."""

    ids: tuple[object, ...]
    digests: tuple[object, ...]


_NONE = _Versions((), ())


def _added(connection: sqlite3.Connection) -> dict[int, _Versions]:
    """The versions that each revision brought."""
    return _by_revision(
        connection.execute("SELECT revision, record_id, digest FROM record_version ORDER BY revision, record_id")
    )


def _replaced(connection: sqlite3.Connection) -> dict[int, _Versions]:
    """The versions that each revision superseded."""
    return _by_revision(
        connection.execute(
            "SELECT superseded, record_id, digest FROM record_version WHERE superseded IS NOT NULL"
            " ORDER BY superseded, record_id"
        )
    )


def _emptied(connection: sqlite3.Connection) -> dict[int, _Versions]:
    """The versions that each erasure emptied."""
    return _by_revision(
        connection.execute(
            "SELECT erased, record_id, digest FROM record_version WHERE erased IS NOT NULL ORDER BY erased, record_id"
        )
    )


def _by_revision(rows: Iterable[tuple[int, object, object]]) -> dict[int, _Versions]:
    return {
        revision: _Versions(*(tuple(column) for column in list(zip(*group, strict=True))[1:]))
        for revision, group in groupby(rows, key=itemgetter(0))
    }


def _combined(digests: tuple[object, ...]) -> str:
    """The combined digest, or none where something else was put in a digest's place."""
    own = [digest for digest in digests if isinstance(digest, bytes)]
    return combined(own) if len(own) == len(digests) else ""


def _content(connection: sqlite3.Connection, erasures: dict[int, frozenset[str]]) -> set[str]:
    """Whether each version still says what its digest was taken of, or was emptied by an erasure that says so."""
    rows = connection.execute("SELECT record_id, data, salt, digest, erased FROM record_version")
    for record_id, data, salt, stored, erased in rows:
        if erased is not None:
            if record_id not in erasures.get(erased, ()):
                return {"store.check.content"}
        elif not isinstance(data, str) or not isinstance(salt, bytes) or digest(salt, data) != stored:
            return {"store.check.content"}
    return set()
