"""Figures of the network, tables of actors, and how each was made."""

from collections.abc import Iterable
from dataclasses import dataclass

from network_service.analysis.result import Method
from network_service.documents.report.parts import ActorTable, Form
from network_service.documents.report.telling import Telling


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure of the network with what it means, and why it is not known where it is not."""

    name: str
    value: str
    explained: str
    reason: str


@dataclass(frozen=True, slots=True)
class TableView:
    """A table of actors in words; `numeric` says which columns hold figures."""

    title: str
    explained: str
    headings: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class MethodRow:
    """How a figure was made, as the methods appendix lists it: its name, and pairs of caption and text."""

    name: str
    explained: str
    facts: tuple[tuple[str, str], ...]


def figure_rows(telling: Telling) -> tuple[FigureRow, ...]:
    """The key figures in the order given."""
    return tuple(
        FigureRow(
            telling.text(f"measure.{one.code}"),
            telling.figure(one.value, one.form),
            telling.text(f"measure.{one.code}.explained"),
            telling.text(one.reason) if one.value is None and one.reason else "",
        )
        for one in telling.parts.figures
    )


def tables(telling: Telling) -> tuple[TableView, ...]:
    """The tables of actors in the order given."""
    return tuple(_table(table, telling) for table in telling.parts.tables)


def method_rows(telling: Telling) -> tuple[MethodRow, ...]:
    """How every figure of the report was made, each once, in the order in which they appear."""
    return tuple(_method(method, telling) for method in _once(telling))


def _table(table: ActorTable, telling: Telling) -> TableView:
    actors = telling.parts.snapshot.actors
    rows = []
    for row in table.rows:
        place = actors.index.get(row.actor)
        sector = actors.sectors[place] if place is not None else None
        told = telling.word("sector", sector) if sector else telling.text("not_known")
        cells = zip(row.cells, table.columns, strict=True)
        rows.append((telling.name(row.actor), told, *(telling.cell(value, column.form) for value, column in cells)))
    return TableView(
        telling.text(f"report.table.{table.code}"),
        telling.text(f"report.table.{table.code}.explained"),
        (
            telling.text("map.column.name"),
            telling.text("map.column.sector"),
            *(telling.text(column.title) for column in table.columns),
        ),
        (False, False, *(column.form is not Form.ACTORS for column in table.columns)),
        tuple(rows),
    )


def _once(telling: Telling) -> Iterable[Method]:
    parts = telling.parts
    given = [one.method for one in parts.figures]
    given += [method for table in parts.tables for method in table.methods]
    given += parts.methods
    return {(one.measure, one.network): one for one in given}.values()


def _method(method: Method, telling: Telling) -> MethodRow:
    parameters = "; ".join(f"{name} = {_plain(value)}" for name, value in method.parameters.items())
    facts = {
        "definition": method.definition,
        "network": telling.text(f"report.network.{method.network}"),
        "normalisation": method.normalisation,
        "parameters": parameters,
        "source": method.source,
        "engine": f"{method.engine} {method.engine_version}".strip(),
        "seed": "" if method.seed is None else str(method.seed),
    }
    return MethodRow(
        telling.text(f"measure.{method.measure}"),
        telling.text(f"measure.{method.measure}.explained"),
        tuple((telling.text(f"report.method.{name}"), text) for name, text in facts.items() if text),
    )


def _plain(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, list | tuple | set | frozenset):
        each = [str(one) for one in value]
        return ", ".join(each if isinstance(value, list | tuple) else sorted(each))
    return str(value)
