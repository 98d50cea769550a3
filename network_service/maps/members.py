"""Where the members stand in their sector's disc: evenly, near those they are tied to, and never on one another.

Everything here is relative to the middle of one disc. Each member is its symbol, and with it the box of the label it was
promised and the badge it will bear. They are pushed apart until they are free of each other; what is fixed (isolates
docked at the edge, members with a place from before) pushes but does not move.
"""

from dataclasses import dataclass
from math import asin, cos, pi, sin, sqrt

import numpy as np
from numpy.typing import NDArray

from network_service.maps.geometry import Flags, Numbers, Points

Places = NDArray[np.intp]
"""Members by their place in the crowd."""
AIR = 4.0
"""Room between two symbols."""
EDGE = 5.0
"""Room between a symbol and the edge of its disc."""
LABEL_HEIGHT = 17.4  # 12 units in a line of 1.45 em
LABEL_DROP = 2.0  # between a symbol and the label under it
_LABEL_AIR = 2.5  # between a label and a symbol
_OVERHANG = 26.0  # how far a label may reach out of its disc
_STEPS = 320
_STEPS_OF_MANY, _MANY = 140, 600
_SETTLING = 0.4  # the last share of the steps only parts what overlaps
_STAND = 0.3  # a member with a label moves this much as easily as one without: its room is harder to find again
_RESCUES = 4  # times that symbols caught between labels are taken to the freest place; most discs need one
_GRID = 41
_RENEW = 8  # steps for which one list of neighbours serves
_DOCK = 0.9 * pi  # isolates keep to this arc of the edge, away from the middle of the map
_BADGE = 11.5  # reach of a badge with air


@dataclass(frozen=True)
class Crowd:
    """The members of one disc: reach of their symbols, where they start, and what they carry.

    `labels` are widths, 0 without one; `badges` says who will bear a number; `fixed` who stays where it is.
    """

    radius: float
    reach: Numbers
    start: Points
    labels: Numbers
    badges: Flags
    fixed: Flags


def dock(radius: float, reach: Numbers, facing: float, *, alone: bool, air: float) -> Points:
    """Places side by side at the disc's edge around the angle `facing`, in as many rows as it takes, outermost first.

    `alone` uses the whole circle, where there is nobody else in the disc.
    """
    places: list[tuple[float, float]] = []
    squeeze = 1.0
    while len(places) < len(reach):
        places = []
        largest = float(reach.max())
        pitch = (2 * largest + air) * squeeze
        row = radius - EDGE - largest
        while len(places) < len(reach) and row > pitch / 2:
            step = 2 * asin(min(1.0, pitch / 2 / row))
            room = int((2 * pi if alone else _DOCK) / step)
            count = min(room, len(reach) - len(places))
            angles = facing + (np.arange(count) - (count - 1) / 2) * step
            places += [(row * cos(angle), row * sin(angle)) for angle in angles]
            row -= pitch
        if len(places) < len(reach) and row > -pitch / 2:
            places.append((0.0, 0.0))
        squeeze *= 0.9
    return np.array(places[: len(reach)]).reshape(-1, 2)


def evened(points: Points, radius: float) -> Points:
    """The same points spread over a disc so that every ring of it holds its share, angles kept."""
    if len(points) == 0:
        return points
    centred = points - points.mean(axis=0)
    far = np.hypot(*centred.T)
    order = np.lexsort((np.arange(len(far)), far))
    rank = np.empty(len(far))
    rank[order] = np.arange(len(far))
    wanted = radius * np.sqrt((rank + 0.5) / len(far))
    # Points on the very middle have no angle; the golden angle gives each its own.
    angles = np.where(far > 1e-9, np.arctan2(centred[:, 1], centred[:, 0]), rank * pi * (3 - sqrt(5)))
    return np.column_stack([wanted * np.cos(angles), wanted * np.sin(angles)])


def spread(crowd: Crowd) -> Points:
    """Places of all members: near where they start, evenly apart, inside the disc."""
    if not len(crowd.reach):
        return crowd.start
    ease = np.where(crowd.fixed, 0.0, np.where(crowd.labels > 0, _STAND, 1.0))
    symbols, boxes = _Symbols(crowd.reach + AIR / 2, ease), _Boxes.of(crowd)
    steps = _STEPS if len(crowd.reach) <= _MANY else _STEPS_OF_MANY
    places = _relaxed(crowd, crowd.start, symbols, boxes, steps)
    for _ in range(_RESCUES):
        caught = [member for member in boxes.covered(places, crowd.reach) if ease[member] > 0]
        if not caught:
            break
        for member in caught:
            places[member] = _freest(member, places, crowd, boxes)
        places = _relaxed(crowd, places, symbols, boxes, _STEPS // 4)
    return places


def _relaxed(crowd: Crowd, start: Points, symbols: "_Symbols", boxes: "_Boxes", steps: int) -> Points:
    """The places after some steps of pushing, the last of which only part what overlaps."""
    spacing = 0.92 * sqrt(pi * crowd.radius**2 / len(crowd.reach))
    loose = (symbols.ease > 0)[:, None]
    places = start.copy()
    pairs = symbols.near(places, spacing)
    for step in range(steps):
        settling = step >= steps * (1 - _SETTLING)
        if step % _RENEW == 0:
            pairs = symbols.near(places, spacing)
        push = _Push(len(places), symbols.ease)
        symbols.part(push, places, pairs, 0.0 if settling else spacing)
        boxes.part(push, places, crowd.reach)
        move = push.mean() + boxes.pulled_in(places)
        if not settling:
            move += 0.015 * loose * (start - places)
        places = _held(places + move, crowd)
    return places


def _freest(member: int, places: Points, crowd: Crowd, boxes: "_Boxes") -> Points:
    """The place in the disc with the most room for a member that another's label has caught, and for its own label."""
    reach, width = float(crowd.reach[member]), float(crowd.labels[member])
    steps = np.linspace(-crowd.radius, crowd.radius, _GRID)
    spots = np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2)
    spots = spots[np.hypot(*spots.T) <= max(crowd.radius - EDGE - reach, crowd.radius / _GRID * 2)]
    parts = [(0.0, 0.0, reach)]
    if width:
        drop = reach + LABEL_DROP + LABEL_HEIGHT / 2
        parts += [(share * width, drop, LABEL_HEIGHT / 2) for share in (-0.42, -0.21, 0.0, 0.21, 0.42)]
    others = np.arange(len(places)) != member
    room = np.full(len(spots), np.inf)
    for across, down, need in parts:
        points = spots + (across, down)
        room = np.minimum(room, boxes.room_at(points, places, member) - need)
        for place, other in zip(places[others], crowd.reach[others], strict=True):
            room = np.minimum(room, np.hypot(*(points - place).T) - other - need)
    best: Points = spots[int(room.argmax())]
    return best


def _held(places: Points, crowd: Crowd) -> Points:
    """The same places with every symbol that may move inside the disc."""
    limit = np.maximum(crowd.radius - EDGE - crowd.reach, 0.0)
    far = np.hypot(*places.T)
    over = (far > limit) & ~crowd.fixed
    places[over] *= (limit[over] / far[over])[:, None]
    return places


class _Push:
    """The sum of all pushes of one step, shared between the two that touch by how easily each moves."""

    def __init__(self, count: int, ease: Numbers) -> None:
        self._ease = ease
        self._sum = np.zeros((count, 2))
        self._hits = np.zeros(count)

    def add(self, first: Places, second: Places, vector: Points) -> None:
        """Push members `first` along the vectors and `second` against them."""
        both = self._ease[first] + self._ease[second]
        share = np.divide(self._ease[first], both, out=np.zeros(len(both)), where=both > 0)
        other = np.divide(self._ease[second], both, out=np.zeros(len(both)), where=both > 0)
        np.add.at(self._sum, first, vector * share[:, None])
        np.add.at(self._sum, second, -vector * other[:, None])
        np.add.at(self._hits, first, 1.0)
        np.add.at(self._hits, second, 1.0)

    def mean(self) -> Points:
        """How each member moves: between the sum, which overshoots in a crowd, and the mean, which hardly moves."""
        moved: Points = self._sum * (1.5 / np.maximum(np.sqrt(self._hits), 1.5))[:, None]
        return moved


@dataclass(frozen=True)
class _Symbols:
    """The symbols of a crowd, with their air."""

    reach: Numbers
    ease: Numbers

    def near(self, places: Points, spacing: float) -> tuple[Places, Places]:
        """Pairs that may come to touch within the next steps; in strips, as all pairs of 5,000 would not fit at once."""
        firsts, seconds = [], []
        for start in range(0, len(places), 512):
            strip = places[start : start + 512]
            apart = np.hypot(*(strip[:, None, :] - places[None, :, :]).transpose(2, 0, 1))
            wanted = np.maximum(self.reach[start : start + 512, None] + self.reach[None, :], spacing)
            first, second = np.nonzero(apart < wanted + 12.0)
            first += start
            firsts.append(first[first < second])
            seconds.append(second[first < second])
        return np.concatenate(firsts), np.concatenate(seconds)

    def part(self, push: _Push, places: Points, pairs: tuple[Places, Places], spacing: float) -> None:
        """Push symbols off each other, and softly to the spacing at which all are even."""
        first, second = pairs
        away = places[first] - places[second]
        apart = np.hypot(*away.T)
        # Two on one spot are parted along an angle of their own, the same on every run.
        angle = (first * 0.754877 + second * 0.569840) * 2 * pi
        own_way = np.column_stack([np.cos(angle), np.sin(angle)])
        way = np.where((apart < 1e-6)[:, None], own_way, away / np.maximum(apart, 1e-6)[:, None])
        lack = np.maximum(self.reach[first] + self.reach[second] - apart, 0.25 * (spacing - apart))
        touch = lack > 0
        push.add(first[touch], second[touch], way[touch] * lack[touch, None])


@dataclass(frozen=True)
class _Boxes:
    """Labels and badges: boxes that move with their owner and keep symbols and other boxes off."""

    owner: Places
    offset: Points
    half: Points
    limit: Numbers

    @classmethod
    def of(cls, crowd: Crowd) -> "_Boxes":
        """The boxes of a crowd: a label hangs under its symbol, a badge sits at its upper right."""
        rows: list[tuple[int, float, float, float, float]] = []
        for member, reach in enumerate(crowd.reach.tolist()):
            if crowd.labels[member]:
                drop = reach + LABEL_DROP + LABEL_HEIGHT / 2
                rows.append((member, 0.0, drop, float(crowd.labels[member]) / 2, LABEL_HEIGHT / 2))
            if crowd.badges[member]:
                away = (reach + _BADGE + 5) * sqrt(0.5)
                rows.append((member, away, -away, _BADGE, _BADGE))
        table = np.array(rows, dtype=float).reshape(-1, 5)
        corner = np.hypot(np.abs(table[:, 1]) + table[:, 3], np.abs(table[:, 2]) + table[:, 4])
        # A label wider than its disc reaches out on both sides alike.
        limit = np.maximum(crowd.radius + _OVERHANG, corner)
        return cls(table[:, 0].astype(int), table[:, 1:3], table[:, 3:5], limit)

    def part(self, push: _Push, places: Points, reach: Numbers) -> None:
        """Push symbols out of boxes, and boxes out of each other."""
        if not len(self.owner):
            return
        middles = places[self.owner] + self.offset
        away = places[None, :, :] - middles[:, None, :]
        out = np.abs(away) - self.half[:, None, :]
        side = np.where(away >= 0, 1.0, -1.0)
        apart = np.hypot(*np.maximum(out, 0.0).transpose(2, 0, 1))
        inside = (out <= 0).all(axis=2)
        # From inside a label the way out is up or down: it is ten times as wide as high.
        lack = reach[None, :] + _LABEL_AIR - np.where(inside, out[..., 1], apart)
        lack[np.arange(len(self.owner)), self.owner] = 0.0
        box, symbol = np.nonzero(lack > 0)
        way = np.maximum(out, 0.0)[box, symbol] * side[box, symbol] / np.maximum(apart, 1e-6)[box, symbol, None]
        way[inside[box, symbol]] = [0.0, 1.0]
        way[inside[box, symbol], 1] = side[box, symbol][inside[box, symbol], 1]
        push.add(symbol, self.owner[box], way * lack[box, symbol, None])
        self._part_boxes(push, middles)

    def _part_boxes(self, push: _Push, middles: Points) -> None:
        """Push overlapping boxes of different members apart along the shorter way out."""
        away = middles[:, None, :] - middles[None, :, :]
        lack = self.half[:, None, :] + self.half[None, :, :] + _LABEL_AIR - np.abs(away)
        first, second = np.nonzero((lack > 0).all(axis=2))
        keep = (first < second) & (self.owner[first] != self.owner[second])
        first, second = first[keep], second[keep]
        deep = lack[first, second]
        way = np.where(away[first, second] >= 0, 1.0, -1.0)
        across = deep[:, 0] < deep[:, 1]
        vector = np.where(across[:, None], way * deep * [1.0, 0.0], way * deep * [0.0, 1.0])
        push.add(self.owner[first], self.owner[second], vector)

    def covered(self, places: Points, reach: Numbers) -> list[int]:
        """The members whose symbol lies under a box of another."""
        middles = places[self.owner] + self.offset
        found: set[int] = set()
        for owner, middle, half in zip(self.owner.tolist(), middles, self.half, strict=True):
            away = np.maximum(np.abs(places - middle) - half, 0.0)
            found |= set(np.flatnonzero(np.hypot(*away.T) < reach + 1.0).tolist()) - {owner}
        return sorted(found)

    def room_at(self, spots: Points, places: Points, member: int) -> Numbers:
        """Room to the nearest box at each spot, but for the boxes of a member itself."""
        room = np.full(len(spots), np.inf)
        others = self.owner != member
        middles = (places[self.owner] + self.offset)[others]
        for middle, half in zip(middles, self.half[others], strict=True):
            room = np.minimum(room, np.hypot(*np.maximum(np.abs(spots - middle) - half, 0.0).T))
        return room

    def pulled_in(self, places: Points) -> Points:
        """How members move whose label reaches too far out of the disc."""
        move = np.zeros_like(places)
        middles = places[self.owner] + self.offset
        corners = middles + np.where(middles >= 0, self.half, -self.half)
        far = np.hypot(*corners.T)
        over = far > self.limit
        np.add.at(move, self.owner[over], corners[over] * (self.limit[over] / far[over] - 1)[:, None])
        return move
