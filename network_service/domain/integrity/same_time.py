"""Records that hold at the same time though only one of them may."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from typing import TypeVar

from network_service.domain.record import Record

R = TypeVar("R", bound=Record)


def clashes(records: Iterable[R], key: Callable[[R], Hashable]) -> Iterator[tuple[R, R]]:
    """Of the records with one key, each that begins while another still holds, with that other.

    Each later one is told once, with the one that lasts longest, so that ten at once are nine faults and not
    forty-five.
    """
    groups: dict[Hashable, list[R]] = defaultdict(list)
    for record in records:
        groups[key(record)].append(record)
    for group in groups.values():
        ordered = in_time(group)
        furthest = ordered[0]
        for record in ordered[1:]:
            if start_of(record) < end_of(furthest):
                yield record, furthest
            if end_of(record) >= end_of(furthest):
                furthest = record


def in_time(records: Iterable[R]) -> list[R]:
    """Records in the order of their first days, those of one day by id."""
    return sorted(records, key=lambda record: (start_of(record), record.id))


def start_of(record: Record) -> date:
    """The first day, or the beginning of time."""
    return record.valid_from or date.min


def end_of(record: Record) -> date:
    """The day after the last, or the end of time."""
    return record.valid_to or date.max
