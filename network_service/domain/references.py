"""What a record names besides: the fields that hold ids, and the kinds of node that each may name."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, get_args, get_type_hints

from network_service.domain.kinds import NODE_TYPES
from network_service.domain.personal_data import KEPT
from network_service.domain.record import Record, RecordId, Tie
from network_service.domain.ties import TIE_ENDS

FIELD_KINDS: dict[str, frozenset[str]] = {
    "parent": frozenset({"organization"}),
    "organization": frozenset({"organization"}),
    "body": frozenset({"body", "community_of_practice", "province_network", "sub_network"}),
    "partnership_body": frozenset({"body"}),
    "minutes": frozenset({"instrument"}),
    "certified_by": frozenset({"instrument"}),
    "agreement": frozenset({"agreement"}),
    "area": frozenset({"area"}),
    "subject": frozenset({"person", "group", "organization", "body", "province_network", "sub_network"}),
    "into": frozenset(NODE_TYPES.keys() - {"province_network"}),
}
"""Kinds that a field may name, by field; for the ends of ties see `TIE_ENDS`."""


_ENDS = {"source": 0, "target": 1}


def kinds_named(kind: str, field: str) -> frozenset[str]:
    """The kinds of node that a field of a kind of record may name: one of those above, or an end of a tie."""
    return FIELD_KINDS[field] if field in FIELD_KINDS else TIE_ENDS[kind][_ENDS[field]]


class Reference(NamedTuple):
    """One id that a record holds: in which field, and the kinds of node it may name."""

    field: str
    id: str
    kinds: frozenset[str]


def references_of(record: Record) -> Iterator[Reference]:
    """All ids that a record holds of others: the ends of a tie, then its other fields."""
    if isinstance(record, Tie):
        sources, targets = TIE_ENDS[record.kind]
        yield Reference("source", record.source, sources)
        yield Reference("target", record.target, targets)
    # Only the fields that the type has: asking each record for each field took twenty times as long.
    for field in reference_fields(type(record)):
        meant = getattr(record, field)
        if field in FIELD_KINDS and isinstance(meant, str):
            yield Reference(field, meant, FIELD_KINDS[field])


@cache
def reference_fields(record_type: type[Record]) -> tuple[str, ...]:
    """Fields of a record type that hold ids of other records, be it one, perhaps one, or several."""
    hints = get_type_hints(record_type, include_extras=True)
    return tuple(name for name in record_type.model_fields if name != "id" and _holds_ids(hints[name]))


def with_references(record: Record, instead: Mapping[str, str]) -> Record:
    """The record with some of the ids it names replaced by others, checked again; itself where it names none of them.

    An id that comes to stand in a list twice stands there once.
    """
    fields: dict[str, Any] = {}
    for field in reference_fields(type(record)):
        value = getattr(record, field)
        if isinstance(value, str):
            fields[field] = instead.get(value, value)
        elif value:
            fields[field] = tuple(dict.fromkeys(instead.get(one, one) for one in value))
    if all(getattr(record, field) == value for field, value in fields.items()):
        return record
    return type(record).model_validate({**record.model_dump(), **fields}, context=KEPT)


def _holds_ids(hint: Any) -> bool:
    return hint == RecordId or any(_holds_ids(part) for part in get_args(hint) if part is not Ellipsis)
