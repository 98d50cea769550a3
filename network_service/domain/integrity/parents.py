"""Rule: no organisation is part of itself, however many offices lie between."""

from collections.abc import Iterator

from network_service.domain.integrity.circles import circles
from network_service.domain.integrity.violation import Found, Spot
from network_service.domain.integrity.whole import Whole
from network_service.domain.nodes import Organization


def parent_in_circle(whole: Whole) -> Iterator[Found]:
    """Organisations each of which is part of the next, and the last of the first."""
    above = {one.id: [one.parent] for one in whole.of(Organization) if one.parent is not None}
    for first, *others in circles(above):
        yield Found(Spot(first, "parent"), tuple(Spot(one, "parent") for one in others))
    for record_id, (parent,) in above.items():
        if record_id == parent:
            yield Found(Spot(record_id, "parent"))
