"""Under which heads the source report names each tool of participation (3.2)."""

from functools import cache

from network_service.domain.data_rows import data_rows


@cache
def _heads() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in data_rows("participation_tools"):
        found[row["tool"]] = (*found.get(row["tool"], ()), (row["head"], row["group"]))
    return found


def heads_of(tool: str) -> tuple[tuple[str, str], ...]:
    """The heads of a tool as (form of participation, group within it); `KeyError` for a tool that is not named."""
    return _heads()[tool]
