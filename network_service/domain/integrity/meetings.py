"""Rules: a meeting is held while its body exists, and by the day."""

from collections.abc import Iterator

from network_service.domain.integrity.violation import Found, Spot
from network_service.domain.integrity.whole import Whole
from network_service.domain.nodes import Meeting


def meeting_outside_body(whole: Whole) -> Iterator[Found]:
    """A meeting of a body that did not exist on that day."""
    for meeting in whole.of(Meeting):
        body = whole.records.get(meeting.body)
        if body is not None and not body.holds_on(meeting.held_on):
            early = body.valid_from is not None and meeting.held_on < body.valid_from
            yield Found(Spot(meeting.id, "held_on"), (Spot(body.id, "valid_from" if early else "valid_to"),))


def meeting_to_come(whole: Whole) -> Iterator[Found]:
    """A meeting said to have been held on a day that is still to come."""
    for meeting in whole.of(Meeting):
        if meeting.held_on > whole.day:
            yield Found(Spot(meeting.id, "held_on"))
