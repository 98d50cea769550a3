"""Reads columns for a snapshot: pages of canonical JSON, taken apart here."""

import json
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any, Protocol, TypeAlias

from network_service.store.base import Columns
from network_service.store.mapping import canonical_json, require_fields
from network_service.store.neo4j import statements
from network_service.store.neo4j.driver import Transaction

_PAGE = 10_000  # records: 4 MB of JSON, of which the server keeps one page at a time
_Page: TypeAlias = tuple[list[str], list[str]]


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
    runs = [(province, kind) for province in sorted(set(provinces)) for kind in sorted(set(kinds))]
    ids: list[str] = []
    columns: dict[str, list[Any]] = {field: [] for field in fields}
    for page_ids, texts in _ahead(_pages(read, runs, {"day": as_of.isoformat(), "at": moment["at"]})):
        records = json.loads(f"[{','.join(texts)}]")
        ids += page_ids
        for field, column in columns.items():
            column += [value if type(value := record.get(field)) is str else _plain(value) for record in records]
    if len(runs) > 1:
        order = sorted(range(len(ids)), key=ids.__getitem__)
        columns = {field: [column[place] for place in order] for field, column in columns.items()}
    return columns


def _pages(read: _Read, runs: Sequence[tuple[str, str]], values: dict[str, Any]) -> Iterator[_Page]:
    """Ids and JSON texts page by page, each run following the index in the order of id."""
    for province, kind in runs:
        after, more = "", True
        while more:
            of_page = {**values, "province": province, "kind": kind, "after": after, "page": _PAGE}
            row = read(lambda tx, asked=of_page: tx.one(statements.SCAN, **asked))  # type: ignore[misc]
            ids, texts = row or ([], [])
            yield ids, texts
            more = len(ids) == _PAGE
            after = ids[-1] if ids else after


def _ahead(pages: Iterator[_Page]) -> Iterator[_Page]:
    """The same pages, of which the next is asked for while one is taken apart: half of the time is the server's."""
    with ThreadPoolExecutor(max_workers=1) as asking:
        coming = asking.submit(next, pages, None)
        while (page := coming.result()) is not None:
            coming = asking.submit(next, pages, None)
            yield page


def _plain(value: object) -> object:
    """Truth values as 0 or 1, lists as JSON text."""
    if isinstance(value, bool):
        return int(value)
    return canonical_json(value) if isinstance(value, list | dict) else value
