"""The law that two stores obey: of the same records every question gives the same rows, in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice, product

from network_service.domain.record import Record
from network_service.store.base import Store
from network_service.store.query_library import NamedQuery, QueryLibrary

MOST_ASKED = 6
"""Ways in which one question is asked of one network."""


def assert_same_answers(one: Store, other: Store, records: list[Record], province: str, day: date) -> int:
    """Ask both stores every question in several ways; the number of rows that were compared."""
    compared = 0
    for query in map(QueryLibrary().get, QueryLibrary().names):
        for values in asked(query, records, province, day):
            ours, theirs = one.run_query(query.name, values), other.run_query(query.name, values)
            assert list(ours) == list(theirs) == [column.name for column in query.columns], query.name
            rows, others = (list(zip(*columns.values(), strict=True)) for columns in (ours, theirs))
            assert sorted(rows, key=repr) == sorted(others, key=repr), (query.name, values)
            assert rows == others, ("the same rows in another order", query.name, values)
            compared += len(rows)
    return compared


def asked(query: NamedQuery, records: list[Record], province: str, day: date) -> Iterator[dict[str, object]]:
    """Values for the parameters of a question: of those that are records, some that have ties."""
    ends = [record for record in records if record.kind == "collaborates_with"]
    actors = list(dict.fromkeys([*(tie.source for tie in ends), *(tie.target for tie in ends)]))  # type: ignore[attr-defined]
    bodies = [record.id for record in records if record.kind == "body"]
    choices: dict[str, list[object]] = {
        "province": [province],
        "day": [day],
        "since": [day - timedelta(days=30), day - timedelta(days=365)],
        "actor": [*actors[:6:2], "unknown"],
        "other": [*actors[-1:-6:-3], actors[1]],
        "body": [*bodies, "unknown"],
        "steps": [4, 2],
        "frequency": [3, 1],
        "at_least": [1, 2],
        "days": [90, 0],
        "sector": ["state", "business"],
        "other_sector": ["business", "community"],
        "role": ["chair", "secretary"],
        "responsibility": ["accountable", "responsible"],
        "resource_kind": ["budget", "place"],
        "area_level": ["district", "subdistrict"],
    }
    names = [field.name for field in query.parameters]
    ways = [dict(zip(names, way, strict=True)) for way in product(*(choices[name] for name in names))]
    step = max(1, len(ways) // MOST_ASKED)
    yield from islice(ways, 0, None, step)
