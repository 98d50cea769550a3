"""Discs and boxes on the sheet, and whether they touch."""

from dataclasses import dataclass
from math import dist, hypot, pi

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""Places as rows (x, y)."""
Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle on the sheet."""

    x: float
    y: float
    radius: float

    @property
    def area(self) -> float:
        """Its area."""
        return pi * self.radius**2

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle."""
        return self.x, self.y

    def gap_to(self, other: "Disc") -> float:
        """Room between two discs; negative where they overlap."""
        return dist(self.centre, other.centre) - self.radius - other.radius


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle by its middle."""

    x: float
    y: float
    width: float
    height: float

    def touches(self, other: "Box", room: float = 0.0) -> bool:
        """Whether two boxes overlap or come nearer than `room` on both axes."""
        return (
            abs(self.x - other.x) < (self.width + other.width) / 2 + room
            and abs(self.y - other.y) < (self.height + other.height) / 2 + room
        )

    def gap_to(self, disc: Disc) -> float:
        """Room between the box and a disc; negative where they overlap."""
        across = max(abs(disc.x - self.x) - self.width / 2, 0.0)
        down = max(abs(disc.y - self.y) - self.height / 2, 0.0)
        return hypot(across, down) - disc.radius

    def gaps_to(self, places: Points, reach: Numbers) -> Numbers:
        """Room between the box and many discs at once."""
        away = np.abs(places - (self.x, self.y)) - (self.width / 2, self.height / 2)
        gaps: Numbers = np.hypot(*np.maximum(away, 0.0).T) - reach
        return gaps

    def inside(self, width: float, height: float, margin: float) -> bool:
        """Whether the box lies on a sheet of the given size, `margin` from its edges."""
        return (
            self.width / 2 + margin <= self.x <= width - self.width / 2 - margin
            and self.height / 2 + margin <= self.y <= height - self.height / 2 - margin
        )


def curve(start: tuple[float, float], end: tuple[float, float], bend: float, shares: Numbers) -> Points:
    """Points of a bent line (`MapEdge.bend`) at shares 0..1 of the way."""
    first, last = np.asarray(start), np.asarray(end)
    along = last - first
    control = (first + last) / 2 + bend * np.array([along[1], -along[0]])
    way = shares[:, None]
    points: Points = (1 - way) ** 2 * first + 2 * way * (1 - way) * control + way**2 * last
    return points
