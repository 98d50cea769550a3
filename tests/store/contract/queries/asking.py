"""Asks a question of a store about the day and the province of the tests."""

from __future__ import annotations

from tests.store.records import DAY, PROVINCE

AT: dict[str, object] = {"province": PROVINCE, "day": DAY}


def rows(store, name, **parameters):
    """Rows of a question, in its order."""
    columns = store.run_query(name, {**AT, **parameters})
    return list(zip(*columns.values(), strict=True))


def picked(store, name, *columns, **parameters):
    """The same with some of its columns only: ids say nothing to who reads a test."""
    found = store.run_query(name, {**AT, **parameters})
    return list(zip(*(found[column] for column in columns), strict=True))
