"""Places for everybody: discs of sectors, members in them, and what is kept of the places of an earlier map."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import atan2, dist, sqrt

import numpy as np

from network_service.analysis.layout import force_layout
from network_service.maps.crowd import Crowd
from network_service.maps.discs import (
    HEADING_ROOM,
    LEAST_RADIUS,
    MARGIN,
    MISSING_RADIUS,
    free_disc,
    place_discs,
)
from network_service.maps.geometry import Disc, Flags, Numbers, Points
from network_service.maps.members import AIR, EDGE, dock, evened, spread
from network_service.maps.scene import HEIGHT, WIDTH, Scene
from network_service.maps.sizes import SizeScale, size_scale
from network_service.snapshot.model import index_array

Positions = Mapping[str, tuple[float, float]]
"""Places by actor id; two more a disc, its middle as `disc:GROUP` and a place on its edge as `rim:GROUP`."""

_DISC, _RIM = "disc:", "rim:"
_OUTWARD = 0.35  # of the disc's radius: how far members with ties to other sectors lean towards them
_LEAST_AIR = 1.5  # between two symbols, where the map is too full for `AIR`
_LEAST_GAP = 8.0  # between two discs, one of which has grown
_RING_AIR = 12.0  # more room between docked isolates: each may get a ring


@dataclass(frozen=True)
class Placement:
    """Where the discs and the actors are, and how large the symbols may be drawn."""

    discs: dict[str, Disc]
    places: Points
    scale: SizeScale
    radii: Numbers

    def positions(self, ids: tuple[str, ...]) -> dict[str, tuple[float, float]]:
        """The places used, to be stored and given back."""
        found = {actor: (float(x), float(y)) for actor, (x, y) in zip(ids, self.places, strict=True)}
        for group, disc in self.discs.items():
            found[_DISC + group] = disc.centre
            found[_RIM + group] = (disc.x + disc.radius, disc.y)
        return found


def place(scene: Scene, stored: Positions | None) -> Placement:
    """Places of the whole scene; with stored ones, every actor still in its disc stays where it was."""
    discs = _kept_discs(scene, stored or {})
    if discs is None:
        stored = {}
        discs = place_discs(scene.wanted(), scene.ties_between, WIDTH, HEIGHT)
    scale = size_scale(scene.values, discs, scene.counts)
    reach = np.array([scale.radius(value) for value in scene.values]) * scene.stretch
    places, known = _stored_places(scene, stored or {}, discs, reach)
    for group, disc in discs.items():
        actors = scene.members[group]
        if len(actors):
            crowd = _crowd(scene, discs, group, reach, places, known)
            places[actors] = spread(crowd) + disc.centre
    scale = scale.times(_shrink(scene, places, reach, discs))
    radii = np.array([scale.radius(value) for value in scene.values])
    return Placement(discs, places, scale, radii)


def _kept_discs(scene: Scene, stored: Positions) -> dict[str, Disc] | None:
    """The stored discs, grown with their members and joined by new ones; `None` where they no longer serve."""
    discs: dict[str, Disc] = {}
    for group in scene.order:
        if _DISC + group in stored and _RIM + group in stored:
            middle = stored[_DISC + group]
            discs[group] = Disc(*middle, dist(middle, stored[_RIM + group]))
    if not discs:
        return None
    for group in scene.order:
        others = [disc for name, disc in discs.items() if name != group]
        if group not in discs:
            least = LEAST_RADIUS if scene.counts[group] else MISSING_RADIUS
            free = free_disc(others, least, WIDTH, HEIGHT)
            if free is None:
                return None
            discs[group] = free
        elif scene.counts[group]:
            before = sum(scene.ids[actor] in stored for actor in scene.members[group])
            discs[group] = _grown(discs[group], before, scene.counts[group], others)
    return discs


def _grown(disc: Disc, before: int, now: int, others: list[Disc]) -> Disc:
    """The disc, larger by what its new members need and its neighbours leave."""
    wanted = disc.radius * sqrt(now / before) if 0 < before < now else disc.radius
    wanted = max(wanted, LEAST_RADIUS)
    rooms = [disc.gap_to(other) - _LEAST_GAP for other in others]
    edges = (disc.x, WIDTH - disc.x, disc.y - HEADING_ROOM, HEIGHT - disc.y)
    rooms += [edge - disc.radius - MARGIN / 2 for edge in edges]
    return Disc(disc.x, disc.y, max(disc.radius, min(wanted, disc.radius + min(rooms))))


def _stored_places(scene: Scene, stored: Positions, discs: dict[str, Disc], reach: Numbers) -> tuple[Points, Flags]:
    """The stored places of actors that are still in their disc, and which those are."""
    places, known = np.zeros((len(scene.ids), 2)), np.zeros(len(scene.ids), dtype=bool)
    for actor, (name, group) in enumerate(zip(scene.ids, scene.groups, strict=True)):
        if name in stored and dist(stored[name], discs[group].centre) + min(reach[actor], EDGE) <= discs[group].radius:
            places[actor] = stored[name]
            known[actor] = True
    return places, known


def _crowd(scene: Scene, discs: dict[str, Disc], group: str, reach: Numbers, places: Points, known: Flags) -> Crowd:
    """The members of a disc with their starting places, relative to its middle."""
    disc, actors = discs[group], scene.members[group]
    old, alone = known[actors], scene.isolated[actors]
    sheet = np.array([[0.0, 0.0], [WIDTH, HEIGHT]]) - disc.centre
    if old.any():
        start = np.array([_joining(scene, actor, disc, places, known) for actor in actors]).reshape(-1, 2)
        start[old] = places[actors][old] - disc.centre
        nothing = np.zeros(len(actors))
        return Crowd(disc.radius, sheet, reach[actors], start, nothing, nothing > 0, old)
    start = np.zeros((len(actors), 2))
    start[~alone] = _by_ties(scene, discs, group, actors[~alone])
    if alone.any():
        facing = atan2(disc.y - HEIGHT / 2, disc.x - WIDTH / 2)
        air = _RING_AIR if alone.sum() * 24 < 3 * disc.radius else AIR
        start[alone] = dock(disc.radius, reach[actors][alone], facing, alone=bool(alone.all()), air=air)
    return Crowd(disc.radius, sheet, reach[actors], start, scene.labels[actors], scene.badges[actors] & ~alone, alone)


def _by_ties(scene: Scene, discs: dict[str, Disc], group: str, actors: np.ndarray) -> Points:
    """Members of a disc by their ties: among themselves by force, leaning towards the sectors they are tied to."""
    disc = discs[group]
    own = np.full(len(scene.ids), -1)
    own[actors] = np.arange(len(actors))
    inside = (own[scene.source] >= 0) & (own[scene.target] >= 0)
    ends = index_array(own[scene.source[inside]]), index_array(own[scene.target[inside]])
    drawn = evened(np.array(force_layout(len(actors), *ends, seed=scene.seed)).reshape(-1, 2), disc.radius - EDGE)
    for row, actor in enumerate(actors):
        others = [discs[scene.groups[other]].centre for other in scene.neighbours[actor]]
        away = np.array([centre for centre in others if centre != disc.centre]).reshape(-1, 2) - disc.centre
        if len(away):
            lean = (away / np.hypot(*away.T)[:, None]).sum(axis=0) / len(others)
            drawn[row] += _OUTWARD * disc.radius * lean
    return evened(drawn, disc.radius - EDGE)


def _joining(scene: Scene, actor: int, disc: Disc, places: Points, known: Flags) -> Points:
    """Where a new actor starts: the mean of its neighbours' places, drawn into its disc; without any, at the edge."""
    around = [places[other] for other in scene.neighbours[actor] if known[other]]
    if not around:
        outward = np.array([disc.x - WIDTH / 2, disc.y - HEIGHT / 2])
        length = float(np.hypot(*outward))
        edge: Points = outward / length * disc.radius if length > 1 else np.array([0.0, disc.radius])
        return edge
    mean = np.mean(around, axis=0) - disc.centre
    far = float(np.hypot(*mean))
    drawn: Points = mean if far < disc.radius else mean / far * disc.radius
    return drawn


def _shrink(scene: Scene, places: Points, reach: Numbers, discs: dict[str, Disc]) -> float:
    """By how much all symbols must shrink for none to touch another or leave its disc; 1 where none does."""
    factor = 1.0
    for group, actors in scene.members.items():
        own, spots = reach[actors], places[actors]
        for row in range(len(actors) - 1):
            apart = np.hypot(*(spots[row + 1 :] - spots[row]).T)
            air = np.minimum(_LEAST_AIR, apart / 4)
            factor = min(factor, float(((apart - air) / (own[row] + own[row + 1 :])).min()))
        if len(actors):
            edge = discs[group].radius - np.hypot(*(spots - discs[group].centre).T)
            factor = min(factor, float((np.maximum(edge, 1.0) / own).min()))
    return factor
