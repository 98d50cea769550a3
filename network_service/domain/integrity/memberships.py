"""Rules: an actor has one membership of a network at a time, in an order that can be, certified by something."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from network_service.domain.integrity.same_time import clashes, in_time
from network_service.domain.integrity.violation import Found, Spot
from network_service.domain.integrity.whole import Whole
from network_service.domain.ties import MemberOf
from network_service.domain.vocabulary import STATUS_MAY_FOLLOW, MembershipStatus


def membership_twice_at_once(whole: Whole) -> Iterator[Found]:
    """Two memberships of one actor in one network at the same time: it cannot be invited and certified at once."""
    for later, earlier in clashes(whole.of(MemberOf), lambda tie: (tie.source, tie.target)):
        yield Found(Spot(later.id, "valid_from"), (Spot(earlier.id, "valid_from"),))


def membership_goes_back(whole: Whole) -> Iterator[Found]:
    """A status that cannot follow the one before it on the next day; who left for a time may begin anew."""
    groups: dict[tuple[str, str], list[MemberOf]] = defaultdict(list)
    for tie in whole.of(MemberOf):
        groups[tie.source, tie.target].append(tie)
    for group in groups.values():
        for before, after in pairwise(in_time(group)):
            unbroken = before.valid_to is not None and before.valid_to == after.valid_from
            if unbroken and after.status not in STATUS_MAY_FOLLOW[before.status]:
                yield Found(Spot(after.id, "status"), (Spot(before.id, "status"),))


def certified_by_nothing(whole: Whole) -> Iterator[Found]:
    """A certified member of whom no instrument is named, neither as a record nor in words."""
    for tie in whole.of(MemberOf):
        if tie.status is MembershipStatus.CERTIFIED and tie.certified_by is None and tie.source_instrument is None:
            yield Found(Spot(tie.id, "certified_by"))
