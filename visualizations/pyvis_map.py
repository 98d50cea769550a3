"""A map model as one HTML file that works without a network, drawn by vis-network through pyvis.

pyvis's own page loads from two other hosts and runs markup out of names, so only its graph object is used here: the
template, the data and what surrounds the picture are ours. Places come from the model; there is no physics.
"""

from dataclasses import asdict
from math import asin, pi
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pyvis.network import Network

from visualizations.embedding import content_policy, data_block, font_faces, script, style
from visualizations.map_model import BADGE_RADIUS, HEADING_SIZE, LABEL_SIZE, MapEdge, MapModel, MapNode
from visualizations.samples import sample
from visualizations.shapes import DRAWN_SIZE, REACH

_LIBRARY, _VIEWER = "vis-network/vis-network.min.js", "sector_map.js"
_SELECTED = "#111827"
_OPTIONS = {
    "physics": False,
    "layout": {"improvedLayout": False},
    "nodes": {"chosen": False},
    "edges": {"width": 1, "chosen": True, "hoverWidth": 0, "selectionWidth": 1, "arrows": {}},
}
_INTERACTION = {
    "dragNodes": False,
    "hover": True,
    "hoverConnectedEdges": False,
    "tooltipDelay": 150,
    "keyboard": False,
    "multiselect": False,
}
_MANY_EDGES = 2_000  # beyond, a page without a graphics card falls below 30 pictures a second while it is dragged


def render_map(model: MapModel) -> str:
    """The page of a map model: one HTML text that carries everything it needs. Write it as UTF-8."""
    return MapPage(model).generate_html()


class MapPage(Network):  # type: ignore[misc]  # pyvis has no types
    """A map as a pyvis network, whose page is our own."""

    def __init__(self, model: MapModel) -> None:
        super().__init__(height="100%", width="100%", cdn_resources="in_line")
        self.model = model
        self.heading = model.title
        for place, node in enumerate(model.nodes):
            self.add_node(place, **_node_options(node))
        # pyvis compares each edge it adds with all before: 65 s for 60,000. Appended they cost nothing.
        self.edges.extend(_edge(edge) for edge in model.edges)

    def generate_html(self, name: str = "", local: bool = True, notebook: bool = False) -> str:  # noqa: ARG002
        """The page; pyvis's arguments change nothing."""
        scripts = (script(_LIBRARY), script(_VIEWER))
        page = _environment().get_template("sector_map.html")
        html = page.render(
            model=self.model,
            policy=content_policy(scripts),
            scripts=scripts,
            fonts=font_faces(),
            style=style("sector_map.css"),
            data=data_block(self._data()),
            sample=sample,
        )
        # Half a surrogate pair, which a file name or a broken export can carry, cannot be written as UTF-8.
        self.html = html.encode("utf-8", "replace").decode("utf-8")
        return self.html

    def write_html(self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False) -> None:  # noqa: ARG002
        """Write the page as UTF-8, whatever the machine's own encoding is."""
        Path(name).write_text(self.generate_html(), encoding="utf-8", newline="\n")

    def _data(self) -> dict[str, Any]:
        """What the viewer draws: vis-network's nodes and edges, and everything that it does not know."""
        model = self.model
        nodes = [{key: value for key, value in node.items() if key != "label"} for node in self.nodes]
        return {
            "width": model.width,
            "height": model.height,
            "sizes": {"label": LABEL_SIZE, "heading": HEADING_SIZE, "badge": BADGE_RADIUS},
            "options": _options(len(self.edges)),
            "nodes": nodes,
            "edges": self.edges,
            "names": [
                {
                    "text": node.short_name,
                    "rank": node.importance,
                    "group": node.group,
                    "reach": round(node.radius * REACH[node.shape], 2),
                    "at": [node.label.x, node.label.y] if node.label else None,
                }
                for node in model.nodes
            ],
            "hulls": [asdict(hull) for hull in model.hulls],
            "gaps": [{key: value for key, value in asdict(gap).items() if key != "text"} for gap in model.gaps],
            "apart": model.apart,
            "words": model.words,
            "language": model.language,
        }


def _options(edges: int) -> dict[str, Any]:
    """vis-network's options; where the ties would stop the map from following the hand they are left out on the way."""
    many = edges > _MANY_EDGES
    interaction = {**_INTERACTION, "hideEdgesOnDrag": many, "hideEdgesOnZoom": many}
    return {**_OPTIONS, "interaction": interaction}


def _environment() -> Environment:
    """Our templates; every value is escaped unless it was made harmless in `embedding.py`."""
    folder = Path(__file__).parent / "templates"
    return Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True)


def _node_options(node: MapNode) -> dict[str, Any]:
    """A node as vis-network takes it: plain text only, a place, and a size by which all shapes have the same area."""
    empty = node.hatched or node.hollow
    options: dict[str, Any] = {
        "label": node.name,
        "title": node.tooltip,
        "x": node.x,
        "y": node.y,
        "size": round(node.radius * DRAWN_SIZE[node.shape], 3),
        "shape": node.shape,
        "color": {"background": "#FFFFFF" if empty else node.colour, "border": node.colour if empty else "#FFFFFF"},
        "borderWidth": round(min(1.5 if empty else 1.0, 0.3 * node.radius), 2),
    }
    if node.hatched:
        options["shapeProperties"] = {"borderDashes": [3, 2]}
    return options


def _edge(edge: MapEdge) -> dict[str, Any]:
    """An edge as vis-network takes it."""
    drawn: dict[str, Any] = {
        "from": edge.source,
        "to": edge.target,
        "color": {"color": _translucent(edge.colour, edge.opacity), "highlight": _SELECTED, "inherit": False},
        "smooth": False,
    }
    if edge.width != 1.0:
        drawn["width"] = edge.width
    if edge.bend:
        kind = "curvedCW" if edge.bend > 0 else "curvedCCW"
        drawn["smooth"] = {"enabled": True, "type": kind, "roundness": _roundness(abs(edge.bend))}
    return drawn


def _roundness(bend: float) -> float:
    """vis-network's roundness f for a bend: its control point lies (1 + f) / 2 of the length away, turned f x 90°."""
    roundness = bend
    for _ in range(8):
        roundness = asin(min(2 * bend / (1 + roundness), 1.0)) * 2 / pi
    return round(roundness, 4)


def _translucent(colour: str, opacity: float) -> str:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"
