"""Nodes and ties as GraphML, for yEd, Gephi, igraph and networkx.

Carries every column, each as a key named by its code; the kind of a record stands under `kind`, what programs show
under `label`, province and title with the graph. All ties are directed, as networkx reads no mixed file: one that holds
both ways says so under `mutual`.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from network_service.documents.flat_network import FlatNetwork, FlatRow
from network_service.documents.graph_columns import as_graph_text, graph_type
from network_service.documents.whole_file import whole_file
from network_service.documents.xml_text import in_element, in_quotes
from network_service.ingest.foreign.our_graphs import KIND, LABEL, MARK

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">"""
_SYNTHETIC = "<!-- synthetic data: every name in it is invented -->"
_NODES, _TIES = "n_", "e_"
"""What the ids of keys begin with: one code may be a column of both."""


def write_graphml(path: Path, network: FlatNetwork) -> None:
    """Write the nodes and ties of a province; invented data says so at the top and with the graph."""
    with whole_file(path) as written, written.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in _lines(network))


def _lines(network: FlatNetwork) -> Iterator[str]:
    yield _HEAD
    if network.synthetic:
        yield _SYNTHETIC
    about = {"format": MARK, "province": network.province, "title": network.title}
    for name in about:
        yield _key(f"g_{name}", "graph", name, "string")
    yield _key("g_synthetic", "graph", "synthetic", "boolean")
    yield from _keys("node", _NODES, {KIND: "string", LABEL: "string"}, network.node_columns, network.nodes)
    yield from _keys("edge", _TIES, {KIND: "string"}, network.tie_columns, network.ties)
    yield f'<graph id={in_quotes(network.province)} edgedefault="directed">'
    for name, text in about.items():
        yield _data(f"g_{name}", text)
    yield _data("g_synthetic", "true" if network.synthetic else "false")
    for row in network.nodes:
        yield f"<node id={in_quotes(row.id)}>{_said(row, _NODES)}{_data(f'{_NODES}{LABEL}', row.label)}</node>"
    for row in network.ties:
        ends = f"source={in_quotes(row.source)} target={in_quotes(row.target)}"
        yield f"<edge id={in_quotes(row.id)} {ends}>{_said(row, _TIES)}</edge>"
    yield "</graph>"
    yield "</graphml>"


def _keys(of: str, start: str, first: dict[str, str], columns: Sequence[str], rows: Sequence[FlatRow]) -> Iterator[str]:
    for code, kind in {**first, **{code: graph_type(code, rows) for code in columns}}.items():
        yield _key(f"{start}{code}", of, code, kind)


def _key(id_: str, of: str, name: str, kind: str) -> str:
    return f'<key id={in_quotes(id_)} for="{of}" attr.name={in_quotes(name)} attr.type="{kind}"/>'


def _said(row: FlatRow, start: str) -> str:
    told = {KIND: row.kind, **{code: as_graph_text(value) for code, value in row.values.items() if value is not None}}
    return "".join(_data(f"{start}{code}", text) for code, text in told.items())


def _data(key: str, text: str) -> str:
    return f"<data key={in_quotes(key)}>{in_element(text)}</data>"
