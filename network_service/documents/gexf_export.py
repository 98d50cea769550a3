"""Nodes and ties as GEXF 1.3, for Gephi and its relatives.

Carries every column: from which day to which a record holds as `start` and `end`, so that Gephi's time line works, a
tie's weight as its weight, its kind as the kind that tells parallel ties apart, all else as attributes titled by the
columns' codes. All ties are directed, as networkx reads no mixed file: one that holds both ways says so under `mutual`.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from network_service.documents.flat_network import FlatNetwork, FlatRow
from network_service.documents.graph_columns import GraphType, as_graph_text, graph_type
from network_service.documents.whole_file import whole_file
from network_service.documents.xml_text import in_element, in_quotes
from network_service.ingest.foreign.our_graphs import KIND, MARK

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">"""
_SYNTHETIC = "synthetic data: every name in it is invented"
_TIMES = {"valid_from": "start", "valid_to": "end"}
_WEIGHT = "weight"


def write_gexf(path: Path, network: FlatNetwork) -> None:
    """Write the nodes and ties of a province; invented data says so at the top and among the keywords."""
    with whole_file(path) as written, written.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in _lines(network))


def _lines(network: FlatNetwork) -> Iterator[str]:
    yield _HEAD
    if network.synthetic:
        yield f"<!-- {_SYNTHETIC} -->"
    keywords = ", ".join((network.province, *((_SYNTHETIC,) if network.synthetic else ())))
    about = {"creator": MARK, "title": network.title, "keywords": keywords}
    yield f"<meta>{''.join(f'<{name}>{in_element(text)}</{name}>' for name, text in about.items())}</meta>"
    timed = any(code in row.values for row in (*network.nodes, *network.ties) for code in _TIMES)
    yield f'<graph defaultedgetype="directed" mode="{"dynamic" if timed else "static"}" timeformat="date">'
    weighted = graph_type(_WEIGHT, network.ties) is not GraphType.STRING
    native = {**_TIMES, **({_WEIGHT: _WEIGHT} if weighted else {})}
    yield from _attributes("node", network.node_columns, network.nodes, _TIMES)
    yield from _attributes("edge", network.tie_columns, network.ties, native)
    yield "<nodes>"
    for row in network.nodes:
        yield f"<node id={in_quotes(row.id)} label={in_quotes(row.label)}{_said(row, _TIMES)}</node>"
    yield "</nodes>"
    yield "<edges>"
    for row in network.ties:
        ends = f"source={in_quotes(row.source)} target={in_quotes(row.target)} kind={in_quotes(row.kind)}"
        yield f"<edge id={in_quotes(row.id)} {ends}{_said(row, native)}</edge>"
    yield "</edges>"
    yield "</graph>"
    yield "</gexf>"


def _attributes(of: str, columns: Sequence[str], rows: Sequence[FlatRow], native: Mapping[str, str]) -> Iterator[str]:
    yield f'<attributes class="{of}">'
    for code in (KIND, *columns):
        if code not in native:
            kind = GraphType.STRING if code == KIND else graph_type(code, rows)
            yield f'<attribute id={in_quotes(code)} title={in_quotes(code)} type="{kind}"/>'
    yield "</attributes>"


def _said(row: FlatRow, native: Mapping[str, str]) -> str:
    """The rest of an element: what GEXF has attributes of its own for, and all else among the values."""
    told = {KIND: row.kind, **{code: as_graph_text(value) for code, value in row.values.items() if value is not None}}
    own = "".join(f" {native[code]}={in_quotes(text)}" for code, text in told.items() if code in native)
    values = "".join(
        f"<attvalue for={in_quotes(code)} value={in_quotes(text)}/>"
        for code, text in told.items()
        if code not in native
    )
    return f"{own}><attvalues>{values}</attvalues>"
