"""Patterns by which groups are told apart where a picture is printed without colour."""

from collections.abc import Sequence

from markupsafe import Markup

from visualizations.map_model import Hull
from visualizations.svg_text import plain

_TILE = 10  # map units: 2.6 mm on A4 across; finer lines run together on a copier
# Slanted lines of this direction mean "not known" and belong to no group.
_HATCH = "M0 10L10 0M-1 1L1 -1M9 11L11 9"
_DRAWN = (
    "",
    "M4.4 5H5.6M5 4.4V5.6",
    "M0 5H10",
    "M5 0V10",
    "M0 0L10 10M-1 9L1 11M9 -1L11 1",
    "M0 5H10M5 0V10",
    "M3 5H7M5 3V7",
    "M0 3L5 7L10 3",
    "M2.5 2.5H7.5V7.5H2.5Z",
)
_PATTERN = Markup(
    '<pattern id="{}" patternUnits="userSpaceOnUse" width="{}" height="{}">'
    '<path d="{}" fill="none" stroke="{}" stroke-width="{}" stroke-opacity="{}"/></pattern>\n'
)


class Patterns:
    """One pattern a group in the order of their hulls, the first plain; what is not known is hatched."""

    def __init__(self, hulls: Sequence[Hull], prefix: str) -> None:
        """`prefix` begins every id, so that two pictures can stand in one page."""
        known = [hull for hull in hulls if not hull.hatched]
        self._drawn = {hull.group: _DRAWN[place % len(_DRAWN)] for place, hull in enumerate(known)}
        self._drawn |= {hull.group: _HATCH for hull in hulls if hull.hatched}
        self._ids = {hull.group: f"{prefix}-pattern-{place}" for place, hull in enumerate(hulls)}
        self._colours = {hull.group: hull.colour for hull in hulls}
        self._groups = {hull.colour: hull.group for hull in hulls}
        self._hatch = f"{prefix}-hatch"

    def definitions(self) -> Markup:
        """All patterns that fills refer to."""
        made = [
            _PATTERN.format(self._ids[group], _TILE, _TILE, drawn, plain(self._colours[group]), 0.9, 0.27)
            for group, drawn in self._drawn.items()
            if drawn
        ]
        hatched = [self._colours[group] for group, drawn in self._drawn.items() if drawn is _HATCH]
        if hatched:
            fine = "M0 4L4 0M-1 1L1 -1M3 5L5 3"
            made.append(_PATTERN.format(self._hatch, 4, 4, fine, plain(hatched[0]), 1, 1))
        return Markup("").join(made)

    def fill(self, group: str) -> str | None:
        """What fills the disc of a group; `None` for the plain one."""
        return f"url(#{self._ids[group]})" if self._drawn.get(group) else None

    def group_of(self, colour: str) -> str | None:
        """The group of a colour, as a legend knows it; `None` for a colour that is no group's."""
        return self._groups.get(colour)

    @property
    def hatch(self) -> str:
        """What fills a symbol whose group is not known."""
        return f"url(#{self._hatch})" if _HATCH in self._drawn.values() else "#FFFFFF"
