"""A small network to try the measures on: eight actors of five sectors, with known results."""

from dataclasses import replace
from datetime import date

import numpy as np

from network_service.domain.lens import Lens
from network_service.snapshot.content_hash import content_hash
from network_service.snapshot.model import Actors, BodyInfo, Seat, Snapshot, Ties, index_array

SECTORS = {
    "a1": "academic",
    "b1": "business",
    "c1": "civil_society",
    "c2": "civil_society",
    "g1": "state",
    "g2": "state",
    "k1": "community",
    "k2": "community",
}
"""Actors by name, with their sectors; their order is that of the snapshot."""

MUTUAL = (("g1", "g2", 4), ("g1", "c1", 2), ("c1", "c2", 3), ("c2", "k1", 2), ("k1", "k2", 5))
ONE_WAY = (("g1", "b1", 1), ("g1", "a1", 1), ("a1", "c1", 2), ("g2", "c2", 1))
"""Ties with their frequency, 1 yearly to 5 daily."""

BODIES = {
    "executive_committee": (("g1", "anong"), ("a1", "decha"), ("c2", "malee")),
    "provincial_support_wg": (("g2", "niran"), ("k1", "orathai")),
    "steering_committee": (("g1", "anong"), ("c1", "boon"), ("b1", "chai")),
}
"""Bodies by kind, and who sits on each: the actor spoken for, and the person. Two share one, the third stands alone."""


def eight_actors() -> Snapshot:
    """A made-up province: 8 actors, 14 declared ties of collaboration, of which 10 go both ways; 9 when undirected.

    >>> snapshot = eight_actors()
    >>> snapshot.actors.names
    ('a1', 'b1', 'c1', 'c2', 'g1', 'g2', 'k1', 'k2')
    >>> len(snapshot.directed), len(snapshot.undirected)
    (14, 9)
    """
    names = tuple(SECTORS)
    arcs = sorted([*MUTUAL, *((target, source, strength) for source, target, strength in MUTUAL), *ONE_WAY])
    actors = Actors(
        ids=names,
        names=names,
        levels=("organization",) * len(names),
        sectors=tuple(SECTORS.values()),
        area_levels=(None,) * len(names),
    )
    ties = Ties(
        source=index_array(names.index(source) for source, _, _ in arcs),
        target=index_array(names.index(target) for _, target, _ in arcs),
        layer=np.zeros(len(arcs), dtype=np.int8),
        strength=np.array([strength for _, _, strength in arcs], dtype=np.float64),
    )
    lens = Lens(as_of=date(2025, 10, 1), provinces=("TH-99",))
    snapshot = Snapshot(
        lens=lens,
        revision=1,
        network_names=("Example",),
        synthetic=True,
        actors=actors,
        ties=ties,
        content_hash="",
    )
    return replace(snapshot, content_hash=content_hash(snapshot))


def eight_actors_on_bodies() -> Snapshot:
    """The same eight actors, seven of which have a seat on one of three bodies.

    >>> snapshot = eight_actors_on_bodies()
    >>> len(snapshot.bodies), len(snapshot.seats)
    (3, 8)
    """
    snapshot = eight_actors()
    sectors = dict(zip(snapshot.actors.ids, snapshot.actors.sectors, strict=True))
    snapshot = replace(
        snapshot,
        people={person: person.title() for held in BODIES.values() for _, person in held},
        bodies=tuple(BodyInfo(body, body.replace("_", " "), body) for body in BODIES),
        seats=tuple(
            Seat(body, person, "person", "member", person, actor, sectors[actor])
            for body, held in BODIES.items()
            for actor, person in held
        ),
    )
    return replace(snapshot, content_hash=content_hash(snapshot))
