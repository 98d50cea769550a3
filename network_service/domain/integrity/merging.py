"""Rules: a merged record leads to a record that was kept, and to one of the kind that it was."""

from collections.abc import Iterator

from network_service.domain.integrity.circles import circles
from network_service.domain.integrity.violation import Found, Spot
from network_service.domain.integrity.whole import Whole
from network_service.domain.merged import Merged, kept_of
from network_service.domain.ties import GROUPS


def merged_in_circle(whole: Whole) -> Iterator[Found]:
    """Merged records each of which leads to the next, and the last to the first: none of them means anything."""
    for first, *others in circles({one.id: [one.into] for one in whole.of(Merged)}):
        yield Found(Spot(first, "into"), tuple(Spot(one, "into") for one in others))


def merged_into_other_kind(whole: Whole) -> Iterator[Found]:
    """A merged record leads to one of another kind than it was; a group and an organisation may be one."""
    for record in whole.of(Merged):
        kept = kept_of(record, whole.records.get)
        if kept is not None and kept.kind != record.was and not {kept.kind, record.was} <= GROUPS:
            yield Found(Spot(record.id, "was"))
