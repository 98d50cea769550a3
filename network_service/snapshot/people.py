"""Who people are and whom they stand for: a person's sector and ties are those of the actor they speak for."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from network_service.domain.thai.names import PersonName, display_name
from network_service.domain.vocabulary import Visibility
from network_service.snapshot.reading import Reading

MASK = "■■■"
"""Stands for the name of a restricted record; the same in every language."""


@dataclass(frozen=True)
class Standing:
    """All groups and organisations with their attributes, and whom each person represents, belongs to or holds."""

    actors: dict[str, tuple[str, str, str | None, str | None]]
    """Id to (name, level, sector, area level), members or not."""
    people: dict[str, str]
    posts: dict[str, tuple[str, str | None]]
    """Id to (name, organisation)."""
    represents: dict[str, tuple[str, ...]]
    belongs_to: dict[str, tuple[str, ...]]
    holders: dict[str, tuple[str, ...]]
    """Post to the people who hold it."""
    representatives: dict[str, tuple[str, ...]]
    """Group or organisation to the people who represent it."""

    def actor_rows(self) -> Iterator[tuple[str, str, str, str | None, str | None]]:
        """(id, name, level, sector, area level) of every group and organisation."""
        for actor, (name, level, sector, area) in self.actors.items():
            yield actor, name, level, sector, area

    def actor_of_person(self, person: str, prefer: str | None = None) -> str | None:
        """The actor a person speaks for, or `None` where there is no single one.

        That is `prefer` where the person represents or belongs to it, else the one it represents, else belongs to.
        """
        represented, own = self.represents.get(person, ()), self.belongs_to.get(person, ())
        if prefer is not None and prefer in (*represented, *own):
            return prefer
        for candidates in (represented, own):
            if len(candidates) == 1:
                return candidates[0]
        return None

    def actor_of(self, node: str, prefer: str | None = None) -> str | None:
        """The actor a person, post, group or organisation stands for, or `None` where it is not known."""
        if node in self.actors:
            return node
        if node in self.posts:
            return self.posts[node][1]
        return self.actor_of_person(node, prefer)

    def person_in_seat(self, holder: str) -> str | None:
        """The person who sits where a node holds a seat, or `None` where there is no single one.

        That is the person named, else whoever holds the post, else whoever represents the group or organisation.
        """
        if holder in self.people:
            return holder
        found = self.holders.get(holder, ()) if holder in self.posts else self.representatives.get(holder, ())
        return found[0] if len(found) == 1 else None

    def sector_of(self, actor: str | None) -> str | None:
        """Sector of a group or organisation; `None` where it is not known."""
        return self.actors[actor][2] if actor in self.actors else None

    def sector_of_person(self, person: str) -> str | None:
        """Sector of the actor a person speaks for."""
        return self.sector_of(self.actor_of_person(person))

    def holds(self, node: str) -> bool:
        """Whether a person, post, group or organisation holds on the day."""
        return node in self.actors or node in self.people or node in self.posts

    def name_of(self, node: str) -> str:
        """Name of a person, post, group or organisation that holds on the day."""
        if node in self.actors:
            return self.actors[node][0]
        return self.posts[node][0] if node in self.posts else self.people[node]

    def kind_of(self, node: str) -> str:
        """Kind of a node that can hold a seat, link or manage."""
        if node in self.actors:
            return self.actors[node][1]
        return "post" if node in self.posts else "person"


def read_standing(reading: Reading) -> Standing:
    """Read people, posts, groups and organisations, and the ties that say who stands for whom."""
    actors = reading.rows(["group", "organization"], ["id", "name", "kind", "sector", "area_level", "visibility"])
    people = reading.rows(["person"], ["id", "titles", "given_name", "family_name", "visibility"])
    return Standing(
        actors={
            actor: (shown_name(name, visibility), level, sector, area)
            for actor, name, level, sector, area, visibility in actors
        },
        people={
            person: shown_name(display_name(PersonName(tuple(json.loads(titles or "[]")), given, family)), visibility)
            for person, titles, given, family, visibility in people
        },
        posts={
            post: (shown_name(name, visibility), organization)
            for post, name, organization, visibility in reading.rows(
                ["post"], ["id", "name", "organization", "visibility"]
            )
        },
        represents=_targets(reading, "represents"),
        belongs_to=_targets(reading, "belongs_to"),
        holders=_targets(reading, "holds_post", reverse=True),
        representatives=_targets(reading, "represents", reverse=True),
    )


def shown_name(name: str, visibility: str | None) -> str:
    """The name, unless the record is restricted: then it counts in every figure and is named in none."""
    return MASK if visibility == Visibility.RESTRICTED else name


def _targets(reading: Reading, kind: str, *, reverse: bool = False) -> dict[str, tuple[str, ...]]:
    """The nodes at the other end of one kind of tie, by node; sorted, so that no order of entry shows through."""
    found: dict[str, set[str]] = {}
    for source, target in reading.rows([kind], ["source", "target"]):
        near, far = (target, source) if reverse else (source, target)
        found.setdefault(near, set()).add(far)
    return {near: tuple(sorted(far)) for near, far in found.items()}
