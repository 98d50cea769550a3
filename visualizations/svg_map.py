"""A map model as one static SVG: for paper, for pages without scripts, and for word processors.

It draws what the page of `pyvis_map.py` draws, at the size of the sheet, where the model has kept room for every label.
So nobody chooses labels here: the model names those that fit, the most important of each sector first, and a page lists
the others in a table. Every actor's name is its symbol's own title, which screens show under the pointer.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from markupsafe import Markup

from visualizations.embedding import font_faces
from visualizations.map_model import (
    BADGE_RADIUS,
    HEADING_SIZE,
    LABEL_SIZE,
    DashedLine,
    GapMark,
    Hull,
    Label,
    MapEdge,
    MapModel,
    MapNode,
)
from visualizations.shapes import REACH, corners
from visualizations.svg_legend import Drawn, column, strip
from visualizations.svg_patterns import Patterns
from visualizations.svg_text import FONT, number, plain, text_room

LEGENDS = ("right", "below", "none")
"""Where the legend may stand: beside the picture for a sheet on its side, under it for an upright one, or nowhere."""

_INK, _SOFT, _PAPER = "#111827", "#4B5563", "#FFFFFF"
_AIR = 24.0
_TITLE_SIZE, _SMALL_SIZE = 20.0, 12.0
_SVG = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" class="network-map" lang="{language}" viewBox="0 0 {width} {height}" '
    'role="img" aria-labelledby="{prefix}-title {prefix}-summary" font-family="{font}" fill="{ink}">\n'
    '<title id="{prefix}-title">{title}</title>\n<desc id="{prefix}-summary">{summary}</desc>\n{style}'
    "<defs>\n{patterns}</defs>\n{content}</svg>\n"
)
_LAYER = Markup('<g id="{}-{}"{}>\n{}</g>\n')
_CIRCLE = Markup('<circle cx="{}" cy="{}" r="{}"{}/>\n')
_PATH = Markup('<path d="{}"/>\n')
_TEXT = Markup('<text x="{}" y="{}" font-size="{}"{}>{}</text>\n')
_NO_LOOK, _UNFILLED, _CENTRED = Markup(""), Markup(' fill="none"'), Markup(' text-anchor="middle"')
_RINGED = Markup(' fill="none" stroke="{}" stroke-width="1.6"').format(_INK)
_LETTERS = Markup(' text-anchor="middle" stroke="{}" stroke-linejoin="round" paint-order="stroke" stroke-width="{}"')
_HALO = 0.3  # em, half of it inside the letters, where their own colour lies over it
_BASELINE = 0.35  # em from the middle of a line to its base line


def render_svg(model: MapModel, *, legend: str = "right", standalone: bool = False, prefix: str = "map") -> str:
    """The picture of a map model as SVG text, the same for the same model.

    `standalone` adds title, date, notes and footer, and carries Sarabun inside it (60 kB); without it the page around
    says these things and carries the font. `prefix` begins every id. `ValueError` for a legend not in `LEGENDS`.
    """
    if legend not in LEGENDS:
        raise ValueError(f"a legend stands at one of {', '.join(LEGENDS)}, not at {legend!r}")
    patterns = Patterns(model.hulls, prefix)
    drawn = _with_legend(model, patterns, legend, prefix)
    if standalone:
        drawn = _with_texts(model, drawn)
    return str(
        _SVG.format(
            language=plain(model.language),
            width=number(drawn.width),
            height=number(drawn.height),
            prefix=plain(prefix),
            font=FONT,
            ink=_INK,
            title=plain(model.title),
            summary=plain(model.summary),
            style=Markup("<style>{}</style>\n").format(font_faces()) if standalone else "",
            patterns=patterns.definitions(),
            content=drawn.picture,
        )
    )


def _with_legend(model: MapModel, patterns: Patterns, legend: str, prefix: str) -> Drawn:
    picture = _picture(model, patterns, prefix)
    width, height = model.width, model.height
    if legend == "none" or not model.legend:
        return Drawn(picture, width, height)
    if legend == "right":
        x, y, beside = width + _AIR, _AIR, column(model.legend, patterns)
        width, height = x + beside.width, max(height, y + beside.height)
    else:
        x, y, beside = 4.0, height + _AIR / 2, strip(model.legend, patterns, width - 8)
        height = y + beside.height
    placed = Markup('<g id="{}-legend" transform="translate({} {})">\n{}</g>\n')
    return Drawn(picture + placed.format(plain(prefix), number(x), number(y), beside.picture), width, height)


def _with_texts(model: MapModel, drawn: Drawn) -> Drawn:
    """Title, subtitle and warnings over the picture, the footer under it."""
    head = [(model.title, _TITLE_SIZE, 700, _INK), (model.subtitle, _SMALL_SIZE + 2, 400, _SOFT)]
    head += [(text, _SMALL_SIZE, 700, _INK) for text in (model.banner, *model.notes) if text]
    made, down = [], 4.0
    for text, size, weight, colour in head:
        for line in _lines(text, size, drawn.width):
            down += size * 1.45
            made.append(_line_of_text(line, down - size * 0.4, size, weight, colour))
    made.append(Markup('<g transform="translate(0 {})">\n{}</g>\n').format(number(down + 6), drawn.picture))
    down += drawn.height + 14
    for line in _lines(model.footer, _SMALL_SIZE, drawn.width):
        down += _SMALL_SIZE * 1.45
        made.append(_line_of_text(line, down - 5, _SMALL_SIZE, 400, _SOFT))
    return Drawn(Markup("").join(made), drawn.width, down + 6)


def _line_of_text(text: str, y: float, size: float, weight: int, colour: str) -> Markup:
    look = Markup(' font-weight="{}" fill="{}"').format(weight, colour)
    return _TEXT.format(4, number(y), number(size), look, plain(text))


def _lines(text: str, size: float, width: float) -> list[str]:
    """A text in lines broken at its spaces, where Thai too may be broken."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_room(f"{lines[-1]} {word}", size) <= width - 8:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _picture(model: MapModel, patterns: Patterns, prefix: str) -> Markup:
    """The layers from the ground up, as the page draws them."""

    def layer(name: str, content: Iterable[Markup], look: Markup = _NO_LOOK) -> Markup:
        return _LAYER.format(plain(prefix), name, look, Markup("").join(content))

    rings = (_ring(model.nodes[place], dashed=True) for place in model.apart)
    labels = (_text(node.label, LABEL_SIZE) for node in model.nodes if node.label)
    headings = (_text(hull.heading, HEADING_SIZE, bold=True, colour=hull.heading_colour) for hull in model.hulls)
    return Markup("").join(
        (
            layer("hulls", (_hull(hull, patterns) for hull in model.hulls)),
            layer("ties", _ties(model), _UNFILLED),
            layer("actors", (_node(node, patterns) for node in model.nodes)),
            layer("apart", rings, _RINGED),
            layer("gaps", (_gap(gap, model) for gap in model.gaps), _UNFILLED),
            layer("labels", labels, _LETTERS.format(_PAPER, number(LABEL_SIZE * _HALO))),
            layer("headings", headings, _LETTERS.format(_PAPER, number(HEADING_SIZE * _HALO))),
            layer("badges", (badge for gap in model.gaps for badge in _badges(gap)), _CENTRED),
        )
    )


def _hull(hull: Hull, patterns: Patterns) -> Markup:
    """A disc: a tint of its colour, its pattern over it, dashed where nobody is in it or nobody's group is known."""
    tint = Markup(' fill="{}" fill-opacity="{}"').format(plain(hull.colour), 0.02 if hull.missing else 0.055)
    edge = Markup(' fill="{}" stroke="{}" stroke-opacity="{}" stroke-width="{}"{}').format(
        "none" if hull.missing else patterns.fill(hull.group) or "none",
        plain(hull.colour),
        0.75 if hull.missing else 0.45,
        1.6 if hull.missing else 1.3,
        Markup(' stroke-dasharray="7 5"') if hull.missing or hull.hatched else "",
    )
    place = number(hull.x), number(hull.y), number(hull.radius)
    return _CIRCLE.format(*place, tint) + _CIRCLE.format(*place, edge)


def _ties(model: MapModel) -> Iterator[Markup]:
    """One path a tie, so that many over each other grow dark; those of one look share it."""
    for look, edges in groupby(model.edges, key=lambda edge: (edge.colour, edge.opacity, edge.width)):
        colour, opacity, width = look
        opened = Markup('<g stroke="{}" stroke-opacity="{:.3g}" stroke-width="{}">\n')
        paths = Markup("").join(_PATH.format(_way(edge, model.nodes)) for edge in edges)
        yield opened.format(plain(colour), opacity, number(width)) + paths + Markup("</g>\n")


def _way(edge: MapEdge, nodes: tuple[MapNode, ...]) -> str:
    one, other = nodes[edge.source], nodes[edge.target]
    return _curve(DashedLine(one.x, one.y, other.x, other.y, edge.bend))


def _curve(line: DashedLine) -> str:
    """A line whose control point leaves the middle by its bend, to the left of its way."""
    start, end = f"M{number(line.x1)} {number(line.y1)}", f"{number(line.x2)} {number(line.y2)}"
    if not line.bend:
        return f"{start}L{end}"
    across, down = line.x2 - line.x1, line.y2 - line.y1
    x, y = (line.x1 + line.x2) / 2 + line.bend * down, (line.y1 + line.y2) / 2 - line.bend * across
    return f"{start}Q{number(x)} {number(y)} {end}"


def _node(node: MapNode, patterns: Patterns) -> Markup:
    """An actor's symbol with its name."""
    empty = node.hatched or node.hollow
    look = Markup('fill="{}" stroke="{}" stroke-width="{:.2g}"{}').format(
        patterns.hatch if node.hatched else _PAPER if node.hollow else plain(node.colour),
        plain(node.colour) if empty else _PAPER,
        min(1.5 if empty else 1.0, 0.3 * node.radius),
        Markup(' stroke-dasharray="3 2"') if node.hatched else "",
    )
    title = Markup("<title>{}</title>").format(plain(node.name))
    if node.shape == "dot":
        drawn = Markup('<circle cx="{}" cy="{}" r="{}" {}>{}</circle>\n')
        return drawn.format(number(node.x), number(node.y), number(node.radius), look, title)
    points = " ".join(f"{number(x)},{number(y)}" for x, y in corners(node.shape, node.radius, node.x, node.y))
    return Markup('<polygon points="{}" {}>{}</polygon>\n').format(points, look, title)


def _ring(node: MapNode, *, dashed: bool) -> Markup:
    dash = Markup(' stroke-dasharray="3.5 2.5"') if dashed else ""
    return _CIRCLE.format(number(node.x), number(node.y), number(node.radius * REACH[node.shape] + 4), dash)


def _gap(gap: GapMark, model: MapModel) -> Markup:
    """The missing tie, dashed on a white ground, and rings round the actors it is about."""
    made = Markup("")
    if gap.line:
        way = _curve(gap.line)
        made = Markup(
            '<path d="{0}" stroke="{1}" stroke-opacity="0.75" stroke-width="5"/>\n'
            '<path d="{0}" stroke="{2}" stroke-width="2" stroke-dasharray="8 6"/>\n'
        ).format(way, _PAPER, _INK)
    rings = Markup("").join(_ring(model.nodes[place], dashed=gap.dashed) for place in gap.ringed)
    return made + Markup('<g stroke="{}" stroke-width="1.6">\n{}</g>\n').format(_INK, rings) if rings else made


def _badges(gap: GapMark) -> Iterator[Markup]:
    size = BADGE_RADIUS * 1.25
    for x, y in gap.badges:
        look = Markup(' fill="{}" stroke="{}" stroke-width="1.5"').format(_INK, _PAPER)
        yield _CIRCLE.format(number(x), number(y), number(gap.radius), look)
        letters = Markup(' font-weight="700" fill="{}"').format(_PAPER)
        yield _TEXT.format(number(x), number(y + size * _BASELINE), number(size), letters, gap.number)


def _text(label: Label, size: float, *, bold: bool = False, colour: str = _INK) -> Markup:
    look = Markup(' font-weight="700" fill="{}"').format(plain(colour)) if bold else ""
    return _TEXT.format(number(label.x), number(label.y + size * _BASELINE), number(size), look, plain(label.text))
