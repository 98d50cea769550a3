"""Where the sectors' discs lie: as large as the sheet allows, apart, and with few ties running over other sectors.

The discs start as a ring, so that the middle stays open for the ties between them; sectors with many ties between them
are neighbours on it. The ring is turned through a full circle, each turn relaxed until no two discs overlap, and that
turn is taken whose ties run shortest and over the fewest other discs. There is no chance in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from math import pi, sqrt

import numpy as np

from network_service.maps.geometry import Disc, Numbers, Points

HEADING_ROOM = 27.0  # a heading of 16 units in a line of 1.45 em, and air
MARGIN = 10.0
GAP = 34.0  # between discs: labels reach into it, ties pass through it
LEAST_RADIUS, MISSING_RADIUS = 52.0, 46.0
_MOST_PER_MEMBER = 44.0  # radius of a disc of one: three actors need no hall
_FILL = 0.44  # of the sheet; more would close the middle
_TURNS = 48
_STEPS = 220
_SHRINK = 0.96
_CROSSED = 0.6  # of the sheet's width: the price of a tie that runs over a third disc


@dataclass(frozen=True, slots=True)
class Wanted:
    """A disc to be placed: its group, its members, and the width of its heading."""

    group: str
    members: int
    heading_width: float

    def radius(self, per_member: float) -> float:
        """Radius from the root of the members, so that everybody has the same room."""
        least = LEAST_RADIUS if self.members else MISSING_RADIUS
        return max(least, per_member * sqrt(self.members))


def place_discs(
    wanted: Sequence[Wanted], ties: Mapping[tuple[str, str], int], width: float, height: float
) -> dict[str, Disc]:
    """A disc for each group, none overlapping, all on the sheet with room for their headings.

    `ties` counts the ties of each two groups, in either order.
    """
    if not wanted:
        return {}
    pull = _pull(wanted, ties)
    order = _ring_order(pull)
    total = sum(disc.members for disc in wanted)
    per_member = min(_MOST_PER_MEMBER, sqrt(_FILL * width * height / (pi * max(total, 1))))
    while True:
        radii = np.array([disc.radius(per_member) for disc in wanted])
        sheet = _Sheet(radii, np.array([disc.heading_width / 2 for disc in wanted]), width, height)
        turns = sheet.relaxed(sheet.ring(order))
        slack = sheet.slack(turns)
        if slack.max() > -0.5:
            best = min(np.flatnonzero(slack > -0.5), key=lambda turn: sheet.cost(turns[turn], pull))
            return {
                disc.group: Disc(float(x), float(y), float(radius))
                for disc, (x, y), radius in zip(wanted, turns[best], radii, strict=True)
            }
        per_member *= _SHRINK


def free_disc(discs: Sequence[Disc], radius: float, width: float, height: float) -> Disc | None:
    """The freest place for one more disc among others that stay; `None` where there is no room for it."""
    edge = MARGIN + radius
    xs, ys = np.arange(edge, width - edge, 8.0), np.arange(edge + HEADING_ROOM, height - edge, 8.0)
    places = np.stack(np.meshgrid(xs, ys), axis=-1).reshape(-1, 2)
    if not len(places):
        return None
    rooms = [np.hypot(*(places - disc.centre).T) - disc.radius - radius for disc in discs]
    room = np.min(rooms, axis=0) if rooms else np.zeros(len(places))
    best = int(room.argmax())
    if rooms and room[best] < HEADING_ROOM:
        return None
    return Disc(float(places[best, 0]), float(places[best, 1]), radius)


def _pull(wanted: Sequence[Wanted], ties: Mapping[tuple[str, str], int]) -> Numbers:
    """Ties between groups as a matrix, by their root: else the two largest sectors would decide alone."""
    pull = np.zeros((len(wanted), len(wanted)))
    for row, first in enumerate(wanted):
        for column, second in enumerate(wanted):
            if row != column:
                both = ties.get((first.group, second.group), 0) + ties.get((second.group, first.group), 0)
                pull[row, column] = sqrt(both)
    return pull


def _ring_order(pull: Numbers) -> tuple[int, ...]:
    """The order round the ring with the least sum of pull x steps; every order is tried, 20,160 for nine groups."""
    count = len(pull)
    if count < 4:
        return tuple(range(count))
    orders = np.array([(0, *rest) for rest in permutations(range(1, count)) if rest[0] < rest[-1]])
    steps = np.abs(np.subtract.outer(np.arange(count), np.arange(count)))
    steps = np.minimum(steps, count - steps)
    cost = np.zeros(len(orders))
    for first in range(count):
        for second in range(first + 1, count):
            cost += pull[orders[:, first], orders[:, second]] * steps[first, second]
    return tuple(int(place) for place in orders[int(cost.argmin())])


@dataclass(frozen=True)
class _Sheet:
    """Discs of given radii on a sheet; every array of places holds all turns of the ring at once."""

    radii: Numbers
    heading_halves: Numbers
    width: float
    height: float

    def ring(self, order: Sequence[int]) -> Numbers:
        """The discs in order round a rounded rectangle, each with a share of the way as wide as itself."""
        shares = self.radii[list(order)] + GAP / 2
        middles = np.cumsum(shares) - shares / 2
        angles = np.empty(len(order))
        angles[list(order)] = middles / shares.sum() * 2 * pi
        angles = angles[None, :] + np.linspace(0, 2 * pi, _TURNS, endpoint=False)[:, None]
        cosine, sine = np.cos(angles), np.sin(angles)
        places = np.stack([np.sign(cosine) * np.abs(cosine) ** 0.6, np.sign(sine) * np.abs(sine) ** 0.6], axis=-1)
        middle = np.array([self.width / 2, self.height / 2])
        away = np.stack([self.width / 2 - MARGIN - self.radii, self.height / 2 - MARGIN - self.radii], axis=-1)
        return middle + places * away

    def relaxed(self, places: Numbers) -> Numbers:
        """Push overlapping discs apart and back onto the sheet."""
        for _ in range(_STEPS):
            push, _ = self._overlaps(places)
            places = self._held(places + 0.5 * push)
        return places

    def slack(self, places: Numbers) -> Numbers:
        """The smallest room between two discs, by turn; negative where some overlap."""
        _, rooms = self._overlaps(places)
        least: Numbers = rooms.min(axis=(1, 2))
        return least

    def cost(self, places: Points, pull: Numbers) -> float:
        """Length of the ties between discs, and a price for each other disc they run over."""
        cost = 0.0
        for first, second in zip(*np.nonzero(np.triu(pull)), strict=True):
            way = places[second] - places[first]
            length = float(np.hypot(*way))
            share = np.clip(((places - places[first]) @ way) / max(length**2, 1e-9), 0, 1)
            off = np.hypot(*(places - places[first] - share[:, None] * way).T)
            over = (off < self.radii * 0.9).sum() - 2  # the two ends always count
            cost += float(pull[first, second]) * (length + _CROSSED * self.width * max(over, 0))
        return cost

    def _held(self, places: Numbers) -> Numbers:
        """The same places with every disc and its heading on the sheet."""
        sides = np.maximum(self.radii, self.heading_halves) + MARGIN
        low = np.stack([sides, self.radii + MARGIN + HEADING_ROOM], axis=-1)
        high = np.stack([self.width - sides, self.height - MARGIN - self.radii], axis=-1)
        # A sheet too small for a disc holds it in the middle; the next, smaller size will fit.
        return np.where(low <= high, np.clip(places, low, high), (low + high) / 2)

    def _overlaps(self, places: Numbers) -> tuple[Numbers, Numbers]:
        """How each disc is pushed, and the room of each pair. A disc counts with its heading on top of it."""
        lifted = places - (0, HEADING_ROOM / 2)
        reach = np.maximum(self.radii + HEADING_ROOM / 2, np.minimum(self.heading_halves + 4, self.radii + 30))
        away = lifted[:, :, None, :] - lifted[:, None, :, :]
        apart = np.hypot(away[..., 0], away[..., 1])
        count = len(self.radii)
        rooms = apart - (reach[:, None] + reach[None, :] + GAP - HEADING_ROOM / 2)
        rooms[:, np.arange(count), np.arange(count)] = np.inf if count > 1 else 0.0
        lack = np.maximum(-rooms, 0.0)
        lack[:, np.arange(count), np.arange(count)] = 0.0
        push = (away / np.maximum(apart, 1e-9)[..., None] * lack[..., None]).sum(axis=2)
        return push, rooms
