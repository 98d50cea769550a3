"""Rule: nobody has checked a record on a day to come."""

from collections.abc import Iterator

from network_service.domain.integrity.violation import Found, Spot
from network_service.domain.integrity.whole import Whole
from network_service.domain.nodes import Group, Organization, Person


def verified_in_future(whole: Whole) -> Iterator[Found]:
    """A record last checked on a day that is still to come, so that it would never count as stale."""
    for one in (*whole.of(Organization), *whole.of(Group), *whole.of(Person)):
        if one.last_verified_on is not None and one.last_verified_on > whole.day:
            yield Found(Spot(one.id, "last_verified_on"))
