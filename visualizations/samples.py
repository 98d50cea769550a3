"""The little pictures beside the words of a legend, as SVG."""

from math import cos, pi, sin

from markupsafe import Markup

from visualizations.map_model import LegendEntry
from visualizations.shapes import DRAWN_SIZE

_CELL = 24.0
_HATCH = 'patternUnits="userSpaceOnUse" width="4" height="4" patternTransform="rotate(45)"'


def sample(entry: LegendEntry) -> Markup:
    """The sample of a legend entry: a shape, a circle of a size, or a line as the map draws it."""
    wide = max(_CELL, 2 * entry.radius + 4)
    drawn = _line(entry, wide) or _shape(entry, wide)
    return Markup('<svg class="sample" aria-hidden="true" width="{0}" height="{1}" viewBox="0 0 {0} {1}">{2}</svg>').format(
        round(wide, 1), round(max(_CELL - 4, 2 * entry.radius + 4), 1), drawn
    )


def _line(entry: LegendEntry, wide: float) -> Markup:
    """The samples that are lines or rings; empty for any other."""
    middle = (_CELL - 4) / 2
    if entry.style in {"inside", "across", "gap"}:
        path = f"M1 {middle + 4}Q{wide / 2} {middle - 8} {wide - 1} {middle + 4}" if entry.style == "across" else (
            f"M1 {middle}H{wide - 1}"
        )
        more = {"inside": 'opacity="0.45"', "across": 'opacity="0.6"', "gap": 'stroke-width="2" stroke-dasharray="5 4"'}
        return Markup('<path d="{}" fill="none" stroke="{}" {}/>').format(path, entry.colour, Markup(more[entry.style]))  # noqa: S704
    if entry.style in {"ring", "solid_ring"}:
        dashes = Markup('stroke-dasharray="3 2.5"') if entry.style == "ring" else ""
        return Markup(
            '<circle cx="{0}" cy="{1}" r="8" fill="none" stroke="{2}" stroke-width="1.5" {3}/>'
            '<circle cx="{0}" cy="{1}" r="3.2" fill="{2}"/>'
        ).format(wide / 2, middle, entry.colour, dashes)
    return Markup("")


def _shape(entry: LegendEntry, wide: float) -> Markup:
    """A shape of the entry's radius: filled, outlined, dashed or hatched."""
    middle = max(_CELL - 4, 2 * entry.radius + 4) / 2
    looks = {
        "filled": 'fill="{0}"',
        "outline": 'fill="none" stroke="{0}"',
        "hollow": 'fill="#FFFFFF" stroke="{0}" stroke-width="2"',
        "missing": 'fill="none" stroke="{0}" stroke-dasharray="3 2"',
        "hatched": 'fill="url(#hatch)" stroke="{0}" stroke-dasharray="3 2"',
    }
    look = Markup(looks[entry.style]).format(entry.colour)  # noqa: S704
    hatch = Markup("")
    if entry.style == "hatched":
        hatch = Markup('<pattern id="hatch" {}><path d="M0 0V4" stroke="{}"/></pattern>').format(Markup(_HATCH), entry.colour)
    if entry.shape == "dot":
        body = Markup('<circle cx="{}" cy="{}" r="{}" {}/>').format(wide / 2, middle, round(entry.radius, 2), look)
    else:
        points = " ".join(f"{x:.2f},{y:.2f}" for x, y in _corners(entry.shape, entry.radius, wide / 2, middle))
        body = Markup('<polygon points="{}" {}/>').format(points, look)
    return hatch + body


def _corners(shape: str, radius: float, x: float, y: float) -> list[tuple[float, float]]:
    """Corners of a shape with the area of a circle of the radius, as vis-network draws it."""
    size = radius * DRAWN_SIZE[shape]
    if shape == "square":
        return [(x - size, y - size), (x + size, y - size), (x + size, y + size), (x - size, y + size)]
    if shape in {"triangle", "triangleDown"}:
        flip = 1 if shape == "triangle" else -1
        return [(x, y - flip * size), (x + 1.15 * size, y + flip * size), (x - 1.15 * size, y + flip * size)]
    sides = {"diamond": 4, "hexagon": 6}[shape]
    turn = pi / 2 if shape == "diamond" else 0.0
    return [(x + size * cos(2 * pi * k / sides + turn), y + size * sin(2 * pi * k / sides + turn)) for k in range(sides)]
