"""Groups and organisations with what they declare: where they work, whom they serve, what they offer and need."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from network_service.snapshot.affairs.held import Held, day, gathered


@dataclass(frozen=True, slots=True)
class ActorAffairs:
    """One group or organisation that holds on the day, member or not.

    `district` is the name of the one it is seated in. `operates_in` are ids of areas, `serves` those of groups of the
    population; `offers` and `needs` are kinds of resource told to the network. `people` counts the people who belong
    to it.
    """

    id: str
    name: str
    level: str
    sector: str | None
    area_level: str | None
    district: str | None
    activity_field: str | None
    operates_in: tuple[str, ...]
    serves: tuple[str, ...]
    offers: tuple[str, ...]
    needs: tuple[str, ...]
    people: int
    last_verified_on: date | None


@dataclass(frozen=True, slots=True)
class PersonAffairs:
    """A person who holds on the day, and the actor that the person speaks for, where it is a single one."""

    id: str
    name: str
    actor: str | None
    last_verified_on: date | None


@dataclass(frozen=True, slots=True)
class PostAffairs:
    """A post, its organisation, and the people who hold it."""

    id: str
    name: str
    organization: str | None
    holders: tuple[str, ...]


def read_actors(
    held: Held, networks: Collection[str], areas: Collection[str], serves: Mapping[str, tuple[str, ...]]
) -> tuple[ActorAffairs, ...]:
    """All groups and organisations, ordered by id; `serves` are the groups of the population by who serves them."""
    standing = held.standing
    operates_in = gathered(held.between("operates_in", [], areas, standing.actors))
    offers, needs = _kinds(held, "offers_resource", networks), _kinds(held, "needs_resource", networks)
    people: dict[str, int] = {}
    for actors in standing.belongs_to.values():
        for actor in actors:
            people[actor] = people.get(actor, 0) + 1
    told = {
        actor: row
        for actor, *row in held.reading.rows(
            ["group", "organization"], ["id", "district", "activity_field", "last_verified_on"]
        )
    }
    return tuple(
        ActorAffairs(
            id=actor,
            name=name,
            level=level,
            sector=sector,
            area_level=area_level,
            district=told[actor][0],
            activity_field=told[actor][1],
            operates_in=operates_in.get(actor, ()),
            serves=serves.get(actor, ()),
            offers=offers.get(actor, ()),
            needs=needs.get(actor, ()),
            people=people.get(actor, 0),
            last_verified_on=day(told[actor][2]),
        )
        for actor, (name, level, sector, area_level) in sorted(standing.actors.items())
    )


def read_people(held: Held) -> tuple[PersonAffairs, ...]:
    """All people, ordered by id."""
    standing = held.standing
    return tuple(
        PersonAffairs(person, standing.people[person], standing.actor_of_person(person), day(checked))
        for person, checked in held.reading.rows(["person"], ["id", "last_verified_on"])
    )


def read_posts(held: Held) -> tuple[PostAffairs, ...]:
    """All posts, ordered by id."""
    standing = held.standing
    return tuple(
        PostAffairs(post, name, organization, standing.holders.get(post, ()))
        for post, (name, organization) in sorted(standing.posts.items())
    )


def read_serves(held: Held, services: Collection[str], groups: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The groups of the population that each actor and each service serves."""
    return gathered(held.between("serves", [], groups, held.standing.actors.keys() | frozenset(services)))


def _kinds(held: Held, kind: str, networks: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Kinds of resource by actor; what a person offers is offered by whom the person speaks for."""
    standing = held.standing
    rows = held.between(kind, ["resource_kind"], networks)
    found = ((standing.actor_of(source), resource) for source, _, resource in rows)
    return gathered((actor, resource) for actor, resource in found if actor is not None)
