"""Which names are written, and where: the most important first, and only where nothing else is."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from network_service.maps.crowd import LABEL_DROP, LABEL_HEIGHT
from network_service.maps.geometry import Box, Disc, Flags, Numbers, Points
from network_service.maps.lettering import shorten, text_width
from visualizations.map_model import LABEL_SIZE, Label

MOST_LABELS = 32
"""More would make a wall of text; the table and the tooltips name everybody."""
ROOM = 148.0
"""The widest label."""
_TRIED = 400  # beyond these nobody is important enough to look for room
_AIR = 1.0
_MARGIN = 4.0


def label_text(name: str, province: str | None = None) -> str:
    """The name as a label shows it: too wide, it gives up the name of the province that all share, then it is cut."""
    if province is not None and text_width(name, LABEL_SIZE) > ROOM:
        name = " ".join(name.replace(province, " ").split()) or name
    return shorten(name, ROOM, LABEL_SIZE)


def by_importance(values: Sequence[float | None], degrees: Sequence[int], ids: Sequence[str]) -> list[int]:
    """Actors by betweenness, then ties, then id."""
    return sorted(range(len(ids)), key=lambda actor: (-(values[actor] or 0.0), -degrees[actor], ids[actor]))


def in_label_order(importance: Sequence[int], groups: Sequence[str], isolated: Flags) -> list[int]:
    """Who gets a label first: the most important of each sector, so that every sector has a name, then all others."""
    first: dict[str, int] = {}
    for actor in importance:
        if not isolated[actor]:
            first.setdefault(groups[actor], actor)
    chosen = set(first.values())
    return [actor for actor in importance if actor in chosen] + [actor for actor in importance if actor not in chosen]


def promised(order: Sequence[int], texts: Sequence[str], groups: Sequence[str], isolated: Flags) -> Numbers:
    """Width of the label each actor is promised room for, 0 for none.

    A sector of a quarter of the members gets at most a quarter of the labels and one more: its disc has no room for
    them all. Isolates are docked side by side and have no room under them.
    """
    widths = np.zeros(len(texts))
    members = Counter(groups)
    given: Counter[str] = Counter()
    for actor in order:
        group = groups[actor]
        if given.total() >= MOST_LABELS:
            break
        if not isolated[actor] and given[group] < 1 + round(MOST_LABELS * members[group] / len(texts)):
            widths[actor] = text_width(texts[actor], LABEL_SIZE)
            given[group] += 1
    return widths


@dataclass(frozen=True)
class Obstacles:
    """What no label may cover: symbols, boxes (headings and badges), lines as chains of points, other discs."""

    places: Points
    reach: Numbers
    boxes: Sequence[Box]
    points: Points
    discs: Mapping[str, Disc]
    width: float
    height: float

    def free(self, box: Box, group: str, labels: Iterable[Box]) -> bool:
        """Whether a label of an actor of a group may stand here."""
        return (
            box.inside(self.width, self.height, _MARGIN)
            and bool((self.gaps(box) >= _AIR).all())
            and not any(box.touches(other, _AIR) for other in (*self.boxes, *labels))
            and all(box.gap_to(disc) > 0 for name, disc in self.discs.items() if name != group)
        )

    def gaps(self, box: Box) -> Numbers:
        """Room to every symbol and every point of a line."""
        own = box.gaps_to(self.places, self.reach)
        return np.concatenate([own, box.gaps_to(self.points, np.zeros(len(self.points)))])


def place_labels(
    order: Sequence[int], texts: Sequence[str], groups: Sequence[str], obstacles: Obstacles
) -> dict[int, Label]:
    """The labels that fit, by actor, the first in the order first."""
    placed: dict[int, Label] = {}
    boxes: list[Box] = []
    for actor in order[:_TRIED]:
        if len(placed) >= MOST_LABELS:
            break
        wide = text_width(texts[actor], LABEL_SIZE)
        x, y = map(float, obstacles.places[actor])
        for box in _candidates(x, y, float(obstacles.reach[actor]), wide):
            if obstacles.free(box, groups[actor], boxes):
                boxes.append(box)
                placed[actor] = Label(texts[actor], box.x, box.y, box.width, box.height)
                break
    return placed


def _candidates(x: float, y: float, reach: float, wide: float) -> list[Box]:
    """The places for a label, the best first; under the symbol is where the layout keeps room."""
    down = reach + LABEL_DROP + LABEL_HEIGHT / 2
    side = reach + 3.0 + wide / 2
    slide = wide / 2 - reach
    middles = [
        (x, y + down),
        (x, y - down),
        (x + side, y),
        (x - side, y),
        (x + slide, y + down),
        (x - slide, y + down),
        (x + slide, y - down),
        (x - slide, y - down),
    ]
    return [Box(across, height, wide, LABEL_HEIGHT) for across, height in middles]
