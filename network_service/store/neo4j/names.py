"""Labels and relationship types: a fixed list, so that no name from outside ever enters a statement."""

from collections.abc import Sequence

from network_service.domain.kinds import NODE_TYPES, TIE_TYPES

LABELS = {kind: "".join(part.capitalize() for part in kind.split("_")) for kind in sorted(NODE_TYPES)}
"""The label of each kind of node, beside `NetworkNode`, which all have."""

TYPES = {kind: kind.upper() for kind in sorted(TIE_TYPES)}
"""The relationship type of each kind of tie."""


def places(fields: Sequence[str], *, start: int = 0) -> str:
    """The properties of a map in a statement, each taken from its place in the list `row`; fields are ours."""
    return ", ".join(f"{field}: row[{place}]" for place, field in enumerate(fields, start=start))
