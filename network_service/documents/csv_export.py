"""A network as two CSV files, nodes and ties, that Excel and Gephi open side by side.

They carry every node and tie with all its columns, in words of one language; days are in ISO form. What a spreadsheet
would run as a formula begins with an apostrophe, which reading takes off again. A tie that holds both ways is
undirected; its kind stands under `Kind`, as `Type` is Gephi's word for the direction.
"""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from network_service.documents.flat_network import FlatNetwork
from network_service.documents.output_folder import OutputFolder
from network_service.ingest.formula_guard import guard
from network_service.ingest.values import Written

_NODE_HEADERS = ("Id", "Label", "Kind")
_TIE_HEADERS = ("Source", "Target", "Type", "Id", "Kind")
_GEPHI_WORDS = {"weight": "Weight"}
"""Columns of ours that Gephi knows under a word of its own."""


def csv_paths(path: Path) -> tuple[Path, Path]:
    """The two files that are written for a path: `out.csv` gives `out-nodes.csv` and `out-ties.csv` beside it."""
    stem = path.stem if path.suffix.lower() == ".csv" else path.name
    return path.with_name(f"{stem}-nodes.csv"), path.with_name(f"{stem}-ties.csv")


def write_csv(path: Path, network: FlatNetwork) -> tuple[Path, Path]:
    """Write both files or none, and give their paths."""
    nodes, ties = csv_paths(path)
    with OutputFolder(path.parent) as folder:
        _write(
            folder.path(nodes.name),
            (*_NODE_HEADERS, *network.node_columns),
            ([row.id, row.label, row.kind, *map(row.values.get, network.node_columns)] for row in network.nodes),
        )
        _write(
            folder.path(ties.name),
            (*_TIE_HEADERS, *(_GEPHI_WORDS.get(column, column) for column in network.tie_columns)),
            (
                [
                    row.source,
                    row.target,
                    "Undirected" if row.mutual else "Directed",
                    row.id,
                    row.kind,
                    *map(row.values.get, network.tie_columns),
                ]
                for row in network.ties
            ),
        )
    return nodes, ties


def _write(path: Path, headers: Sequence[str], rows: Iterable[Sequence[Written]]) -> None:
    # The mark at the beginning is how Excel knows UTF-8: without it Thai opens as Western letters.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headers)
        writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: Written) -> str:
    """What stands in a cell: a guarded text, a number as programs write it, a day in ISO form."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return guard(value) if isinstance(value, str) else repr(value)
