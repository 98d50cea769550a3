"""Invented records for tests of the stores, and the shortest way to write them."""

from __future__ import annotations

import uuid
from datetime import date

from network_service.domain.kinds import record_from
from network_service.domain.record import Record
from network_service.store.base import StoreWriter
from network_service.store.change import Applied, Change, ChangeSet

PROVINCE = "TH-98"
ELSEWHERE = "TH-97"
DAY = date(2026, 10, 1)


def uid(name: str) -> str:
    """The same id for the same name; in no order that a test could rely on by chance."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, name))


def node(kind: str, name: str, **fields: object) -> Record:
    """A node of a kind, under the id of its name."""
    own: dict[str, object] = {"given_name": name} if kind == "person" else {"name": name}
    return record_from({"id": uid(name), "kind": kind, "province": PROVINCE, **own, **fields})


def organization(name: str, **fields: object) -> Record:
    """An organisation."""
    return node("organization", name, **fields)


def tie(kind: str, source: str, target: str, apart: str = "", **fields: object) -> Record:
    """A tie between the nodes of two names."""
    ends = {"source": uid(source), "target": uid(target)}
    name = f"{kind} {source} {target} {apart}"
    return record_from({"id": uid(name), "kind": kind, "province": PROVINCE, **ends, **fields})


def collaboration(source: str, target: str, **fields: object) -> Record:
    """A tie of collaboration."""
    return tie("collaborates_with", source, target, **fields)


def change_set(*records: Record, expected: int = 0, key: str | None = None, principal: str = "os:tester") -> ChangeSet:
    """A change set of records that are all expected at one version."""
    changes = tuple(Change(record, expected) for record in records)
    return ChangeSet(principal, "test", changes, key, {"file": "0" * 64})


def put(store: StoreWriter, *records: Record) -> Applied:
    """Write records whatever version they are at."""
    found = store.get_many([record.id for record in records])
    changes = tuple(Change(r, found[r.id].version if r.id in found else 0) for r in records)
    return store.apply(ChangeSet("os:tester", "test", changes))


def changed(record: Record, **fields: object) -> Record:
    """The same record with other fields, checked again."""
    return record_from({**record.model_dump(), **fields})
