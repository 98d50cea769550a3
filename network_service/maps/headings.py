"""Where a disc's heading stands: over it where it can, else beside or under it, never on another disc or heading."""

from collections.abc import Iterable, Mapping

from network_service.maps.geometry import Box, Disc
from network_service.maps.lettering import LINE_HEIGHT, text_width
from visualizations.map_model import HEADING_SIZE

_AIR = 3.0
_HEIGHT = HEADING_SIZE * LINE_HEIGHT


def heading_width(text: str) -> float:
    """Width of a heading."""
    return text_width(text, HEADING_SIZE, bold=True)


def place_headings(texts: Mapping[str, str], discs: Mapping[str, Disc], width: float, height: float) -> dict[str, Box]:
    """A box for each heading, the large discs first: they have the fewest places to give way to."""
    placed: dict[str, Box] = {}
    for group in sorted(discs, key=lambda name: (-discs[name].radius, name)):
        disc, wide = discs[group], heading_width(texts[group])
        boxes = [_on_sheet(Box(x, y, wide, _HEIGHT), width, height) for x, y in _candidates(disc, wide)]
        placed[group] = min(boxes, key=lambda box: _overlap(box, discs.values(), placed.values()))
    return placed


def _candidates(disc: Disc, wide: float) -> list[tuple[float, float]]:
    """Middles of the places a heading may take, the best first: `min` keeps the first of equals."""
    off = disc.radius + _HEIGHT / 2 + _AIR
    side = disc.radius + wide / 2 + 2 * _AIR
    slide = disc.radius * 0.5
    over, under = disc.y - off, disc.y + off
    return [
        (disc.x, over),
        (disc.x - slide, over),
        (disc.x + slide, over),
        (disc.x, under),
        (disc.x - side, disc.y),
        (disc.x + side, disc.y),
    ]


def _on_sheet(box: Box, width: float, height: float) -> Box:
    """The box moved along its line until it is on the sheet."""
    x = min(max(box.x, box.width / 2 + _AIR), width - box.width / 2 - _AIR)
    y = min(max(box.y, box.height / 2 + _AIR), height - box.height / 2 - _AIR)
    return Box(x, y, box.width, box.height)


def _overlap(box: Box, discs: Iterable[Disc], headings: Iterable[Box]) -> float:
    """How deep a heading would lie in discs, its own among them, and other headings; 0 where it is free."""
    deep = sum(max(-box.gap_to(disc), 0.0) for disc in discs)
    return deep + sum(box.width for other in headings if box.touches(other, _AIR))
