"""docs/images/model.svg: nodes in five groups, ties as arrows, those that share their ends drawn side by side.

Nearly every tie begins at an actor. So the actors stand on the left, what they are tied to on the right, and the few
ties between other nodes run along the right edge.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from docs.generator.svg import FONTS, Box, Point, arrow, rectangle, words
from network_service.domain.kinds import NODE_TYPES
from network_service.domain.ties import ACTORS, NETWORKS, TIE_ENDS, WORK
from network_service.domain.ties import GROUPS as GROUPS_OF_PEOPLE
from network_service.domain.vocabulary import label

GROUPS: Mapping[str, tuple[str, ...]] = {
    "actors": ("person", "group", "organization", "post"),
    "structure": ("community_of_practice", "sub_network", "province_network", "body", "meeting"),
    "work": ("issue", "plan", "service", "activity", "task"),
    "formal": ("agreement", "agreement_stage", "instrument"),
    "surroundings": ("area", "population_group", "assessment_round", "rating"),
}
"""Kinds of node by group, in the order in which they are drawn from top to bottom."""


class Style(NamedTuple):
    """How a group is called and coloured."""

    thai: str
    english: str
    pale: str
    strong: str


_STYLES = {
    "actors": Style("ตัวแสดง", "actors", "#edf3fc", "#2a5599"),
    "structure": Style("โครงสร้าง", "structure", "#e9f5ec", "#25713f"),
    "work": Style("งาน", "work", "#fff5e3", "#965a00"),
    "formal": Style("เอกสารและข้อตกลง", "formal", "#f5edfb", "#713a95"),
    "surroundings": Style("สิ่งแวดล้อม", "surroundings", "#eef2f4", "#475a64"),
}
_INCOMING: Mapping[str, tuple[tuple[str, frozenset[str]], ...]] = {
    "community_of_practice": (("member_of", NETWORKS | {"community_of_practice"}),),
    "sub_network": (("manages", NETWORKS),),
    "province_network": tuple(
        (tie, frozenset({"province_network"})) for tie in ("shares_resource", "offers_resource", "needs_resource")
    ),
    "body": (("appointed_to", frozenset({"body"})),),
    "issue": (("stakeholder_of", frozenset({"issue"})),),
    "plan": (("works_on", WORK),),
    "activity": (("participated_in", frozenset({"activity"})),),
    "task": (("responsible_for", frozenset({"task"})),),
    "agreement": (("party_to", frozenset({"agreement"})), ("candidate_for", frozenset({"agreement"}))),
    "area": (("operates_in", frozenset({"area"})),),
    "population_group": (("serves", frozenset({"population_group"})),),
}
"""Ties that come from the actors, by the box at whose height they end, and what they may end at."""

_LAST_IN_FRAME = ("province_network", "service")
_WIDTH, _TOP, _ROW, _GAP = 1200, 84, 44, 14
_ACTORS_RIGHT, _TARGETS = 322, Box(590, 0, 204, 0)
_INK, _GREY = "#1c2429", "#5b676e"


class Drawn(NamedTuple):
    """A tie as the picture has it: which kinds it is drawn from and to."""

    tie: str
    sources: frozenset[str]
    targets: frozenset[str]


def drawn_ties() -> Iterator[Drawn]:
    """All arrows of the picture; together they say what `TIE_ENDS` says, which a test holds."""
    from_actors = frozenset(GROUPS["actors"])
    for incoming in _INCOMING.values():
        yield from (Drawn(tie, TIE_ENDS[tie][0] & from_actors, targets) for tie, targets in incoming)
    yield from (drawn for drawn, _ in _WITHIN_ACTORS)
    yield from (*_BETWEEN_ACTORS, *_LANES)
    yield _LOOP


_WITHIN_ACTORS = (
    (Drawn("holds_post", frozenset({"person"}), frozenset({"post"})), ((171, 226), (171, 172))),
    (Drawn("belongs_to", frozenset({"person"}), GROUPS_OF_PEOPLE), ((80, 270), (80, 330))),
    (Drawn("represents", frozenset({"person"}), GROUPS_OF_PEOPLE), ((190, 270), (190, 330))),
)
_BETWEEN_ACTORS = (
    *(Drawn(tie, *TIE_ENDS[tie]) for tie in ("collaborates_with", "links")),
    Drawn("shares_resource", ACTORS, ACTORS),
)
_LANES = (
    Drawn("concerns", frozenset({"activity"}), WORK),
    Drawn("covers", frozenset({"agreement"}), WORK | {"task"}),
    Drawn("serves", frozenset({"service"}), frozenset({"population_group"})),
    Drawn("stakeholder_of", frozenset({"population_group"}), frozenset({"issue"})),
    Drawn("assessed_in", NETWORKS | {"issue"}, frozenset({"assessment_round"})),
)
_LOOP = Drawn("supersedes", frozenset({"instrument"}), frozenset({"instrument"}))


def model_picture() -> str:
    """The whole picture."""
    boxes, panels = _places()
    height = panels["surroundings"].bottom + 20
    panels["actors"] = Box(20, _TOP, _ACTORS_RIGHT - 20, panels["surroundings"].bottom - _TOP)
    parts = [
        _opening(height),
        '<title id="title">แบบจำลองข้อมูลเครือข่ายจังหวัด · The model of a province\'s network</title>',
        _STYLE_SHEET,
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
        words((20, 38), "แบบจำลองข้อมูลเครือข่ายจังหวัด", 24, _INK, anchor="start", bold=True),
        words((20, 62), "The model of a province's network: nodes and ties", 14, _GREY, anchor="start"),
        *(_panel(group, box) for group, box in panels.items()),
        *_frames(boxes),
        *_from_actors(boxes),
        *_lanes(boxes),
        *_within_actors(),
        *_between_actors(),
        *_parts_of(boxes),
        *(_node(kind, box) for kind, box in boxes.items()),
        *_legend(panels["actors"]),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


_STYLE_SHEET = (
    "<style>.words{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}"
    ".node .words,.panel .words{stroke:none}</style>"
)


def _opening(height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
        f'font-family="{FONTS}" role="img" aria-labelledby="title">'
    )


def _places() -> tuple[dict[str, Box], dict[str, Box]]:
    """Boxes of the nodes and of the groups."""
    boxes = {
        "post": Box(96, 128, 150, 44),
        "person": Box(36, 226, 270, 44),
        "group": Box(46, 338, 118, 44),
        "organization": Box(178, 338, 118, 44),
    }
    panels = {}
    y = _TOP
    for group, kinds in GROUPS.items():
        if group == "actors":
            continue
        top, y = y, y + (44 if group == "structure" else 40)
        for kind in kinds:
            rows = max(1, len(_INCOMING.get(kind, ())))
            boxes[kind] = Box(_TARGETS.x, y, _TARGETS.width, rows * (_ROW + 8) - 8)
            y = boxes[kind].bottom + (_GAP + 8 if kind in _LAST_IN_FRAME else _GAP)
        panels[group] = Box(_TARGETS.x - 22, top, _TARGETS.width + 44, y - top)
        y += _GAP
    return boxes, panels


def _panel(group: str, box: Box) -> str:
    style = _STYLES[group]
    title = words((box.x + 12, box.y + 23), style.thai, 16, style.strong, anchor="start", bold=True)
    english = words((box.right - 12, box.y + 23), style.english, 12, style.strong, anchor="end")
    return '<g class="panel">' + rectangle(box, style.pale, "none", radius=10) + title + english + "</g>"


def _node(kind: str, box: Box) -> str:
    style = _STYLES[_group_of(kind)]
    x, y = box.middle
    return (
        f'<g class="node" data-kind="{kind}">'
        + rectangle(box, "#fff", style.strong)
        + words((x, y - 1), label("kind", kind, "th"), 15, _INK, bold=True)
        + words((x, y + 15), label("kind", kind, "en"), 11, _GREY)
        + "</g>"
    )


def _group_of(kind: str) -> str:
    return next(group for group, kinds in GROUPS.items() if kind in kinds)


def _around(boxes: Mapping[str, Box], kinds: frozenset[str], by: int) -> Box:
    """The frame around boxes that stand below one another or side by side."""
    chosen = [boxes[kind] for kind in kinds]
    x, y = min(box.x for box in chosen) - by, min(box.y for box in chosen) - by
    right, bottom = max(box.right for box in chosen) + by, max(box.bottom for box in chosen) + by
    return Box(x, y, right - x, bottom - y)


_FRAMES = ((NETWORKS | {"community_of_practice"}, 12), (NETWORKS, 6), (WORK, 6), (GROUPS_OF_PEOPLE, 8))
"""Kinds that a tie may end at alike, and how far around them their frame is drawn."""


def _frames(boxes: Mapping[str, Box]) -> Iterator[str]:
    for kinds, by in _FRAMES:
        colour = _STYLES[_group_of(min(kinds))].strong
        yield rectangle(_around(boxes, kinds, by), "none", colour, radius=9, dashes="3 3")


def _end(boxes: Mapping[str, Box], targets: frozenset[str]) -> Box:
    """What an arrow to these kinds touches: their box, else the frame around them."""
    by = dict(_FRAMES).get(targets, 0)
    return _around(boxes, targets, by)


def _tie(drawn: Drawn, *shapes: str) -> str:
    ends = (" ".join(kind for kind in NODE_TYPES if kind in one) for one in (drawn.sources, drawn.targets))
    sources, targets = ends
    return (
        f'<g class="tie" data-tie="{drawn.tie}" data-from="{sources}" data-to="{targets}">' + "".join(shapes) + "</g>"
    )


def _from_actors(boxes: Mapping[str, Box]) -> Iterator[str]:
    for kind, incoming in _INCOMING.items():
        colour = _STYLES[_group_of(kind)].strong
        for row, (tie, targets) in enumerate(incoming):
            drawn = Drawn(tie, TIE_ENDS[tie][0] & frozenset(GROUPS["actors"]), targets)
            y = boxes[kind].y + row * (_ROW + 8) + _ROW // 2
            points = [(_ACTORS_RIGHT, y), (_end(boxes, targets).x, y)]
            english = label("kind", tie, "en")
            if drawn.sources != ACTORS:
                names = (label("kind", one, "en") for one in GROUPS["actors"] if one in drawn.sources)
                english += f" ({', '.join(names)})"
            middle = (_ACTORS_RIGHT + _TARGETS.x - 22) // 2
            thai = words((middle, y - 6), label("kind", tie, "th"), 14, _INK, bold=True)
            yield _tie(drawn, arrow(points, colour), thai, words((middle, y + 14), english, 11, _GREY))


def _named(tie: str, at: Point, *, anchor: str = "middle") -> str:
    thai, english = (label("kind", tie, language) for language in ("th", "en"))
    return words(at, thai, 13, _INK, bold=True, anchor=anchor) + words(
        (at[0], at[1] + 14), english, 11, _GREY, anchor=anchor
    )


def _within_actors() -> Iterator[str]:
    for drawn, points in _WITHIN_ACTORS:
        middle = (points[0][1] + points[1][1]) // 2
        named = _named(drawn.tie, (points[0][0] + 10, middle - 2), anchor="start")
        yield _tie(drawn, arrow(points, _STYLES["actors"].strong), named)


def _between_actors() -> Iterator[str]:
    style = _STYLES["actors"]
    yield words((36, 428), "ระหว่างตัวแสดง", 14, style.strong, anchor="start", bold=True)
    yield words((306, 428), "between actors", 11, style.strong, anchor="end")
    for row, drawn in enumerate(_BETWEEN_ACTORS):
        y = 462 + row * 56
        ends = (Box(32, y - 17, 66, 34), Box(244, y - 17, 66, 34))
        chips = [
            shape
            for box, kinds in zip(ends, (drawn.sources, drawn.targets), strict=True)
            for shape in (rectangle(box, "#fff", style.strong, dashes="3 3"), *_chip(box, kinds))
        ]
        line = arrow([(ends[0].right, y), (ends[1].x, y)], style.strong)
        named = words((171, y - 6), label("kind", drawn.tie, "th"), 13, _INK, bold=True)
        yield _tie(drawn, *chips, line, named, words((171, y + 14), label("kind", drawn.tie, "en"), 11, _GREY))


def _chip(box: Box, kinds: frozenset[str]) -> Iterator[str]:
    x, y = box.middle
    thai, english = ("ตัวแสดง", "any actor") if kinds == ACTORS else ("กลุ่ม องค์กร", "group, org.")
    yield words((x, y), thai, 11, _INK)
    yield words((x, y + 12), english, 10, _GREY)


_LANE_AT: Mapping[str, tuple[int, str, int]] = {
    "concerns": (862, "activity", -42),
    "covers": (926, "agreement", -52),
    "serves": (990, "instrument", 0),
    "stakeholder_of": (1062, "agreement", -6),
    "assessed_in": (1136, "body", 10),
}
"""How far to the right each lane runs, and beside which box, how much lower, its name stands."""


def _lanes(boxes: Mapping[str, Box]) -> Iterator[str]:
    networks, work = _around(boxes, NETWORKS, 6), _around(boxes, WORK, 6)

    def right(kind: str, lower: int = 0, frame: Box | None = None) -> Point:
        return ((frame or boxes[kind]).right, boxes[kind].middle[1] + lower)

    ways: Mapping[str, tuple[Point, Point]] = {
        "concerns": (right("activity"), right("plan", -9, work)),
        "covers": (right("agreement"), right("plan", 9, work)),
        "serves": (right("service"), right("population_group", -9)),
        "stakeholder_of": (right("population_group", 9), right("issue", -9)),
        "assessed_in": (right("sub_network", 0, networks), right("assessment_round")),
    }
    for drawn in _LANES:
        x, beside, lower = _LANE_AT[drawn.tie]
        start, end = ways[drawn.tie]
        colour = _STYLES[_group_of(min(drawn.targets))].strong
        shapes = [arrow([start, (x, start[1]), (x, end[1]), end], colour)]
        if drawn.tie == "covers":
            shapes.append(arrow([(x, right("task")[1]), right("task")], colour))
        if drawn.tie == "assessed_in":
            shapes.append(arrow([right("issue", 9), (x, right("issue", 9)[1])], colour, head=False))
        at = (x, boxes[beside].middle[1] + lower)
        behind = rectangle(Box(x - 20, at[1] - 13, 40, 31), "#fff", "none")
        yield _tie(drawn, *shapes, behind, _named(drawn.tie, at))
    x, y = right("instrument")
    loop = arrow([(x, y - 10), (842, y - 10), (842, y + 10), (x, y + 10)], _STYLES["formal"].strong)
    yield _tie(_LOOP, loop, _named("supersedes", (850, y), anchor="start"))


def _parts_of(boxes: Mapping[str, Box]) -> Iterator[str]:
    """Records that are part of another, which a field of theirs names."""
    for part, whole in (("meeting", "body"), ("agreement_stage", "agreement")):
        x = boxes[part].middle[0]
        yield arrow([(x, boxes[part].y), (x, boxes[whole].bottom)], _STYLES[_group_of(part)].strong, dashes="3 2")


_LEGEND = (
    ("ลูกศร: สายสัมพันธ์ จากต้นทางไปปลายทาง", "arrow: a tie, from source to target"),
    ("เริ่มที่กรอบตัวแสดง: บุคคล กลุ่ม หรือองค์กร", "from the frame of actors: any of the three levels,"),
    ("หรือเฉพาะที่เขียนในวงเล็บ", "or only those in brackets"),
    ("ปลายที่กรอบประ: ทุกชนิดในกรอบ", "to a dashed frame: any kind within"),
    ("ลูกศรประ: เป็นส่วนหนึ่งของ", "dashed arrow: is part of"),
    ("ทุกจุดและทุกสายสัมพันธ์: ตั้งแต่วันที่ ถึงวันที่", "every node and tie: valid from and to, source,"),
    ("ที่มา ความน่าเชื่อถือ และผู้ที่เห็นได้", "how well founded, and who may see it"),
)


def _legend(box: Box) -> Iterator[str]:
    style = _STYLES["actors"]
    yield words((36, box.y + 560), "วิธีอ่านภาพ", 14, style.strong, anchor="start", bold=True)
    yield words((306, box.y + 560), "how to read it", 11, style.strong, anchor="end")
    for row, (thai, english) in enumerate(_LEGEND):
        y = box.y + 588 + row * 35
        yield words((36, y), thai, 13, _INK, anchor="start")
        yield words((36, y + 14), english, 11, _GREY, anchor="start")
