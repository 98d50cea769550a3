"""The map model: everything a renderer needs to draw one picture, and nothing about where it came from.

Places and radii are in map units: x grows to the right, y downwards, the picture fills 0..width by 0..height, and one
unit is one pixel on a sheet of the intended size. Texts are plain text in one language; a renderer escapes them.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Label:
    """A text centred at a place, with the room kept for it."""

    text: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class MapNode:
    """One node: its place, how it looks, what its tooltip and its row in the table say.

    `radius` is that of the circle of the same area, whatever the shape (`shapes.py`). `importance` is its rank among
    all for being labelled, from 0; `label` is `None` where there is no room for one. `name` is always the whole name,
    `short_name` the name as a label shows it. `hatched` marks an unknown group, `hollow` an outline instead of a filled
    symbol. `cells` are the node's row of the table beside the map.
    """

    id: str
    name: str
    short_name: str
    x: float
    y: float
    radius: float
    colour: str
    shape: str
    group: str
    tooltip: str
    importance: int
    label: Label | None = None
    hatched: bool = False
    hollow: bool = False
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MapEdge:
    """One edge by the places of its nodes in the list.

    `bend` is how far the curve's control point leaves the middle of the straight line, as a share of its length;
    positive is to the left of the way from source to target.
    """

    source: int
    target: int
    colour: str
    opacity: float
    width: float
    inside: bool
    bend: float = 0.0


@dataclass(frozen=True, slots=True)
class Hull:
    """One group's disc with its heading; `missing` draws an empty dashed disc, `hatched` one of unknown members."""

    group: str
    x: float
    y: float
    radius: float
    colour: str
    heading: Label
    heading_colour: str
    missing: bool = False
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class DashedLine:
    """A dashed line between two places, bent as edges are."""

    x1: float
    y1: float
    x2: float
    y2: float
    bend: float = 0.0


@dataclass(frozen=True, slots=True)
class GapMark:
    """One numbered gap: the places of its badges, what they mark, and its text in the list beside the map.

    `rank` is the word for how pressing it is. `line` is a tie that is missing; `ringed` are nodes with a ring around
    them, dashed where the node stands apart.
    """

    number: int
    text: str
    rank: str
    badges: tuple[tuple[float, float], ...]
    radius: float
    line: DashedLine | None = None
    ringed: tuple[int, ...] = ()
    dashed: bool = True


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One line of a legend: a sample (a colour, a shape, a circle of a size or a line) and its words."""

    text: str
    colour: str = "#4B5563"
    shape: str = "square"
    radius: float = 6.0
    style: str = "filled"


STYLES = ("filled", "outline", "hatched", "missing", "hollow", "inside", "across", "gap", "ring", "solid_ring")
"""What the sample of a legend entry may look like."""


@dataclass(frozen=True, slots=True)
class LegendBlock:
    """A heading with its lines; `row` sets the samples side by side, as for sizes."""

    heading: str
    entries: tuple[LegendEntry, ...]
    row: bool = False


@dataclass(frozen=True)
class MapModel:
    """One picture: size, texts, nodes in the order of the table, edges, hulls, gaps and legend.

    `apart` are nodes that stand apart and have a dashed ring without a number, by their places in the list.
    `words` are the renderer's own captions by key (`WORDS`). `notes` are sentences shown above the map, `banner` is one
    that must not be overlooked. The table's first column is the name; `numeric` says which columns hold numbers.
    """

    language: str
    title: str
    subtitle: str
    footer: str
    summary: str
    width: float
    height: float
    nodes: tuple[MapNode, ...]
    edges: tuple[MapEdge, ...]
    hulls: tuple[Hull, ...]
    gaps: tuple[GapMark, ...]
    legend: tuple[LegendBlock, ...]
    table_headers: tuple[str, ...]
    numeric: tuple[bool, ...]
    words: dict[str, str] = field(default_factory=dict)
    apart: tuple[int, ...] = ()
    banner: str = ""
    notes: tuple[str, ...] = ()


WORDS = (
    "close",
    "fit",
    "gaps",
    "hint",
    "keys",
    "map",
    "no_gaps",
    "no_match",
    "no_script",
    "search",
    "shown",
    "table",
    "ties_with",
    "zoom_in",
    "zoom_out",
)
"""Keys of the captions a renderer needs."""
LABEL_SIZE, HEADING_SIZE, BADGE_RADIUS = 12.0, 16.0, 9.5
"""Type sizes and badge in map units; a renderer that draws them larger must test for collisions anew."""
