"""Rule: what a record names is there, and is of a kind that may be named so."""

from collections.abc import Iterator

from network_service.domain.integrity.violation import Found, Spot
from network_service.domain.integrity.whole import Whole


def named_is_missing(whole: Whole) -> Iterator[Found]:
    """A record names one that is not there."""
    for record, (field, meant, _) in whole.references:
        if meant not in whole.records:
            yield Found(Spot(record.id, field))


def named_is_of_other_kind(whole: Whole) -> Iterator[Found]:
    """A record names one that cannot stand there: a seat held by a body, a tie to a tie."""
    for record, (field, meant, kinds) in whole.references:
        named = whole.records.get(meant)
        if named is not None and named.kind not in kinds:
            yield Found(Spot(record.id, field), (Spot(named.id, "kind"),))
