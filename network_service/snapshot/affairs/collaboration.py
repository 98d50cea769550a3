"""Ties of collaboration and flows of resources as declared, with what the arrays of a snapshot do not carry."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from network_service.snapshot.affairs.held import Held, day, listed, truth


class Declared(NamedTuple):
    """One tie of collaboration as `source` declares it; a `mutual` one is both ends' word.

    A tuple, as there are more of these than of all the rest: making them takes half as long as frozen dataclasses.
    `topics` counts what it is about (0: nobody noted any). A tie carries no check of its own: it was last verified
    when the record of who declared it was.
    """

    source: str
    target: str
    frequency: int | None
    topics: int
    formal: bool | None
    mutual: bool | None
    since: date | None


@dataclass(frozen=True, slots=True)
class Flow:
    """A resource that an actor lets another, or the whole network, use on the day, and since when."""

    source: str
    target: str
    resource_kind: str
    since: date | None


def read_collaboration(held: Held) -> tuple[Declared, ...]:
    """The declared ties between those who hold, members or not, by source and target, parallel ones by their id."""
    fields = ["frequency", "topics", "formal", "mutual", "valid_from"]
    known = held.standing.actors.keys() | held.standing.people.keys()
    # Sorted as rows: keys made of the finished objects took a third of the whole.
    rows = sorted(held.between("collaborates_with", fields, known, known), key=itemgetter(0, 1))
    return tuple(
        Declared(source, target, frequency, len(listed(topics)), truth(formal), truth(mutual), day(since))
        for source, target, frequency, topics, formal, mutual, since in rows
    )


def read_flows(held: Held, networks: Collection[str]) -> tuple[Flow, ...]:
    """The flows of the day, by source, target and kind."""
    known = held.standing.actors.keys() | held.standing.people.keys()
    fields = ["resource_kind", "valid_from"]
    rows = sorted(held.between("shares_resource", fields, known | frozenset(networks), known), key=itemgetter(0, 1, 2))
    return tuple(Flow(source, target, kind, day(since)) for source, target, kind, since in rows)
