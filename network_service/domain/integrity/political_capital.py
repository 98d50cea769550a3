"""Rule: political capital is told of groups and organisations only, as of a person it would tell political opinion."""

from collections.abc import Iterator

from network_service.domain.integrity.violation import Found, Spot
from network_service.domain.integrity.whole import Whole
from network_service.domain.nodes import Person
from network_service.domain.ties import NeedsResource, OffersResource, SharesResource
from network_service.domain.vocabulary import ResourceKind


def political_capital_of_person(whole: Whole) -> Iterator[Found]:
    """A person gives, takes, offers or needs political capital: sensitive data (section 26 of the law, domain 5.1)."""
    ties: list[SharesResource | OffersResource | NeedsResource] = [
        *whole.of(SharesResource),
        *whole.of(OffersResource),
        *whole.of(NeedsResource),
    ]
    for tie in ties:
        if tie.resource_kind is ResourceKind.POLITICAL_CAPITAL and any(
            whole.find(end, Person) is not None for end in (tie.source, tie.target)
        ):
            yield Found(Spot(tie.id, "resource_kind"))
