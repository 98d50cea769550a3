"""Actors and the bodies they sit on as one network of two kinds: who is central in it, of each kind."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from network_service.analysis.engine import choice
from network_service.analysis.engine.choice import NUMPY
from network_service.analysis.engine.network import DistanceSums, Network
from network_service.analysis.result import ActorMeasure, Method, method
from network_service.analysis.unknown import TOO_FEW_SEATS, unknown_values
from network_service.snapshot.model import Snapshot, index_array

_SOURCE = "Borgatti and Everett 1997, Social Networks 19, 243-269"

_DEFINITIONS = {
    "degree": ("bodies of an actor; actors of a body", "bodies; seated actors"),
    "betweenness": (
        "sum over pairs s, t of (shortest paths s-t through v) / (shortest paths s-t)",
        "the most possible with so many actors and bodies",
    ),
    "closeness": (
        "least possible sum of distances in the part / sum of distances, times the share of the others in the part",
        "bodies + 2 (actors - 1); actors + 2 (bodies - 1)",
    ),
}


@dataclass(frozen=True, slots=True)
class BodyMeasure:
    """One value a body, in the order of the snapshot's bodies; `None` is not known, and `reason` says why."""

    values: tuple[float | None, ...]
    method: Method
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class TwoMode:
    """Centralities of the actors and of the bodies, each among its own kind.

    `seated` actors sit on a body. `left_out` seats speak for nobody known, or for nobody in the network shown.
    """

    degree: ActorMeasure
    betweenness: ActorMeasure
    closeness: ActorMeasure
    body_degree: BodyMeasure
    body_betweenness: BodyMeasure
    body_closeness: BodyMeasure
    seated: int
    left_out: int


@dataclass(frozen=True, slots=True)
class _Affiliation:
    """The seated actors as places among the actors, the bodies, and who sits where: actors first, bodies after them."""

    actors: tuple[int, ...]
    bodies: int
    seats: Network
    left_out: int

    def own(self, node: int) -> tuple[int, int]:
        """How many of the kind of a node there are, and how many of the other."""
        sizes = len(self.actors), self.bodies
        return sizes if node < sizes[0] else sizes[::-1]


def two_mode(snapshot: Snapshot) -> TwoMode:
    """Which actors reach the others through the bodies they sit on, and which bodies bring the most together.

    Formula, in the network of n seated actors and m bodies, tied where one has a seat on the other (several seats count
    once): degree = bodies of an actor / m, actors of a body / n; betweenness = pairs by the share of their shortest
    paths that pass through / the most there could be in a network of n and m; closeness = the least sum of distances
    there could be, m + 2 (n - 1) for an actor and n + 2 (m - 1) for a body / the sum of distances. Normalisation: 0 to
    1 among one's own kind, as an actor is tied to bodies only. Cost: O((n + m) s), s seats; .01 s for 400 seats.

    An actor that sits nowhere has 0 in all and is not among the n; a body on which no actor shown sits has 0 and counts
    in m. In a network of several parts closeness is that in the part, by the size of the part, times the share of all
    others that the part holds: a pair that knows only itself is not the nearest of all. Strength and direction do not
    enter. Seats that speak for nobody known, or for an actor not shown, are left out, and counted. Without bodies or
    seats all is `None`; so is the betweenness of actors where there is one body, and of bodies where one actor is
    seated: nobody could be between. An empty network has no values.

    >>> from network_service.analysis.example import eight_actors_on_bodies
    >>> found = two_mode(eight_actors_on_bodies())
    >>> found.seated, [round(value, 3) for value in found.body_degree.values]
    (7, [0.429, 0.286, 0.429])
    >>> [round(value, 3) for value in found.betweenness.values]
    [0.0, 0.0, 0.0, 0.0, 0.333, 0.0, 0.0, 0.0]

    Source: Borgatti and Everett 1997; networkx `bipartite.centrality` agrees on connected networks.
    """
    found = _affiliation(snapshot)
    seats = found.seats
    degree = np.bincount(np.concatenate((seats.source, seats.target)), minlength=seats.size).tolist()
    between, sums, parts = choice.betweenness(seats), choice.distance_sums(seats), choice.membership(seats).value
    figures = {
        "degree": (_degree(found, degree), NUMPY),
        "betweenness": (_betweenness(found, between.value), between.maker),
        "closeness": (_closeness(found, sums.value, parts), sums.maker),
    }
    actors, bodies = {}, {}
    for name, (values, maker) in figures.items():
        about = _method(snapshot, name, maker)
        actors[name], bodies[name] = _of_actors(snapshot, found, values, about), _of_bodies(found, values, about)
    return TwoMode(
        degree=actors["degree"],
        betweenness=actors["betweenness"],
        closeness=actors["closeness"],
        body_degree=bodies["degree"],
        body_betweenness=bodies["betweenness"],
        body_closeness=bodies["closeness"],
        seated=len(found.actors),
        left_out=found.left_out,
    )


def _affiliation(snapshot: Snapshot) -> _Affiliation:
    body = {info.id: place for place, info in enumerate(snapshot.bodies)}
    index = snapshot.actors.index
    shown = [seat for seat in snapshot.seats if seat.body in body]
    known = [(index[seat.actor], body[seat.body]) for seat in shown if seat.actor in index]
    actors = tuple(sorted({actor for actor, _ in known}))
    place = {actor: number for number, actor in enumerate(actors)}
    pairs = sorted({(place[actor], len(actors) + number) for actor, number in known})
    seats = Network(len(actors) + len(body), index_array(a for a, _ in pairs), index_array(b for _, b in pairs))
    return _Affiliation(actors, len(body), seats, len(shown) - len(known))


def _degree(found: _Affiliation, degree: list[int]) -> list[float | None]:
    return [count / found.own(node)[1] if found.own(node)[1] else None for node, count in enumerate(degree)]


def _betweenness(found: _Affiliation, between: list[float]) -> list[float | None]:
    most = [_most_between(*found.own(node)) for node in range(found.seats.size)]
    return [value / highest if highest else None for value, highest in zip(between, most, strict=True)]


def _most_between(own: int, other: int) -> float:
    """Betweenness of one of `own` that joins all `other`, the rest of its kind hung on these as evenly as can be."""
    if not other:
        return 0.0
    full, rest = divmod(own - 1, other)
    return (other**2 * (full + 1) ** 2 + other * (full + 1) * (2 * rest - full - 1) - rest * (2 * full - rest + 3)) / 2


def _closeness(found: _Affiliation, sums: DistanceSums, parts: list[int]) -> list[float | None]:
    here: Counter[tuple[int, bool]] = Counter((part, node < len(found.actors)) for node, part in enumerate(parts))
    values: list[float | None] = []
    for node, (reached, total, part) in enumerate(zip(sums.reached, sums.total, parts, strict=True)):
        is_actor = node < len(found.actors)
        least = here[part, not is_actor] + 2 * (here[part, is_actor] - 1)
        values.append(least / total * reached / (found.seats.size - 1) if reached else 0.0)
    return values if found.actors else [None] * len(values)


def _of_actors(snapshot: Snapshot, found: _Affiliation, values: list[float | None], about: Method) -> ActorMeasure:
    seated = values[: len(found.actors)]
    if not seated or None in seated:
        return unknown_values(snapshot, about, TOO_FEW_SEATS)
    spread = dict(zip(found.actors, seated, strict=True))
    return ActorMeasure(tuple(spread.get(actor, 0.0) for actor in range(len(snapshot.actors))), about)


def _of_bodies(found: _Affiliation, values: list[float | None], about: Method) -> BodyMeasure:
    own = tuple(values[len(found.actors) :])
    return BodyMeasure(own, about, TOO_FEW_SEATS if None in own else None)


def _method(snapshot: Snapshot, name: str, maker: dict[str, str]) -> Method:
    definition, normalisation = _DEFINITIONS[name]
    return method(
        snapshot,
        f"two_mode_{name}",
        definition=definition,
        network="seats",
        normalisation=normalisation,
        source=_SOURCE,
        **maker,
    )
