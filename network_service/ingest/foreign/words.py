"""What other programs call the columns and types that we have too."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from network_service.domain.kinds import NODE_TYPES, TIE_TYPES
from network_service.domain.vocabulary import codes_by_word
from network_service.ingest.foreign.network import KEY, NAME, SOURCE, TARGET, TYPE
from network_service.ingest.forms import form_of_any
from network_service.ingest.sheets.declaration import SHEETS
from network_service.ingest.sheets.wording import columns_by_header, heading_form, rows_of_data

NODES, TIES = "nodes", "ties"
"""The two parts of a network, as mappings name them."""

_OF_FIELD = {"kind": TYPE, "source": SOURCE, "target": TARGET}
_TYPES_OF = {NODES: NODE_TYPES, TIES: TIE_TYPES}


class NodeType(NamedTuple):
    """What a word for a type of node says: the kind of our record, its sector, either of them perhaps not."""

    kind: str | None
    sector: str | None


@cache
def meaning_of_headers(part: str) -> Mapping[str, str]:
    """What a header of a part means, by the form compared: words of other programs first, then those of our sheets."""
    found = {
        heading_form(row["header"]): row["means"] for row in rows_of_data("foreign_headers") if row["part"] == part
    }
    for sheet in SHEETS:
        if sheet.kinds[0] in _TYPES_OF[part]:
            for form, code in columns_by_header(sheet.code).items():
                found.setdefault(form, _OF_FIELD.get(sheet.by_code[code].field, KEY if code == "id" else code))
    return found


@cache
def fields_of(part: str) -> tuple[str, ...]:
    """What a column of a part may be said to mean, in the order of our sheets."""
    return tuple(dict.fromkeys((KEY, NAME, TYPE, *meaning_of_headers(part).values())))


def node_type(text: str) -> NodeType | None:
    """What a word says of a node's kind and sector; `None` for a word that is none of ours."""
    form = form_of_any(text)
    kind = codes_by_word("kind").get(form)
    if kind in NODE_TYPES:
        return NodeType(kind, None)
    sector = codes_by_word("sector").get(form)
    return _node_types().get(form) or (NodeType(None, sector) if sector else None)


def tie_kind(text: str) -> str | None:
    """The kind of tie of ours that a word names; `None` for any other."""
    kind = codes_by_word("kind").get(form_of_any(text))
    return kind if kind in TIE_TYPES else None


@cache
def _node_types() -> Mapping[str, NodeType]:
    rows = rows_of_data("foreign_types")
    return {form_of_any(row["word"]): NodeType(row["kind"] or None, row["sector"] or None) for row in rows}
