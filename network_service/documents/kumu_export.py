"""Nodes and ties as Kumu's workbook: the sheet Elements and the sheet Connections.

Carries every node and tie with all its columns, each under its code, in words of one language. Kumu's own columns come
first: a remark stands under Description, topics under a connection's Label, a weight under Strength. Kumu joins by
label, so each label is unlike every other; the name of a thing is what its label says, and is changed there. The
column `id` is the record's own. Days are texts in ISO form, as Kumu shows a cell as it is written and not as it looks.
Invented data say so on every page and among the file's properties.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from network_service.documents.flat_network import FlatNetwork, FlatRow
from network_service.documents.sheet_writer import SheetOfOpenpyxl, SheetStyle, new_workbook, require_fitting
from network_service.documents.unique_labels import unique_labels
from network_service.documents.whole_file import whole_file
from network_service.domain.thai.text import clean
from network_service.ingest.foreign.kumu_labels import CONNECTIONS, ELEMENTS
from network_service.ingest.values import Written
from network_service.messages import LANGUAGES, messages_in

_LABEL = "name"
"""The column of ours that the label says."""
_DESCRIPTION, _TOPICS, _WEIGHT = "note", "topics", "weight"
"""The columns of ours that stand under words of Kumu."""

_WIDTHS = {"Label": 40.0, "Description": 40.0, "From": 40.0, "To": 40.0}
_WIDTH = 16.0


def write_kumu_workbook(path: Path, network: FlatNetwork) -> None:
    """Write both sheets; no cell is a formula, whatever its text begins with."""
    labels = dict(zip((node.id for node in network.nodes), unique_labels(network.nodes), strict=True))
    sheets = {ELEMENTS: list(_elements(network, labels)), CONNECTIONS: list(_connections(network, labels))}
    require_fitting(value for rows in sheets.values() for row in rows for value in row)
    mark = " · ".join(messages_in(one).text("export.synthetic") for one in LANGUAGES) if network.synthetic else ""
    with whole_file(path) as written:
        workbook = new_workbook()
        workbook.properties.title = clean(network.title)
        workbook.properties.description = mark
        for title, rows in sheets.items():
            _fill(workbook.create_sheet(title), rows, mark)
        workbook.save(written)


def _elements(network: FlatNetwork, labels: Mapping[str, str]) -> Iterable[Sequence[Written]]:
    columns = [code for code in network.node_columns if code not in (_LABEL, _DESCRIPTION)]
    yield ["Label", "Type", "Description", *columns, "id"]
    for node in network.nodes:
        yield [labels[node.id], node.kind, node.values.get(_DESCRIPTION), *_values(node, columns), node.id]


def _connections(network: FlatNetwork, labels: Mapping[str, str]) -> Iterable[Sequence[Written]]:
    columns = [code for code in network.tie_columns if code not in (_DESCRIPTION, _TOPICS, _WEIGHT)]
    yield ["From", "To", "Direction", "Type", "Label", "Strength", "Description", *columns, "id"]
    for tie in network.ties:
        # What another province has is no element of ours; it is named by its id.
        ends = (labels.get(tie.source, tie.source), labels.get(tie.target, tie.target))
        own = (tie.values.get(code) for code in (_TOPICS, _WEIGHT, _DESCRIPTION))
        yield [*ends, "mutual" if tie.mutual else "directed", tie.kind, *own, *_values(tie, columns), tie.id]


def _values(row: FlatRow, columns: Iterable[str]) -> Iterable[Written]:
    for code in columns:
        value = row.values.get(code)
        yield value.isoformat() if isinstance(value, date) else value


def _fill(sheet: SheetOfOpenpyxl, rows: Sequence[Sequence[Written]], mark: str) -> None:
    style = SheetStyle(sheet, "en", mark)
    headers = [str(header) for header in rows[0]]
    style.columns([_WIDTHS.get(header, _WIDTH) for header in headers])
    style.header(headers)
    for row in rows[1:]:
        style.row(row)
    style.finish()
