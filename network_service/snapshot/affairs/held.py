"""Ties of a day whose ends both hold, and how the columns of a store say days, lists and truth."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from network_service.snapshot.people import Standing
from network_service.snapshot.reading import Reading


@dataclass(frozen=True, slots=True)
class Involved:
    """Who has a part in something: the holder as recorded, the actor it stands for and that actor's sector.

    `actor` is the holder itself where it is a group or organisation; for a person it is the actor it speaks for, else
    `None`: not known. `role` is what part it has, where the records tell parts apart.
    """

    id: str
    actor: str | None
    sector: str | None
    role: str | None = None


class Held:
    """Reads the ties of one day; one of which an end no longer holds is passed over and counted by its kind."""

    def __init__(self, reading: Reading, standing: Standing) -> None:
        """Read with this reading; `standing` knows the people, posts, groups and organisations that hold."""
        self.reading = reading
        self.standing = standing
        self.passed_over: Counter[str] = Counter()

    def between(
        self, kind: str, fields: Sequence[str], targets: Collection[str], sources: Collection[str] | None = None
    ) -> list[tuple[Any, ...]]:
        """Source, target and fields of the ties of a kind; `sources` `None` means whoever the standing knows."""
        holds = self.standing.holds if sources is None else sources.__contains__
        rows = self.reading.rows([kind], ["source", "target", *fields])
        kept = [row for row in rows if row[1] in targets and holds(row[0])]
        self.passed_over[kind] += len(rows) - len(kept)
        return kept

    def involved(self, kind: str, targets: Collection[str], role: str | None = None) -> dict[str, tuple[Involved, ...]]:
        """Who is joined by a kind of tie to each of the targets, ordered by id and part; `role` is the field of it."""
        found: dict[str, list[Involved]] = {}
        for source, target, *part in self.between(kind, [] if role is None else [role], targets):
            found.setdefault(target, []).append(self.one(source, *part))
        return {target: in_order(who) for target, who in found.items()}

    def one(self, holder: str, role: str | None = None) -> Involved:
        """A holder with the actor it stands for."""
        actor = self.standing.actor_of(holder)
        return Involved(holder, actor, self.standing.sector_of(actor), role)


def in_order(who: Iterable[Involved]) -> tuple[Involved, ...]:
    """Each once, by id and part."""
    return tuple(sorted(set(who), key=lambda one: (one.id, one.role or "")))


def gathered(pairs: Iterable[Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """What each first of the pairs is joined to, each once and in order."""
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
    return {one: tuple(sorted(others)) for one, others in found.items()}


def sectors_of(who: Iterable[Involved]) -> frozenset[str]:
    """The sectors known of those involved."""
    return frozenset(one.sector for one in who if one.sector is not None)


def actors_of(who: Iterable[Involved]) -> frozenset[str]:
    """The actors known of those involved."""
    return frozenset(one.actor for one in who if one.actor is not None)


def day(text: str | None) -> date | None:
    """A day as a column says it."""
    return None if text is None else date.fromisoformat(text)


@lru_cache(maxsize=4096)
def listed(text: str | None) -> tuple[str, ...]:
    """A list as a column says it; an absent one is empty. Few lists differ: reading each anew took half of the time."""
    return tuple(json.loads(text)) if text else ()


def truth(value: int | bool | None) -> bool | None:
    """A truth value as a column says it."""
    return None if value is None else bool(value)
