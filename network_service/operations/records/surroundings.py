"""The records beside which one record must be true: enough for the rules to find what they would find in all.

No kind of a record changes here, so that what names it is in no danger but where a rule asks for more than its kind.
A province of 20,000 records takes half a second to read; what stands around one record takes a few milliseconds.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from network_service.domain.integrity.rules import CONTRADICTIONS, check_network
from network_service.domain.integrity.violation import Violation
from network_service.domain.record import Record, Tie
from network_service.domain.references import reference_fields
from network_service.store.base import StoreReader

_BESIDE: Mapping[str, tuple[str, ...]] = {
    "province_network": ("province_network",),
    "agreement": ("agreement_stage",),
    "instrument": ("supersedes",),
    "supersedes": ("supersedes",),
}
"""Kinds all of whose records in the province are looked at beside one of a kind: each is few or told apart by them."""
_ALIKE = frozenset({"member_of", "appointed_to"})
"""Kinds of tie that clash with others of their kind at the same node."""


def contradictions_around(store: StoreReader, record: Record) -> tuple[list[Violation], dict[str, Record]]:
    """What cannot be true once a record is as given, of what it has part in, and the records looked at, by id."""
    around = _around(store, record)
    found = check_network(around.values(), date.min, CONTRADICTIONS)  # none depends on the day
    return [one for one in found if any(spot.record_id == record.id for spot in one.spots)], around


def _around(store: StoreReader, record: Record) -> dict[str, Record]:
    beside: list[Record] = []
    if kinds := _BESIDE.get(record.kind):
        beside += (one.record for one in store.records(province=record.province, kinds=kinds))
    if record.kind in _ALIKE and isinstance(record, Tie):
        beside += (one.record for one in store.neighbours(record.source, kinds=(record.kind,)))
    around = {one.id: one for one in beside}
    around[record.id] = record
    return _with_named(store, around)


def _with_named(store: StoreReader, around: dict[str, Record]) -> dict[str, Record]:
    """With all that these name, and what that names in turn, as parents do: the missing are missing indeed."""
    asked = set(around)
    new = _named(around.values()) - asked
    while new:
        asked |= new
        found = {record_id: one.record for record_id, one in store.get_many(new).items()}
        around |= found
        new = _named(found.values()) - asked
    return around


def _named(records: Iterable[Record]) -> set[str]:
    return {
        named
        for record in records
        for field in reference_fields(type(record))
        if isinstance(named := getattr(record, field), str)
    }
