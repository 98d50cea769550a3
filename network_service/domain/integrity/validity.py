"""Rules: what holds for a time holds while the records that it names do."""

from collections.abc import Iterator

from network_service.domain.integrity.violation import Found, Spot
from network_service.domain.integrity.whole import Whole
from network_service.domain.record import Record

LASTING = frozenset(
    (
        *("belongs_to", "holds_post", "represents", "member_of", "appointed_to", "links", "manages"),
        *("collaborates_with", "shares_resource", "offers_resource", "needs_resource", "party_to", "works_on"),
        *("responsible_for", "serves", "operates_in", "stakeholder_of", "organization", "post"),
    )
)
"""Kinds that hold from day to day. The others tell of something that happened (who took part, what was assessed,
which order took the place of which), which stays true when those it names are gone."""
_RULED_ELSEWHERE = frozenset({"certified_by"})  # an instrument has its own rule: what it was cited for may go on


def outlasts_what_it_names(whole: Whole) -> Iterator[Found]:
    """A record ends after one that it names; or has no end though the other has ended by the day.

    An open end beside an agreement's is none: the term is the agreement's, and nobody writes it twice.
    """
    for record, named in _lasting(whole):
        if named.valid_to is None:
            continue
        if record.valid_to is None:
            outlasts = named.valid_to <= whole.day and named.kind != "agreement"
        else:
            outlasts = record.valid_to > named.valid_to
        if outlasts:
            yield Found(Spot(record.id, "valid_to"), (Spot(named.id, "valid_to"),))


def precedes_what_it_names(whole: Whole) -> Iterator[Found]:
    """A record begins before one that it names did."""
    for record, named in _lasting(whole):
        if record.valid_from is not None and named.valid_from is not None and record.valid_from < named.valid_from:
            yield Found(Spot(record.id, "valid_from"), (Spot(named.id, "valid_from"),))


def _lasting(whole: Whole) -> Iterator[tuple[Record, Record]]:
    for record, (field, meant, _) in whole.references:
        named = whole.records.get(meant)
        if record.kind in LASTING and named is not None and field not in _RULED_ELSEWHERE:
            yield record, named
