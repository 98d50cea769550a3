"""The overlay: up to ten findings as numbered marks on the map, in the order of the findings; isolates all ringed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, dist, pi, sin

import numpy as np

from network_service.findings.finding import Finding
from network_service.findings.wording import sentence, severity_word
from network_service.maps.geometry import Box, Disc, Numbers, Points, curve
from network_service.messages import Messages
from visualizations.map_model import BADGE_RADIUS, DashedLine, GapMark

MOST_MARKS = 10
"""More numbers than this nobody follows from the list to the map and back."""
_MOST_BADGES = 6
_WITHOUT_TIES = "sector_pair_without_ties"
"""The rule whose two sectors are joined by a broken line; a pair that is only thin has lines of its own already."""
RING_ROOM = 5.0
"""Between a symbol and the ring around it."""
_AIR = 2.0
_BENDS = (0.0, 0.12, -0.12, 0.22, -0.22, 0.34, -0.34, 0.46, -0.46)
_SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)
_SAMPLES = np.linspace(0.0, 1.0, 41)


@dataclass(frozen=True, slots=True)
class Choice:
    """A finding that can be shown: the two sectors, the one sector, or the actors it is about."""

    number: int
    finding: Finding
    sectors: tuple[str, ...]
    actors: tuple[int, ...]

    @property
    def badged(self) -> tuple[int, ...]:
        """The actors that bear the number: all of a few, the first of many."""
        return self.actors if len(self.actors) <= _MOST_BADGES else self.actors[:1]


def choose(findings: Iterable[Finding], index: Mapping[str, int], groups: Iterable[str]) -> tuple[Choice, ...]:
    """The findings that have a place on this map, by their number in the whole list, so that "number 5" is one thing.

    What is about bodies or people has no place here, and is left to the list.
    A finding about actors is marked at the actors; only one that names no actor on the map is marked at its sectors.
    """
    shown = set(groups)
    chosen: list[Choice] = []
    for number, finding in enumerate(findings, start=1):
        actors = tuple(index[subject.id] for subject in finding.subjects if subject.id in index)
        sectors = tuple(subject.id for subject in finding.subjects if subject.kind == "sector" and subject.id in shown)
        if actors:
            sectors = ()
        if len(sectors) == 2 and finding.rule != _WITHOUT_TIES:
            continue
        if (actors or 1 <= len(sectors) <= 2) and len(chosen) < MOST_MARKS:
            chosen.append(Choice(number, finding, sectors, actors))
    return tuple(chosen)


def standing_apart(
    findings: Iterable[Finding], choices: Iterable[Choice], index: Mapping[str, int], isolated: Sequence[bool]
) -> tuple[int, ...]:
    """The actors without a tie whose finding has no number here: they are ringed all the same.

    Ten numbers can be followed; a dashed ring needs no number, and who has none would look as if he were tied.
    """
    numbered = {actor for choice in choices for actor in choice.actors}
    named = dict.fromkeys(subject.id for finding in findings for subject in finding.subjects)
    found = (index[one] for one in named if one in index)
    return tuple(actor for actor in found if isolated[actor] and actor not in numbered)


@dataclass(frozen=True)
class Ground:
    """What marks must not cover, and where they point."""

    places: Points
    reach: Numbers
    discs: Mapping[str, Disc]
    headings: Mapping[str, Box]
    groups: Sequence[str]
    isolated: Sequence[bool]
    width: float
    height: float


def place_marks(
    choices: Sequence[Choice], ground: Ground, rows: Sequence[int], messages: Messages
) -> tuple[GapMark, ...]:
    """The marks with badges that cover no symbol, no heading and no other badge."""
    marks: list[GapMark] = []
    taken: list[Box] = []
    for choice in choices:
        line = _line(choice, ground) if len(choice.sectors) == 2 else None
        spots: list[tuple[float, float]] = []
        for candidates in _badge_places(choice, ground, line):
            spots.append(max(candidates, key=lambda spot: min(_clearance(spot, ground, taken), 0.0)))
            taken.append(_badge_box(spots[-1]))
        alone = all(ground.isolated[actor] for actor in choice.actors)
        ringed = tuple(rows[actor] for actor in choice.actors)
        text, rank = sentence(choice.finding, messages), severity_word(choice.finding.severity, messages)
        marks.append(GapMark(choice.number, text, rank, tuple(spots), BADGE_RADIUS, line, ringed, alone))
    return tuple(marks)


def badge_boxes(mark: GapMark) -> list[Box]:
    """The room of a mark's badges, which labels must not cover."""
    return [_badge_box(spot) for spot in mark.badges]


def line_points(mark: GapMark) -> Points:
    """Points along a mark's line, which labels must not cover."""
    if mark.line is None:
        return np.zeros((0, 2))
    line = mark.line
    return curve((line.x1, line.y1), (line.x2, line.y2), line.bend, _SAMPLES)


def _line(choice: Choice, ground: Ground) -> DashedLine:
    """From edge to edge of two discs, bent as little as keeps it off the other discs and headings."""
    first, second = (ground.discs[sector] for sector in choice.sectors)
    others = [disc for name, disc in ground.discs.items() if name not in choice.sectors]
    boxes = list(ground.headings.values())

    def bent(bend: float) -> DashedLine:
        way = curve(first.centre, second.centre, bend, np.array([0.02, 0.98]))
        ends = []
        for disc, near in ((first, way[0]), (second, way[1])):
            towards = near - disc.centre
            ends.append(np.array(disc.centre) + towards / np.hypot(*towards) * (disc.radius + 3))
        (x1, y1), (x2, y2) = ends
        return DashedLine(float(x1), float(y1), float(x2), float(y2), bend)

    def over(line: DashedLine) -> float:
        way = curve((line.x1, line.y1), (line.x2, line.y2), line.bend, _SAMPLES)
        deep = sum(float(np.maximum(disc.radius + 6 - np.hypot(*(way - disc.centre).T), 0).sum()) for disc in others)
        off_sheet = (way < 4).any(axis=1) | (way > (ground.width - 4, ground.height - 4)).any(axis=1)
        hidden = sum(int((box.gaps_to(way, np.zeros(len(way))) <= 0).sum()) for box in boxes)
        return deep + 120.0 * hidden + 1000.0 * int(off_sheet.sum())

    return min((bent(bend) for bend in _BENDS), key=over)


def _badge_places(choice: Choice, ground: Ground, line: DashedLine | None) -> list[list[tuple[float, float]]]:
    """For each badge of a mark the places it may take, the best first."""
    if line is not None:
        way = curve((line.x1, line.y1), (line.x2, line.y2), line.bend, np.array(_SHARES))
        return [[(float(x), float(y)) for x, y in way]]
    if choice.sectors:
        box, step = ground.headings[choice.sectors[0]], 2 * BADGE_RADIUS + 3
        offs = [box.width / 2 + BADGE_RADIUS + 4 + number * step for number in range(4)]
        return [[(box.x + side * off, box.y) for side in (1, -1) for off in offs]]
    return [list(_around(actor, ground)) for actor in choice.badged]


def _badge_box(spot: tuple[float, float]) -> Box:
    return Box(*spot, 2 * BADGE_RADIUS, 2 * BADGE_RADIUS)


def _around(actor: int, ground: Ground) -> Iterable[tuple[float, float]]:
    """Places around an actor: for an isolate from the edge of its disc outwards, else from the upper right."""
    x, y = map(float, ground.places[actor])
    disc = ground.discs[ground.groups[actor]]
    outward = np.arctan2(y - disc.y, x - disc.x) if ground.isolated[actor] else -pi / 4
    for further in (0.0, 5.0, 10.0, 18.0, 28.0):
        away = float(ground.reach[actor]) + RING_ROOM + BADGE_RADIUS + 1 + further
        for turn in range(16):
            angle = outward + (turn + 1) // 2 * (pi / 8) * (1 if turn % 2 else -1)
            yield x + away * cos(angle), y + away * sin(angle)


def _clearance(place: tuple[float, float], ground: Ground, taken: Sequence[Box]) -> float:
    """Room around a badge; below 0 it would cover something or leave the sheet."""
    edge = min(place[0], place[1], ground.width - place[0], ground.height - place[1]) - BADGE_RADIUS - _AIR
    symbols = np.hypot(*(ground.places - place).T) - ground.reach - BADGE_RADIUS - _AIR
    disc = Disc(*place, BADGE_RADIUS)
    boxes = [box.gap_to(disc) - _AIR for box in ground.headings.values()]
    badges = [dist(place, (box.x, box.y)) - 2 * BADGE_RADIUS - _AIR for box in taken]
    return min([edge, *boxes, *badges, float(symbols.min(initial=np.inf))])
