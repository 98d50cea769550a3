"""The little pictures beside the words of a legend, as SVG."""

from math import cos, pi, sin

from markupsafe import Markup

from visualizations.map_model import LegendEntry
from visualizations.shapes import DRAWN_SIZE

_WIDTH, _HEIGHT = 24.0, 20.0
_PICTURE = Markup(
    '<svg class="sample" aria-hidden="true" width="{0}" height="{1}" viewBox="0 0 {0} {1}" fill="none">{2}</svg>'
)
_LINES = {
    "inside": Markup('<path d="M1 {y}H23" stroke="{colour}" opacity="0.45"/>'),
    "across": Markup('<path d="M1 {low}Q12 {high} 23 {low}" stroke="{colour}" opacity="0.6"/>'),
    "gap": Markup('<path d="M1 {y}H23" stroke="{colour}" stroke-width="2" stroke-dasharray="5 4"/>'),
    "ring": Markup(
        '<circle cx="12" cy="{y}" r="8" stroke="{colour}" stroke-width="1.5" stroke-dasharray="3 2.5"/>'
        '<circle cx="12" cy="{y}" r="3.2" fill="{colour}"/>'
    ),
    "solid_ring": Markup(
        '<circle cx="12" cy="{y}" r="8" stroke="{colour}" stroke-width="1.5"/>'
        '<circle cx="12" cy="{y}" r="3.2" fill="{colour}"/>'
    ),
}
_LOOKS = {
    "filled": Markup('fill="{}"'),
    "outline": Markup('stroke="{}"'),
    "hollow": Markup('fill="#FFFFFF" stroke="{}" stroke-width="2"'),
    "missing": Markup('stroke="{}" stroke-dasharray="3 2"'),
    "hatched": Markup('fill="url(#hatch)" stroke="{}" stroke-dasharray="3 2"'),
}
_HATCH = Markup(
    '<pattern id="hatch" patternUnits="userSpaceOnUse" width="4" height="4" patternTransform="rotate(45)">'
    '<path d="M0 0V4" stroke="{}"/></pattern>'
)


def sample(entry: LegendEntry) -> Markup:
    """The sample of a legend entry: a shape, a circle of a size, or a line as the map draws it."""
    width, height = (max(least, 2 * entry.radius + 4) for least in (_WIDTH, _HEIGHT))
    if entry.style in _LINES:
        y = height / 2
        drawn = _LINES[entry.style].format(y=y, low=y + 4, high=y - 8, colour=entry.colour)
    else:
        drawn = _shape(entry, width / 2, height / 2)
    return _PICTURE.format(round(width, 1), round(height, 1), drawn)


def _shape(entry: LegendEntry, x: float, y: float) -> Markup:
    """A shape of the entry's radius: filled, outlined, dashed or hatched."""
    look = _LOOKS[entry.style].format(entry.colour)
    hatch = _HATCH.format(entry.colour) if entry.style == "hatched" else Markup("")
    if entry.shape == "dot":
        return hatch + Markup('<circle cx="{}" cy="{}" r="{:.2f}" {}/>').format(x, y, entry.radius, look)
    points = " ".join(f"{across:.2f},{down:.2f}" for across, down in _corners(entry.shape, entry.radius, x, y))
    return hatch + Markup('<polygon points="{}" {}/>').format(points, look)


def _corners(shape: str, radius: float, x: float, y: float) -> list[tuple[float, float]]:
    """Corners of a shape with the area of a circle of the radius, as vis-network draws it."""
    size = radius * DRAWN_SIZE[shape]
    if shape == "square":
        return [(x - size, y - size), (x + size, y - size), (x + size, y + size), (x - size, y + size)]
    if shape in {"triangle", "triangleDown"}:
        flip = 1 if shape == "triangle" else -1
        return [(x, y - flip * size), (x + 1.15 * size, y + flip * size), (x - 1.15 * size, y + flip * size)]
    sides, turn = {"diamond": (4, pi / 2), "hexagon": (6, 0.0)}[shape]
    angles = [2 * pi * side / sides + turn for side in range(sides)]
    return [(x + size * cos(angle), y + size * sin(angle)) for angle in angles]
