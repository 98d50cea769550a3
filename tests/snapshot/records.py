"""Small provinces made by hand: records with ids from their names, and a store that holds them."""

from datetime import date
from pathlib import Path
from typing import Any

from network_service.domain.identity import id_from_name, id_of_tie
from network_service.domain.kinds import record_from
from network_service.domain.record import Record
from network_service.store.change import Change, ChangeSet
from network_service.store.sqlite.store import SqliteStore

PROVINCE = "TH-98"
DAY = date(2026, 10, 1)


def node(kind: str, name: str, **fields: Any) -> Record:
    """A node with its id from its name."""
    named = {"given_name": name} if kind == "person" else {"name": name}
    return record_from({"id": node_id(kind, name), "province": PROVINCE, "kind": kind, **named, **fields})


def node_id(kind: str, name: str) -> str:
    """The id that `node` gives."""
    return id_from_name(PROVINCE, kind, name)


def tie(kind: str, source: Record, target: Record, ordinal: int = 1, **fields: Any) -> Record:
    """A tie between two nodes."""
    tie_id = id_of_tie(PROVINCE, kind, source.id, target.id, ordinal=ordinal)
    return record_from(
        {"id": tie_id, "province": PROVINCE, "kind": kind, "source": source.id, "target": target.id, **fields}
    )


def a_network(**fields: Any) -> Record:
    """The province network."""
    return node("province_network", "เครือข่ายทดสอบ", **fields)


def members(network: Record, *actors: Record, status: str = "self_declared") -> list[Record]:
    """Memberships of actors in a network."""
    return [tie("member_of", actor, network, status=status) for actor in actors]


def store_with(path: Path, *records: Record) -> SqliteStore:
    """A new store that holds the records, nodes written before ties."""
    path.mkdir(exist_ok=True)
    store = SqliteStore.open(path / "network.sqlite")
    ordered = sorted(records, key=lambda record: hasattr(record, "source"))
    store.apply(ChangeSet("test", "import", tuple(Change(record, 0) for record in ordered)))
    return store
