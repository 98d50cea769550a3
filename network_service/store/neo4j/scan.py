"""Reads columns for a snapshot: pages of canonical JSON, taken apart here."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from operator import itemgetter
from typing import Any, Protocol

from network_service.store.base import Columns
from network_service.store.mapping import canonical_json, require_fields
from network_service.store.neo4j import statements
from network_service.store.neo4j.driver import Transaction

_PAGE = 10_000  # records: 4 MB of JSON, of which the server keeps one page at a time


class _Read(Protocol):
    def __call__(self, work: Callable[[Transaction], list[Any] | None], /) -> list[Any] | None: ...


def scan(
    read: _Read,
    kinds: Sequence[str],
    fields: Sequence[str],
    *,
    provinces: Sequence[str],
    as_of: date,
    moment: dict[str, int],
) -> Columns:
    """Columns of all records of some kinds and provinces that hold on a day, ordered by id."""
    require_fields(kinds, fields)
    found: list[tuple[str, str]] = []
    runs = [(province, kind) for province in sorted(set(provinces)) for kind in sorted(set(kinds))]
    for province, kind in runs:
        after, more = "", True
        while more:
            values = {"province": province, "kind": kind, "after": after, "page": _PAGE, "day": as_of.isoformat()}
            row = read(lambda tx, values=values: tx.one(statements.SCAN, **values, at=moment["at"]))  # type: ignore[misc]
            ids, texts = row or ([], [])
            found += zip(ids, texts, strict=True)
            more = len(ids) == _PAGE
            after = ids[-1] if ids else after
    if len(runs) > 1:
        found.sort(key=itemgetter(0))
    records = json.loads(f"[{','.join(text for _, text in found)}]")
    return {field: [_plain(record.get(field)) for record in records] for field in fields}


def _plain(value: object) -> object:
    """Truth values as 0 or 1, lists as JSON text."""
    if isinstance(value, bool):
        return int(value)
    return canonical_json(value) if isinstance(value, list | dict) else value
