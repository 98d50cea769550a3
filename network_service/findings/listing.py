"""Names for a sentence: in the order of the dictionary, no more than can be read aloud, and how many are left."""

from collections.abc import Iterable

from network_service.domain.thai.sorting import sort_key
from network_service.findings.finding import Value


def listed(parameter: str, names: Iterable[str], most: int) -> dict[str, Value]:
    """The parameters `<parameter>`, the first names in dictionary order, and `<parameter>_more`, how many are left."""
    ordered = sorted(names, key=sort_key)
    return {parameter: tuple(ordered[:most]), f"{parameter}_more": max(len(ordered) - most, 0)}
