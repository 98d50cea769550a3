"""A crowd in one disc, and how its members push each other apart.

Everything here is relative to the middle of the disc. Each member is its symbol, and with it the box of the label it
was promised and the badge it will bear.
"""

from dataclasses import dataclass
from math import pi, sqrt

import numpy as np
from numpy.typing import NDArray

from network_service.maps.geometry import Flags, Numbers, Points

Places = NDArray[np.intp]
"""Members by their place in the crowd."""
LABEL_HEIGHT = 17.4  # 12 units in a line of 1.45 em
LABEL_DROP = 2.0  # between a symbol and the label under it
_LABEL_AIR = 2.5  # between a label and a symbol
_OVERHANG = 26.0  # how far a label may reach out of its disc
_MARGIN = 5.0  # of the sheet
_BADGE = 11.5  # reach of a badge with air


@dataclass(frozen=True)
class Crowd:
    """The members of one disc: reach of their symbols, where they start, and what they carry.

    `labels` are widths, 0 without one; `badges` says who will bear a number; `fixed` who stays where it is. `sheet`
    holds the two corners of the sheet, from the middle of the disc: no label may leave it.
    """

    radius: float
    sheet: Points
    reach: Numbers
    start: Points
    labels: Numbers
    badges: Flags
    fixed: Flags


class Push:
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
class Symbols:
    """The symbols of a crowd, with their air."""

    reach: Numbers
    ease: Numbers

    def near(self, places: Points, spacing: float) -> tuple[Places, Places]:
        """Pairs that may soon touch: sorted across the disc, each is compared only with those within reach."""
        reach = max(spacing, 2 * float(self.reach.max())) + min(12.0, spacing / 2)
        order = np.argsort(places[:, 0], kind="stable")
        across = places[order, 0]
        counts = np.searchsorted(across, across + reach, side="right") - np.arange(len(across)) - 1
        first = np.repeat(np.arange(len(across)), counts)
        second = first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(counts) - counts, counts)
        close = np.abs(places[order[first], 1] - places[order[second], 1]) < reach
        return order[first[close]], order[second[close]]

    def part(self, push: Push, places: Points, pairs: tuple[Places, Places], spacing: float) -> None:
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
class Boxes:
    """Labels and badges: boxes that move with their owner and keep symbols and other boxes off."""

    owner: Places
    offset: Points
    half: Points
    limit: Numbers
    sheet: Points

    @classmethod
    def of(cls, crowd: Crowd) -> "Boxes":
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
        return cls(table[:, 0].astype(int), table[:, 1:3], table[:, 3:5], limit, crowd.sheet)

    def part(self, push: Push, places: Points, reach: Numbers) -> None:
        """Push symbols out of boxes, and boxes out of each other."""
        if not len(self.owner):
            return
        middles = places[self.owner] + self.offset
        away = places[None, :, :] - middles[:, None, :]
        out = np.abs(away) - self.half[:, None, :]
        side = np.where(away >= 0, 1.0, -1.0)
        apart = np.hypot(*np.maximum(out, 0.0).transpose(2, 0, 1))
        within = np.asarray((out <= 0).all(axis=2))
        # From inside a label the way out is up or down: it is ten times as wide as high.
        lack = reach[None, :] + _LABEL_AIR - np.where(within, out[..., 1], apart)
        lack[np.arange(len(self.owner)), self.owner] = 0.0
        box, symbol = np.nonzero(lack > 0)
        way = np.maximum(out, 0.0)[box, symbol] * side[box, symbol] / np.maximum(apart, 1e-6)[box, symbol, None]
        upright = np.column_stack([np.zeros(len(box)), side[box, symbol, 1]])
        way = np.where(within[box, symbol, None], upright, way)
        push.add(symbol, self.owner[box], way * lack[box, symbol, None])
        self._part_boxes(push, middles)

    def _part_boxes(self, push: Push, middles: Points) -> None:
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
        """How members move whose label reaches too far out of the disc or leaves the sheet."""
        move = np.zeros_like(places)
        middles = places[self.owner] + self.offset
        on_sheet = np.clip(middles, self.sheet[0] + self.half + _MARGIN, self.sheet[1] - self.half - _MARGIN)
        np.add.at(move, self.owner, on_sheet - middles)
        corners = middles + np.where(middles >= 0, self.half, -self.half)
        far = np.hypot(*corners.T)
        over = far > self.limit
        np.add.at(move, self.owner[over], corners[over] * (self.limit[over] / far[over] - 1)[:, None])
        return move
