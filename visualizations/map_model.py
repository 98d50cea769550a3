"""The map model: everything a renderer needs to draw one picture, and nothing about where it came from."""

from dataclasses import dataclass, field

SHAPES = ("diamond", "square", "triangle", "triangleDown", "dot")
"""Node shapes a renderer must know."""


@dataclass(frozen=True, slots=True)
class MapNode:
    """One node: place and radius in map units, how it looks, what its tooltip and its row in the table say.

    `label` is empty where there is no room for one; `name` is always the whole name. `label_dx`/`label_dy` place the
    label's centre relative to the node. `cells` are the row of the table beside the map, in the order of
    `MapModel.table_headers`. `ring` draws a dashed ring (an isolate or other marked node).
    """

    id: str
    name: str
    x: float
    y: float
    radius: float
    colour: str
    shape: str
    group: str
    tooltip: str
    label: str = ""
    label_dx: float = 0.0
    label_dy: float = 0.0
    hatched: bool = False
    outline: bool = False
    ring: bool = False
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MapEdge:
    """One edge by the places of its nodes in the list; `bend` is how far its middle leaves the straight line."""

    source: int
    target: int
    colour: str
    width: float
    inside: bool
    bend: float = 0.0


@dataclass(frozen=True, slots=True)
class Hull:
    """One group's disc, with its heading; `missing` draws an empty dashed disc."""

    group: str
    heading: str
    x: float
    y: float
    radius: float
    colour: str
    heading_x: float
    heading_y: float
    missing: bool = False


@dataclass(frozen=True, slots=True)
class GapMark:
    """One numbered gap: a dashed line between two places, or a mark at one place; its text stands in the list."""

    number: int
    text: str
    x: float
    y: float
    line: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One line of a legend: a colour swatch, a grey shape or a circle of a size."""

    text: str
    colour: str | None = None
    shape: str | None = None
    radius: float | None = None
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class LegendBlock:
    """A heading with its lines."""

    heading: str
    entries: tuple[LegendEntry, ...]


@dataclass(frozen=True)
class MapModel:
    """One picture: size, texts in one language, nodes, edges, hulls, gaps and legend.

    All texts are plain text in the language `language`; a renderer escapes them. `words` are the renderer's own captions
    by key (`table`, `search`, `gaps`, `zoom_in`, `zoom_out`, `fit`, `summary`, ...).
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
    words: dict[str, str] = field(default_factory=dict)
    banner: str = ""
