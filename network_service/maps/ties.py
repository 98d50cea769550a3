"""How ties are drawn: pale in its colour inside a sector, curved and grey between sectors, fainter where many."""

from collections.abc import Sequence
from math import hypot, sqrt

from network_service.maps.geometry import Points
from network_service.maps.palette import ACROSS_COLOUR, colour_of
from network_service.snapshot.model import Edges
from visualizations.map_model import MapEdge

_INSIDE = (0.12, 0.42, 5.0)  # least and most opacity, and the one at a single tie before the bounds
_ACROSS = (0.05, 0.5, 5.0)  # 300 ties are drawn at 0.29, 1,500 at 0.13, 15,000 at 0.05
_TOWARDS_MIDDLE = 0.3  # of the way from the straight line to the middle of the sheet
_BENDS = (0.05, 0.24)


def draw_ties(
    edges: Edges, rows: Sequence[int], groups: Sequence[str], places: Points, middle: tuple[float, float]
) -> tuple[MapEdge, ...]:
    """The ties as edges between the nodes' rows; those inside sectors first, so that they lie underneath."""
    pairs = list(zip(edges.source.tolist(), edges.target.tolist(), strict=True))
    inside = [pair for pair in pairs if groups[pair[0]] == groups[pair[1]]]
    across = [pair for pair in pairs if groups[pair[0]] != groups[pair[1]]]
    pale, grey = opacity(len(inside), _INSIDE), opacity(len(across), _ACROSS)
    drawn = [
        MapEdge(rows[first], rows[second], colour_of(groups[first]), pale, 1.0, inside=True) for first, second in inside
    ]
    for first, second in across:
        bend = _bend(tuple(places[first]), tuple(places[second]), middle)
        drawn.append(MapEdge(rows[first], rows[second], ACROSS_COLOUR, grey, 1.0, inside=False, bend=bend))
    return tuple(drawn)


def opacity(count: int, bounds: tuple[float, float, float] = _ACROSS) -> float:
    """Opacity of one tie among many: the ink of all grows with the root of their number."""
    least, most, single = bounds
    return round(min(max(single / sqrt(max(count, 1)), least), most), 3)


def _bend(start: tuple[float, ...], end: tuple[float, ...], middle: tuple[float, float]) -> float:
    """The bend that draws a tie towards the middle of the sheet, where no disc lies."""
    along, down = end[0] - start[0], end[1] - start[1]
    length = hypot(along, down)
    if length == 0:
        return 0.0
    off = (middle[0] - (start[0] + end[0]) / 2, middle[1] - (start[1] + end[1]) / 2)
    leftwards = (off[0] * down - off[1] * along) / length
    least, most = _BENDS
    share = _TOWARDS_MIDDLE * leftwards / length
    size = min(max(abs(share), least), most)
    return round(size if share >= 0 else -size, 3)
