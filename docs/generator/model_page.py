"""docs/model.md: the model in one picture and one table."""

import re
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from docs.generator.markdown import code, page, table
from docs.generator.model_picture import GROUPS
from docs.generator.places import sheet_shown, sheets_of
from network_service.domain.keys import NODE_KEYS, TIE_APART
from network_service.domain.kinds import NODE_TYPES, RECORD_TYPES, TIE_TYPES
from network_service.domain.nodes import Verified
from network_service.domain.record import Record
from network_service.domain.references import FIELD_KINDS
from network_service.domain.ties import TIE_ENDS
from network_service.domain.vocabulary import label

_INTRODUCTION = """# The model · แบบจำลองข้อมูล

A province's network is a graph: nodes (จุด) and ties (สายสัมพันธ์) between them. Every record is valid from one day to
another and is never overwritten: a change is a new revision.

![Nodes and ties of a province's network](images/model.svg)

In the picture an arrow that leaves the frame of actors may begin at any of the kinds written at its start; where
nothing is written, at all three levels of actors. The tables name the ends of every tie.
"""
_COMMON = """## What every record carries

{fields}

- **An id** is derived from the province and the office's own code, else from what the table calls *told apart by*: the
  same file gives the same ids anywhere. Ties without a code are told apart by their kind and both ends, by the fields
  named in the table, and then by their order among periods.
- **`valid_from`** empty means "since before the records". **`valid_to`** is the first day on which it no longer holds;
  screens and workbooks show the last day included.
- **Seen by** is the default of the kind: `public`, `member`, `officer` or `restricted`. The field `visibility` of a
  record goes before it. What is restricted counts in figures and is named in none.
- Groups, organisations and persons also carry {verified}.

Which code of the source is kept where: [codes.md](codes.md). Words: [terms-to-confirm.md](terms-to-confirm.md).
"""
_THEMES = {
    "actors": "Actors · ตัวแสดง",
    "structure": "Structure · โครงสร้าง",
    "work": "Work · งาน",
    "formal": "Formal · เอกสารและข้อตกลง",
    "surroundings": "Surroundings · สิ่งแวดล้อมของเครือข่าย",
}


def model_page() -> str:
    """The whole document."""
    nodes = []
    for theme, title in _THEMES.items():
        kinds = [kind for kind in NODE_TYPES if kind in GROUPS[theme]]
        nodes += [f"### {title}", table(_NODE_HEADERS, (_node(kind) for kind in kinds))]
    others = NODE_TYPES.keys() - {kind for kinds in GROUPS.values() for kind in kinds}
    if others:
        nodes += ["### Made by merging", table(_NODE_HEADERS, (_node(kind) for kind in sorted(others)))]
    ties = table(_TIE_HEADERS, (_tie(kind) for kind in TIE_TYPES))
    common = _COMMON.format(
        fields=code(*(name for name in Record.model_fields if name != "kind")),
        verified=code(*(name for name in Verified.model_fields if name not in Record.model_fields)),
    )
    return page(_INTRODUCTION.strip(), "## Nodes", *nodes, "## Ties", ties, common.strip())


_NODE_HEADERS = ("kind", "ไทย", "meaning", "told apart by", "fields", "seen by", "sheet")
_TIE_HEADERS = ("kind", "ไทย", "from → to", "meaning", "told apart by", "fields", "seen by", "sheet")


def _node(kind: str) -> tuple[str, ...]:
    key = code(*NODE_KEYS[kind]) if kind in NODE_KEYS else "its name"
    if kind in ("area", "instrument"):
        key += ", else its name"
    return (f"`{kind}`", label("kind", kind, "th"), _meaning(kind), key, _fields(kind), _seen_by(kind), _sheets(kind))


def _tie(kind: str) -> tuple[str, ...]:
    sources, targets = (", ".join(f"`{one}`" for one in NODE_TYPES if one in ends) for ends in TIE_ENDS[kind])
    return (
        f"`{kind}`",
        label("kind", kind, "th"),
        f"{sources} → {targets}",
        _meaning(kind),
        code(*TIE_APART.get(kind, ())),
        _fields(kind),
        _seen_by(kind),
        _sheets(kind),
    )


def _meaning(kind: str) -> str:
    """The first sentence of what the record says of itself."""
    text = " ".join((RECORD_TYPES[kind].__doc__ or "").split())
    return re.split(r"(?<=\.) (?=[A-Z`])", text)[0]


def _fields(kind: str) -> str:
    """The fields of a kind's own, what they hold in brackets where their names do not say it."""
    shared = {*Record.model_fields, *Verified.model_fields, "source", "target"}
    own = {name: one for name, one in RECORD_TYPES[kind].model_fields.items() if name not in shared}
    return ", ".join(f"`{name}`{_held(name, one.annotation)}" for name, one in own.items())


def _held(name: str, annotation: Any) -> str:
    if name in FIELD_KINDS:
        if NODE_TYPES.keys() - FIELD_KINDS[name] <= {"province_network"}:
            return " (→ any node but the province's network)"
        return " (→ " + ", ".join(f"`{kind}`" for kind in NODE_TYPES if kind in FIELD_KINDS[name]) + ")"
    if get_origin(annotation) in (Union, UnionType):
        (annotation,) = (one for one in get_args(annotation) if one is not NoneType)
    if get_origin(annotation) is tuple:
        return " […]"
    return ""


def _seen_by(kind: str) -> str:
    return f"`{RECORD_TYPES[kind].default_visibility}`"


def _sheets(kind: str) -> str:
    return "; ".join(sheet_shown(sheet) for sheet in sheets_of(kind))
