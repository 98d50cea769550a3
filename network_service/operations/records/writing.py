"""What creating and changing a record have in common: the rules it is held to, and the change set that writes it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from network_service.domain.principal import Principal
from network_service.domain.record import Node, Record
from network_service.domain.references import references_of
from network_service.errors import UnknownRecord
from network_service.ingest.fault import Fault
from network_service.operations.records.field_faults import fault_of, faulty
from network_service.operations.records.surroundings import contradictions_around
from network_service.operations.sight.shown import Shown
from network_service.operations.sight.sight import Sight
from network_service.store.base import StoreReader, StoreWriter
from network_service.store.change import Applied, Change, ChangeSet

_NAMED = 3
"""Other records that one fault names."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the record's version then, and the change set; `repeated` where its key had been used before.

    `shown` is what the principal sees of that version, `None` for what is told in aggregates only.
    """

    id: str
    version: int
    revision: int
    change_set: str
    repeated: bool
    shown: Shown | None


@dataclass(frozen=True, slots=True)
class Act:
    """Under which operation a record is written, under which key that makes a repeat harmless, and what is to be noted.

    A key is the principal's own: nobody meets the answer to another's.
    """

    operation: str
    key: str | None = None
    about: Mapping[str, str] | None = None


def require_true(store: StoreReader, sight: Sight, record: Record, before: Record | None) -> None:
    """`FaultyInput` where a record names what is out of sight, or contradicts what is there.

    What it contradicted before it was changed is no fault of the change.
    """
    faults = list(_out_of_sight(store, sight, record, before))
    if faults:
        raise faulty(faults)
    found, around = contradictions_around(store, record)
    known = contradictions_around(store, before)[0] if found and before else []
    for one in found:
        if one not in known:
            others = dict.fromkeys(spot.record_id for spot in one.spots if spot.record_id != record.id)
            faults.append(fault_of(one, record.id, _names(sight, (around[other] for other in others))))
    if faults:
        raise faulty(faults)


def write(principal: Principal, store: StoreWriter, sight: Sight, change: Change, act: Act) -> Written:
    """Write one record as a change set of the principal."""
    key = f"{principal.name}:{act.operation}:{act.key}" if act.key else None
    applied = store.apply(ChangeSet(principal.name, act.operation, (change,), key, act.about or {}))
    return _written(store, sight, change.record.id, applied)


def _written(store: StoreReader, sight: Sight, record_id: str, applied: Applied) -> Written:
    stored = store.get(record_id, revision=applied.revision)
    if stored is None:  # erased since: only a repeat can come so late
        raise UnknownRecord("record.unknown", text=record_id)
    return Written(
        record_id, stored.version, applied.revision, applied.change_set, applied.repeated, sight.shown(stored)
    )


def _out_of_sight(store: StoreReader, sight: Sight, record: Record, before: Record | None) -> Iterator[Fault]:
    """References that are new and name what the principal does not see, or what is not there: one is like the other."""
    old = {(one.field, one.id) for one in references_of(before)} if before else set()
    new = [one for one in references_of(record) if (one.field, one.id) not in old]
    found = store.get_many([one.id for one in new])
    for one in new:
        if one.id == record.id:
            continue
        if one.id not in found or not sight.may_see(found[one.id].record):
            yield Fault("integrity.named_is_missing", column=one.field, value=one.id)


def _names(sight: Sight, records: Iterator[Record]) -> tuple[str, ...]:
    seen = [one.display_name if isinstance(one, Node) else one.kind for one in records if sight.may_see(one)]
    return tuple(seen[:_NAMED])
