"""Rows a second and memory from a file of each format to checked records, beside pandas and networkx on the same file.

The last rows are what an office waits for: a file into a store with its history and audit.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd

from benchmarks.bench_ingest import write_workbook
from benchmarks.side_by_side import cost_of
from network_service.documents.csv_export import write_csv
from network_service.documents.flat_network import flat_network
from network_service.documents.gexf_export import write_gexf
from network_service.documents.graphml_export import write_graphml
from network_service.documents.json_export import write_json
from network_service.documents.pajek_export import write_pajek
from network_service.domain.principal import local_operator
from network_service.ingest.reading import read_file
from network_service.operations.import_network import ImportOptions, import_network
from network_service.store.sqlite.store import SqliteStore

PROVINCE = "TH-98"
DAY = date(2026, 1, 15)
GRAPH_READERS: dict[str, Any] = {"GraphML": nx.read_graphml, "GEXF": nx.read_gexf, "Pajek": nx.read_pajek}
Way = tuple[str, Callable[[], object]]


def with_us(paths: list[Path]) -> None:
    """Read, judged, references resolved, ids given."""
    found = read_file(paths, province=PROVINCE).assemble({}, day=DAY)
    if found.faults:
        raise ValueError(found.faults[:3])


def into_a_store(paths: list[Path], folder: Path) -> None:
    """The same, then compared and written in one change set, with history and audit."""
    with tempfile.TemporaryDirectory(dir=folder) as place, SqliteStore.open(Path(place) / "store.sqlite") as store:
        report = import_network(local_operator("bench"), store, paths, ImportOptions(day=DAY, province=PROVINCE))
        if not report.written:
            raise ValueError(report.faults[:3])


def write_kumu_pair(folder: Path, rows: int) -> list[Path]:
    """Elements and connections as Kumu exports them: half of the rows each."""
    elements, connections = folder / "elements.csv", folder / "connections.csv"
    half = rows // 2
    with elements.open("w", encoding="utf-8") as file:
        file.write("Label,Type,Description,Tags\n")
        file.writelines(f"องค์กรทดลองที่ {number},Organization,หมายเหตุ,น้ำ|ป่า\n" for number in range(half))
    with connections.open("w", encoding="utf-8") as file:
        file.write("From,To,Direction,Label,Strength\n")
        for number in range(half):
            ends = f"องค์กรทดลองที่ {number},องค์กรทดลองที่ {(number * 7 + 1) % half}"
            file.write(f"{ends},directed,สุขภาพ,{1 + number % 5}\n")
    return [elements, connections]


def files_of(folder: Path, rows: int) -> dict[str, list[Path]]:
    """The same network in each format, made of a workbook as offices send it."""
    workbook = folder / "network.xlsx"
    write_workbook(workbook, rows // 2, rows // 2)
    records = read_file(workbook).assemble({}).records
    network = flat_network(records, PROVINCE, "th")
    files = {"workbook": [workbook], "CSV pair of Kumu": write_kumu_pair(folder, rows)}
    files["CSV pair of ours"] = list(write_csv(folder / "ours.csv", network))
    for name, write in {"GraphML": write_graphml, "GEXF": write_gexf, "Pajek": write_pajek}.items():
        write(folder / name, network)
        files[name] = [folder / name]
    write_json(folder / "JSON", records, PROVINCE)
    files["JSON"] = [folder / "JSON"]
    return files


def ways(name: str, files: list[Path], folder: Path) -> Iterator[Way]:
    """Ours, what others make of the same file, and ours into a store."""
    yield "network service: to checked records", partial(with_us, files)
    first = files[0]
    if name == "workbook":
        yield "pandas: cells only", partial(pd.read_excel, first, sheet_name=None)
    elif name.startswith("CSV"):
        yield "pandas: cells only", lambda: [pd.read_csv(path) for path in files]
        yield "pandas and networkx: a graph", partial(graph_of_pair, files)
    elif name == "JSON":
        yield "pandas: values only", partial(pd.read_json, first, orient="index", typ="series")
    else:
        yield "networkx: a graph", partial(GRAPH_READERS[name], first)
    if name in ("workbook", "CSV pair of Kumu"):
        yield "network service: into the store", partial(into_a_store, files, folder)


def graph_of_pair(files: list[Path]) -> None:
    """A graph of a table of nodes and one of ties, by the first two columns of the latter."""
    nodes, ties = (pd.read_csv(path) for path in files)
    source, target = ties.columns[:2]
    graph = nx.from_pandas_edgelist(ties, source, target, edge_attr=True, create_using=nx.MultiDiGraph)
    graph.add_nodes_from(nodes.iloc[:, 0])


def run(rows: int = 10_000) -> None:
    """Print one row a format and way."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        files = files_of(folder, rows)
        print(f"{rows:,} rows of nodes and ties, half each")
        print(f"{'':<20} {'':<36} {'seconds':>8} {'rows/s':>8} {'MB':>6}")
        for name, paths in files.items():
            for way, work in ways(name, paths, folder):
                cost = cost_of(work)
                told = f"{cost.seconds:>8.2f} {rows / cost.seconds:>8,.0f} {cost.megabytes:>6.0f}" if cost else "over"
                print(f"{name:<20} {way:<36} {told}", flush=True)


if __name__ == "__main__":
    run()
