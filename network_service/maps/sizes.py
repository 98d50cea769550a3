"""How large symbols are: area by betweenness, on one scale for the whole map."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor, log10, sqrt

from network_service.maps.geometry import Disc


@dataclass(frozen=True, slots=True)
class ActorFigures:
    """What the map shows of each actor, in the order of the snapshot: betweenness (`None` not known) and ties in U."""

    betweenness: Sequence[float | None]
    degrees: Sequence[int]


@dataclass(frozen=True, slots=True)
class SizeScale:
    """Radius by value: the area grows evenly from that of `smallest` at 0 to that of `largest` at `top`."""

    smallest: float
    largest: float
    top: float

    def radius(self, value: float | None) -> float:
        """Radius of a value; one that is not known is drawn at the smallest size, and said in the table."""
        share = (value or 0.0) / self.top if self.top > 0 else 0.0
        return sqrt(self.smallest**2 + (self.largest**2 - self.smallest**2) * share)

    def times(self, factor: float) -> "SizeScale":
        """The same scale with all radii multiplied."""
        return SizeScale(self.smallest * factor, self.largest * factor, self.top)

    def examples(self) -> tuple[float, ...]:
        """Up to three values for the legend: the top and, in steps a reader can tell apart, what lies below."""
        if self.top <= 0:
            return ()
        return (_two_digits(self.top / 16), _two_digits(self.top / 4), self.top)


_SHARE_OF_SPACING = (0.115, 0.42)  # of the mean distance between members: below it dots, above it they touch
_RADII = ((1.2, 4.6), (2.6, 17.0))  # least and most of the smallest and of the largest radius


def size_scale(values: Sequence[float | None], discs: Mapping[str, Disc], members: Mapping[str, int]) -> SizeScale:
    """The scale that suits the fullest disc: symbols stay apart there, and equal values look equal everywhere."""
    spacing = min((sqrt(discs[group].area / count) for group, count in members.items() if count), default=1e3)
    bounds = zip(_SHARE_OF_SPACING, _RADII, strict=True)
    smallest, largest = (min(max(share * spacing, least), most) for share, (least, most) in bounds)
    return SizeScale(smallest, largest, max((value or 0.0 for value in values), default=0.0))


def _two_digits(value: float) -> float:
    return round(value, 1 - floor(log10(abs(value)))) if value else 0.0
