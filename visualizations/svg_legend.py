"""The legend inside an SVG picture: beside it or under it."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from visualizations.map_model import LegendBlock, LegendEntry
from visualizations.samples import sample
from visualizations.svg_patterns import Patterns
from visualizations.svg_text import number, plain, text_room

_SIZE, _HEADING_SIZE = 12.5, 13.5
_LINE, _HEADING = 22.0, 26.0
_SAMPLE, _GROUP_SAMPLE = 32.0, 54.0
_BETWEEN, _MOST_LINES = 24.0, 5
_TEXT = Markup('<text x="{}" y="{}" font-size="{}" font-weight="{}">{}</text>\n')
_PLACED = Markup('<g transform="translate({} {})">{}</g>\n')
_GROUP = Markup(
    '<rect x="1" y="4" width="12" height="12" fill="{0}" stroke="{1}"{2}/>'
    # Twice over: on so small a piece of paper one layer is too pale.
    '<rect x="18" y="3" width="30" height="15" fill="{3}"/>'
    '<rect x="18" y="3" width="30" height="15" fill="{3}" stroke="{1}" stroke-opacity="0.6"/>'
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was drawn, with its room; its left upper corner is 0, 0."""

    picture: Markup
    width: float
    height: float


def column(blocks: Sequence[LegendBlock], patterns: Patterns) -> Drawn:
    """The blocks one under the other."""
    made, down, width = [], 0.0, 0.0
    for block in blocks:
        drawn = _block(block, patterns, len(block.entries))
        made.append(_PLACED.format(0, number(down), drawn.picture))
        down += drawn.height + _BETWEEN * 0.6
        width = max(width, drawn.width)
    return Drawn(Markup("").join(made), width, down)


def strip(blocks: Sequence[LegendBlock], patterns: Patterns, width: float) -> Drawn:
    """The blocks side by side in rows of a width; a long block in two columns."""
    made, across, down, row = [], 0.0, 0.0, 0.0
    for block in blocks:
        drawn = _block(block, patterns, _MOST_LINES)
        if across and across + drawn.width > width:
            across, down, row = 0.0, down + row + _BETWEEN * 0.5, 0.0
        made.append(_PLACED.format(number(across), number(down), drawn.picture))
        across, row = across + drawn.width + _BETWEEN, max(row, drawn.height)
    return Drawn(Markup("").join(made), width, down + row)


def _block(block: LegendBlock, patterns: Patterns, lines: int) -> Drawn:
    """A heading with its entries: in columns of so many lines, or side by side where the block wants a row."""
    made = [_TEXT.format(0, 15, _HEADING_SIZE, 700, plain(block.heading))]
    heading = text_room(block.heading, _HEADING_SIZE)
    body = _row(block, made) if block.row else _columns(block, patterns, lines, made)
    return Drawn(Markup("").join(made), max(heading, body[0]), _HEADING + body[1])


def _row(block: LegendBlock, made: list[Markup]) -> tuple[float, float]:
    across, most = 0.0, max((_height(entry) for entry in block.entries), default=0.0)
    for entry in block.entries:
        width = max(24.0, 2 * entry.radius + 4, text_room(entry.text, _SIZE))
        made.append(_PLACED.format(number(across), number(_HEADING + most - _height(entry)), sample(entry)))
        made.append(_TEXT.format(number(across), number(_HEADING + most + 16), _SIZE, 400, plain(entry.text)))
        across += width + 12
    return across, most + _LINE


def _columns(block: LegendBlock, patterns: Patterns, lines: int, made: list[Markup]) -> tuple[float, float]:
    across, deepest = 0.0, 0.0
    for start in range(0, len(block.entries), lines):
        down, width = 0.0, 0.0
        for entry in block.entries[start : start + lines]:
            drawn, room = _sample(entry, patterns)
            made.append(_PLACED.format(number(across), number(_HEADING + down), drawn))
            made.append(
                _TEXT.format(number(across + room), number(_HEADING + down + 14.5), _SIZE, 400, plain(entry.text))
            )
            width = max(width, room + text_room(entry.text, _SIZE))
            down += _LINE
        across, deepest = across + width + 12, max(deepest, down)
    return across - 12, deepest


def _height(entry: LegendEntry) -> float:
    return max(20.0, 2 * entry.radius + 4)


def _sample(entry: LegendEntry, patterns: Patterns) -> tuple[Markup, float]:
    """A group's colour beside its pattern; anything else as in every legend."""
    group = patterns.group_of(entry.colour)
    if entry.style not in {"filled", "hatched", "missing"} or group is None:
        return sample(entry), _SAMPLE
    solid = entry.colour if entry.style == "filled" else patterns.hatch if entry.style == "hatched" else "#FFFFFF"
    dash = Markup("") if entry.style == "filled" else Markup(' stroke-dasharray="3 2"')
    return _GROUP.format(plain(solid), plain(entry.colour), dash, patterns.fill(group) or "#FFFFFF"), _GROUP_SAMPLE
