"""Small hand-made networks for the rules, written as text, and any network for their laws."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

import networkx as nx
import numpy as np
from hypothesis import strategies as st

from network_service.analysis.connectivity import Components, CutPoint, CutPoints
from network_service.analysis.mixing import SectorPairs
from network_service.analysis.result import method
from network_service.analysis.sectors import LeftOut, SectorPair, Share
from network_service.domain.lens import Lens
from network_service.domain.vocabulary import BodyKind
from network_service.findings.finding import Finding, in_order
from network_service.findings.measured import Measured
from network_service.findings.rules_of_gaps import RULES_OF_GAPS
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Actors, BodyInfo, Linker, Manager, Seat, Snapshot, Ties, index_array

SECTORS = {
    "g": "state",
    "b": "business",
    "v": "civil_society",
    "k": "community",
    "a": "academic",
    "c": "citizen",
    "p": "political",
    "x": None,
}
"""Sector by the first letter of an actor's id; x is an actor whose sector is not known."""


def network(
    actors: str,
    ties: str = "",
    *,
    linkers: Sequence[Linker] = (),
    managers: Sequence[Manager] = (),
    bodies: Sequence[BodyInfo] = (),
    seats: Sequence[Seat] = (),
) -> Snapshot:
    """A network of actors such as `g1 g2 b1` and ties such as `g1-b1 g2-b1`; each is named after its id in capitals."""
    ids = tuple(actors.split())
    pairs = [tuple(tie.split("-")) for tie in ties.split()]
    return Snapshot(
        lens=Lens(as_of=date(2026, 1, 15), provinces=("TH-98",)),
        revision=1,
        network_names=("ตัวอย่าง",),
        synthetic=True,
        actors=Actors(
            ids=ids,
            names=tuple(actor.upper() for actor in ids),
            levels=("organization",) * len(ids),
            sectors=tuple(SECTORS[actor[0]] for actor in ids),
            area_levels=(None,) * len(ids),
        ),
        ties=Ties(
            source=index_array(ids.index(one) for one, _ in pairs),
            target=index_array(ids.index(other) for _, other in pairs),
            layer=np.zeros(len(pairs), dtype=np.int8),
            strength=np.full(len(pairs), np.nan),
        ),
        content_hash="",
        people={seat.person: f"คุณ{seat.person}" for seat in seats if seat.person},
        bodies=tuple(bodies),
        seats=tuple(seats),
        linkers=tuple(linkers),
        managers=tuple(managers),
    )


def organisation_linker(actor: str) -> Linker:
    """An organisation that is a linker itself."""
    return Linker(actor, actor.upper(), "organization", "group", actor, SECTORS[actor[0]], (), accepted=True)


def person_linker(person: str, actor: str | None, links: str = "group") -> Linker:
    """A person who is a linker and speaks for an actor, where that is known."""
    sector = None if actor is None else SECTORS[actor[0]]
    return Linker(person, f"คุณ{person}", "person", links, actor, sector, (), accepted=True)


def body(name: str, kind: BodyKind = BodyKind.EXECUTIVE_COMMITTEE) -> BodyInfo:
    """A body."""
    return BodyInfo(name, f"คณะ {name}", kind)


def seat(on: str, actor: str, person: str | None = None) -> Seat:
    """An organisation's seat, and the person who represents it there, where known."""
    return Seat(on, actor, "organization", "member", person, actor, SECTORS[actor[0]])


def seats(on: str, actors: str) -> tuple[Seat, ...]:
    """Seats of organisations on a body, such as `g1 b1 x1`."""
    return tuple(seat(on, actor) for actor in actors.split())


def personal_seats(person: str | None, bodies: Iterable[str], kind: str = "person") -> tuple[Seat, ...]:
    """Seats of one person, in person or by a post, each speaking for g1."""
    return tuple(Seat(one, f"{kind}-{one}", kind, "member", person, "g1", "state") for one in bodies)


def with_tie(snapshot: Snapshot, one: int, other: int) -> Snapshot:
    """The same network with one tie more."""
    ties = snapshot.ties
    more = Ties(
        np.append(ties.source, np.int32(one)),
        np.append(ties.target, np.int32(other)),
        np.append(ties.layer, np.int8(0)),
        np.append(ties.strength, np.nan),
    )
    return replace(snapshot, ties=more)


def reordered(snapshot: Snapshot, order: Sequence[int]) -> Snapshot:
    """The same network with its actors in another order."""
    actors, ties = snapshot.actors, snapshot.ties
    place = np.argsort(np.array(order, dtype=np.int32)).astype(np.int32)
    return replace(
        snapshot,
        actors=Actors(
            ids=tuple(actors.ids[old] for old in order),
            names=tuple(actors.names[old] for old in order),
            levels=tuple(actors.levels[old] for old in order),
            sectors=tuple(actors.sectors[old] for old in order),
            area_levels=tuple(actors.area_levels[old] for old in order),
        ),
        ties=Ties(place[ties.source], place[ties.target], ties.layer, ties.strength),
    )


@dataclass(frozen=True)
class Recounted:
    """The measures that the rules read, by another engine than the product's."""

    components: Components
    articulation_points: CutPoints
    sector_pairs: SectorPairs


def measured(snapshot: Snapshot) -> Recounted:
    """The measures of a snapshot: each point is taken out and the rest is counted again."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(snapshot.actors)))
    graph.add_edges_from(zip(snapshot.undirected.source.tolist(), snapshot.undirected.target.tolist(), strict=True))
    points = []
    for actor in sorted(nx.articulation_points(graph)):
        rest = graph.subgraph(nx.node_connected_component(graph, actor) - {actor})
        _, *others = sorted(nx.connected_components(rest), key=lambda part: (-len(part), min(part)))
        points.append(CutPoint(actor, sorted(set().union(*others))))
    parts = sorted((tuple(sorted(part)) for part in nx.connected_components(graph)), key=len, reverse=True)
    about = method(
        snapshot, "recounted", definition="", network="U", normalisation="", engine="networkx", engine_version=""
    )
    sectors = snapshot.actors.sectors
    members = {sector: sectors.count(sector) for sector in sorted({sector for sector in sectors if sector is not None})}
    tied = [{sectors[one], sectors[other]} for one, other in graph.edges]
    pairs = tuple(
        SectorPair(one, other, Share(tied.count({one, other}), members[one] * members[other]))
        for one, other in combinations(members, 2)
    )
    left_out = LeftOut(sectors.count(None), sum(None in ends for ends in tied))
    return Recounted(
        Components(tuple(parts), about),
        CutPoints(tuple(points), about),
        SectorPairs(tuple(members), pairs, left_out, about),
    )


@st.composite
def networks(draw: st.DrawFn) -> Snapshot:
    """Any small network with linkers, managers, bodies and seats, some of whose data are not known."""
    letters = draw(st.lists(st.sampled_from(list(SECTORS)), max_size=12))
    ids = [f"{letter}{number:02}" for letter, number in sorted(zip(letters, range(12), strict=False))]
    pairs = [(one, other) for place, one in enumerate(ids) for other in ids[place + 1 :]]
    ties = draw(st.lists(st.sampled_from(pairs), max_size=18)) if pairs else []
    speakers, people = st.sampled_from([*ids, "g99"]), st.sampled_from(["p1", "p2", "p3"])
    bodies = [
        body(f"q{number}", kind)
        for number, kind in enumerate(draw(st.lists(st.sampled_from(list(BodyKind)), max_size=6)))
    ]
    on = st.sampled_from([one.id for one in bodies] or ["q"])
    return network(
        " ".join(ids),
        " ".join(f"{one}-{other}" for one, other in ties),
        linkers=[
            *(draw(st.lists(st.builds(organisation_linker, st.sampled_from(ids)), max_size=3)) if ids else ()),
            *draw(st.lists(st.builds(person_linker, people, st.none() | speakers), max_size=3)),
        ],
        managers=[
            Manager("m1", "คุณผู้จัดการ", "network", "lead", actor, SECTORS[actor[0]])
            for actor in draw(st.lists(speakers, max_size=1))
        ],
        bodies=bodies,
        seats=draw(st.lists(st.builds(seat, on, speakers, st.none() | people), max_size=14)) if bodies else (),
    )


def gaps(snapshot: Snapshot, measures: Measured, thresholds: Thresholds | None = None) -> tuple[Finding, ...]:
    """What the rules of gaps find, in order."""
    numbers = thresholds or Thresholds()
    return in_order(one for rule in RULES_OF_GAPS for one in rule(snapshot, measures, numbers))
