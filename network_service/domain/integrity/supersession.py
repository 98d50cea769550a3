"""Rules: what takes the place of an instrument came after it."""

from collections import defaultdict
from collections.abc import Iterator

from network_service.domain.integrity.circles import circles
from network_service.domain.integrity.violation import Found, Spot
from network_service.domain.integrity.whole import Whole
from network_service.domain.nodes import Instrument
from network_service.domain.ties import Supersedes


def superseded_in_circle(whole: Whole) -> Iterator[Found]:
    """Instruments each of which supersedes the next, and the last the first."""
    ties = whole.of(Supersedes)
    later: dict[str, list[str]] = defaultdict(list)
    for tie in ties:
        later[tie.source].append(tie.target)
    parts = {node: number for number, part in enumerate(circles(later)) for node in part}
    of_part: dict[int, list[Spot]] = defaultdict(list)
    for tie in ties:
        part = parts.get(tie.source)
        if part is not None and part == parts.get(tie.target):
            of_part[part].append(Spot(tie.id, "target"))
    for first, *others in of_part.values():
        yield Found(first, tuple(others))


def superseded_signed_later(whole: Whole) -> Iterator[Found]:
    """An instrument supersedes one that was signed after it."""
    for tie in whole.of(Supersedes):
        newer, older = whole.find(tie.source, Instrument), whole.find(tie.target, Instrument)
        if newer is None or older is None or newer.signed_on is None or older.signed_on is None:
            continue
        if newer.signed_on < older.signed_on:
            yield Found(Spot(tie.id, "target"), (Spot(newer.id, "signed_on"), Spot(older.id, "signed_on")))
