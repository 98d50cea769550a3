"""Actors that joined, left, or are told of differently."""

from dataclasses import dataclass
from enum import StrEnum

from network_service.domain.vocabulary import MembershipStatus
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot


class Elsewhere(StrEnum):
    """What an actor is in the snapshot that does not show it."""

    ABSENT = "absent"
    """No record of it holds there."""
    NOT_A_MEMBER = "not_a_member"
    """It is recorded, without an active membership of the network."""
    HIDDEN = "hidden"
    """It is an active member of a level that the lens does not show."""


@dataclass(frozen=True, slots=True)
class Moved:
    """An actor that one of the snapshots does not show, as the other tells of it, and what it is in the first."""

    id: str
    name: str
    sector: str | None
    elsewhere: Elsewhere


@dataclass(frozen=True, slots=True)
class Altered:
    """An actor in both snapshots of which one thing is told differently; `None` is not known.

    `field` is `name`, `level`, `sector`, `area_level` or `status`; values are the codes of their vocabularies.
    """

    id: str
    name: str
    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class ActorChanges:
    """All that changed of the actors, each tuple in the order of id; `sizes` are the numbers before and after."""

    sizes: tuple[int, int]
    joined: tuple[Moved, ...]
    left: tuple[Moved, ...]
    altered: tuple[Altered, ...]


def compare_actors(before: Snapshot, after: Snapshot, affairs_before: Affairs, affairs_after: Affairs) -> ActorChanges:
    """Actors by id: one that was given another id is one that left and one that joined."""
    earlier, later = before.actors.index, after.actors.index
    old, new = _told(before), _told(after)
    return ActorChanges(
        sizes=(len(earlier), len(later)),
        joined=_moved(after, earlier, affairs_before),
        left=_moved(before, later, affairs_after),
        altered=tuple(
            Altered(one, new[one]["name"] or one, field, old[one][field], value)
            for one in after.actors.ids
            if one in earlier
            for field, value in new[one].items()
            if old[one][field] != value
        ),
    )


def _moved(shown: Snapshot, other: dict[str, int], affairs: Affairs) -> tuple[Moved, ...]:
    actors = shown.actors
    active = {one.member for one in affairs.memberships if one.active and one.of in affairs.province_networks}
    held = affairs.actor.keys() | {one.id for one in affairs.people}

    def elsewhere(one: str) -> Elsewhere:
        if one not in held:
            return Elsewhere.ABSENT
        return Elsewhere.HIDDEN if one in active else Elsewhere.NOT_A_MEMBER

    return tuple(
        Moved(one, name, sector, elsewhere(one))
        for one, name, sector in zip(actors.ids, actors.names, actors.sectors, strict=True)
        if one not in other
    )


def _told(snapshot: Snapshot) -> dict[str, dict[str, str | None]]:
    actors = snapshot.actors
    rows = zip(actors.ids, actors.names, actors.levels, actors.sectors, actors.area_levels, strict=True)
    return {
        one: {
            "name": name,
            "level": level,
            "sector": sector,
            "area_level": area,
            "status": MembershipStatus.CERTIFIED if one in snapshot.certified else MembershipStatus.SELF_DECLARED,
        }
        for one, name, level, sector, area in rows
    }
