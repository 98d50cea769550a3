"""Columns of nodes or of ties as formats with declared types want them: whole numbers, numbers, texts."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from network_service.documents.flat_network import FlatRow
from network_service.ingest.values import Written


class GraphType(StrEnum):
    """A type of a column, by the name that GraphML has for it."""

    LONG = "long"
    DOUBLE = "double"
    STRING = "string"


def graph_type(code: str, rows: Sequence[FlatRow]) -> GraphType:
    """The type of a column: that of numbers only where no row has anything else in it."""
    found = [value for row in rows if (value := row.values.get(code)) is not None]
    if all(isinstance(value, int) for value in found):
        return GraphType.LONG
    return GraphType.DOUBLE if all(isinstance(value, int | float) for value in found) else GraphType.STRING


def as_graph_text(value: Written) -> str:
    """A value as a graph file says it: days in ISO form, numbers to their last digit."""
    return value.isoformat() if isinstance(value, date) else str(value)
