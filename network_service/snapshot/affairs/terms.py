"""For how long people hold what they were appointed or designated to: seats, links and management."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from network_service.snapshot.affairs.held import Held, day


@dataclass(frozen=True, slots=True)
class Term:
    """A seat, a designation as linker or a manager's office, with its first day and the first day it no longer holds.

    `kind` is `appointed_to`, `links` or `manages`; `holder` and `of` are those of the snapshot's seats, linkers and
    managers. `order_number` and `clause` are those of a seat.
    """

    kind: str
    holder: str
    of: str
    role: str | None
    since: date | None
    ends_on: date | None
    accepted_on: date | None = None
    order_number: str | None = None
    clause: str | None = None


def read_terms(held: Held, bodies: Collection[str], networks: Collection[str]) -> tuple[Term, ...]:
    """The terms that run on the day, by kind, what they are of, holder and role."""
    term = ["valid_from", "valid_to"]
    found = [
        Term("appointed_to", holder, body, role, day(since), day(ends), order_number=number, clause=clause)
        for holder, body, role, number, clause, since, ends in held.between(
            "appointed_to", ["role", "order_number", "clause", *term], bodies
        )
    ]
    found += [
        Term("links", holder, linked, None, day(since), day(ends), accepted_on=day(accepted))
        for holder, linked, accepted, since, ends in held.between("links", ["accepted_on", *term], held.standing.actors)
    ]
    found += [
        Term("manages", holder, network, role, day(since), day(ends))
        for holder, network, role, since, ends in held.between("manages", ["role", *term], networks)
    ]
    return tuple(sorted(found, key=lambda one: (one.kind, one.of, one.holder, one.role or "", one.since or date.min)))
