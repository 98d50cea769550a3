"""The query library: questions about structure, each a pair of files with one header, found by name, never built."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from network_service.errors import MissingPart, UnknownRecord, UsageError
from network_service.store.base import Columns

TYPES = ("text", "integer", "date", "boolean")
"""Types that a parameter or a column may have."""

LANGUAGES = ("th", "en")
"""Languages in which every query says what it is for."""

QUERY_SECONDS = 2.0
"""How long a question may run in any store: a page must answer within three seconds. On 190,000 records the slowest of
the library takes 1.7; what a hub's thousands of paths need beyond that is not waited for."""

_TEXTS = (".sql", ".cypher")
_HEADER_LINE = re.compile(r"--\s*(purpose|parameter|column)\s+(\w+)\s*:\s*(.+?)\s*")


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter that a query takes or a column that it gives."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """One question: its name, what it is for in each language, what it takes, what it gives, and its two texts."""

    name: str
    purpose: Mapping[str, str]
    parameters: tuple[Field, ...]
    columns: tuple[Field, ...]
    sql: str
    cypher: str

    @property
    def in_one_answer(self) -> str:
        """The Cypher with all of its rows as one list: for each row by itself a server takes five times as long.

        What is put around it are the names that the header declares.
        """
        return f"CALL () {{ {self.cypher} }} RETURN collect([{', '.join(column.name for column in self.columns)}])"

    def columns_of(self, rows: Iterable[Sequence[object]]) -> Columns:
        """Rows as a store gives them, as columns; truth values are those of Python whatever the store has for them."""
        columns = list(zip(*rows, strict=True)) or [()] * len(self.columns)
        return {
            field.name: [_truth(value) for value in values] if field.type == "boolean" else list(values)
            for field, values in zip(self.columns, columns, strict=True)
        }

    def bind(self, values: Mapping[str, object]) -> dict[str, str | int]:
        """The values as a store takes them; `UsageError` naming what is missing, too much or of another type."""
        declared = [parameter.name for parameter in self.parameters]
        if missing := [name for name in declared if name not in values]:
            raise UsageError("query.missing_parameters", query=self.name, names=", ".join(missing))
        if extra := sorted(str(name) for name in values if name not in declared):
            raise UsageError("query.extra_parameters", query=self.name, names=", ".join(extra))
        return {parameter.name: self._fitted(parameter, values[parameter.name]) for parameter in self.parameters}

    def _fitted(self, parameter: Field, value: object) -> str | int:
        """A value of the declared type; text is read as the command line gives it."""
        fitted = _FITTED[parameter.type](value)
        if fitted is None:
            raise UsageError("query.wrong_type", query=self.name, name=parameter.name, type=parameter.type)
        return fitted


class QueryLibrary:
    """All named queries of a folder, read when first asked for."""

    def __init__(self, folder: Traversable | None = None) -> None:
        """Take the queries of this folder, or the library that comes with the program."""
        self._folder = folder

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all queries, sorted."""
        return tuple(self._queries)

    def get(self, name: str) -> NamedQuery:
        """The query of a name; `UnknownRecord` where there is none. A name is never made into a path."""
        try:
            return self._queries[name]
        except KeyError:
            raise UnknownRecord("query.unknown", name=name) from None

    @cached_property
    def _queries(self) -> dict[str, NamedQuery]:
        found = [
            _load(subject, stem)
            for subject in (self._folder or _shipped()).iterdir()
            if subject.is_dir()
            for stem in {file.name.rpartition(".")[0] for file in subject.iterdir() if file.name.endswith(_TEXTS)}
        ]
        return {query.name: query for query in sorted(found, key=lambda query: query.name)}


def _shipped() -> Traversable:
    """Inside the package as installed from a wheel; beside it in a checkout."""
    package = files("network_service")
    for folder in (package.joinpath("queries"), Path(str(package)).parent / "queries"):
        if folder.is_dir():
            return folder
    raise MissingPart("query.library_missing")


def _load(subject: Traversable, stem: str) -> NamedQuery:
    name, texts = f"{subject.name}/{stem}", [subject.joinpath(stem + suffix) for suffix in _TEXTS]
    if not all(text.is_file() for text in texts):
        raise UsageError("query.without_twin", query=name)
    sql, cypher = (text.read_text(encoding="utf-8") for text in texts)
    header: dict[str, list[tuple[str, str]]] = {"purpose": [], "parameter": [], "column": []}
    for line in sql.splitlines():
        if not line.startswith("--"):
            break
        told = _HEADER_LINE.fullmatch(line)
        if told is None:
            raise UsageError("query.bad_header", query=name, line=line)
        header[told[1]].append((told[2], told[3]))
    purpose = dict(header["purpose"])
    if sorted(purpose) != sorted(LANGUAGES) or not header["column"]:
        raise UsageError("query.bad_header", query=name, line="")
    return NamedQuery(name, purpose, _fields(name, header["parameter"]), _fields(name, header["column"]), sql, cypher)


def _fields(query: str, told: list[tuple[str, str]]) -> tuple[Field, ...]:
    for name, kind in told:
        if kind not in TYPES:
            raise UsageError("query.bad_header", query=query, line=f"{name}: {kind}")
    return tuple(Field(name, kind) for name, kind in told)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _integer(value: object) -> int | None:
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,18}", value):
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _date(value: object) -> str | None:
    """ISO text. A moment is no date: which day it is depends on the zone."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            return None
    return value.isoformat() if isinstance(value, date) and not isinstance(value, datetime) else None


def _boolean(value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    return {"true": True, "false": False}.get(value) if isinstance(value, str) else None


def _truth(value: object) -> bool | None:
    return None if value is None else bool(value)


_FITTED = {"text": _text, "integer": _integer, "date": _date, "boolean": _boolean}
