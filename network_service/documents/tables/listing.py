"""Several values in one cell of a table, short enough for a spreadsheet, whose cells hold 32,767 characters."""

import json
from collections.abc import Iterable, Mapping
from itertools import islice

MOST_LISTED = 40
"""Values in one cell: a name has at most 500 characters, so that 40 always fit. Beyond, the last says how many more."""


def listed(values: Iterable[str], count: int) -> str | None:
    """So many values with semicolons between; `None` where there are none."""
    return "; ".join(map(str, _shortened(values, count))) or None


def as_json(told: Mapping[str, object]) -> str:
    """Named values as a JSON object; days are ISO, long lists shortened."""
    return json.dumps({name: _plain(value) for name, value in told.items()}, ensure_ascii=False, default=str)


def _plain(value: object) -> object:
    return _shortened(value, len(value)) if isinstance(value, tuple) else value


def _shortened(values: Iterable[object], count: int) -> list[object]:
    kept = list(islice(values, MOST_LISTED))
    return kept if count <= MOST_LISTED else [*kept, f"… +{count - MOST_LISTED}"]
