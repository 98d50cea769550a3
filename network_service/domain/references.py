"""What a record names besides: the fields that hold ids, and the kinds of node that each may name."""

from collections.abc import Iterator
from typing import NamedTuple

from network_service.domain.record import Record, Tie
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
    for field, kinds in FIELD_KINDS.items():
        meant = getattr(record, field, None)
        if isinstance(meant, str):
            yield Reference(field, meant, kinds)
