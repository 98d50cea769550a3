"""The little pictures beside the words of a legend, as SVG."""

from markupsafe import Markup

from visualizations.map_model import LegendEntry
from visualizations.shapes import corners
from visualizations.svg_text import plain

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
    width, height = (round(max(least, 2 * entry.radius + 4), 1) for least in (_WIDTH, _HEIGHT))
    if entry.style in _LINES:
        y = round(height / 2, 1)
        drawn = _LINES[entry.style].format(y=y, low=y + 4, high=y - 8, colour=plain(entry.colour))
    else:
        drawn = _shape(entry, width / 2, height / 2)
    return _PICTURE.format(width, height, drawn)


def _shape(entry: LegendEntry, x: float, y: float) -> Markup:
    """A shape of the entry's radius: filled, outlined, dashed or hatched."""
    look = _LOOKS[entry.style].format(plain(entry.colour))
    hatch = _HATCH.format(plain(entry.colour)) if entry.style == "hatched" else Markup("")
    if entry.shape == "dot":
        return hatch + Markup('<circle cx="{:g}" cy="{:g}" r="{:.2f}" {}/>').format(x, y, entry.radius, look)
    points = " ".join(f"{across:.2f},{down:.2f}" for across, down in corners(entry.shape, entry.radius, x, y))
    return hatch + Markup('<polygon points="{}" {}/>').format(points, look)
