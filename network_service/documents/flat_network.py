"""A province's records as two tables, of nodes and of ties: what graph formats can carry."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from network_service.documents.record_rows import RecordRows
from network_service.domain.kinds import NODE_TYPES
from network_service.domain.record import Node, Record, Tie
from network_service.domain.ties import CollaboratesWith
from network_service.ingest.sheets.column import ValueType
from network_service.ingest.sheets.declaration import SHEETS
from network_service.ingest.values import Written

_SAID_ELSEWHERE = frozenset({"id", "source", "target", "kind"})
_NUMBERS = frozenset({ValueType.WHOLE, ValueType.NUMBER, ValueType.YEAR})


@dataclass(frozen=True, slots=True)
class FlatRow:
    """A node or a tie: its id, its kind by code, and what else is known of it by column code."""

    id: str
    kind: str
    label: str
    values: Mapping[str, Written]
    source: str = ""
    target: str = ""
    mutual: bool = False


@dataclass(frozen=True, slots=True)
class FlatNetwork:
    """Nodes and ties, and for each the columns with content, in the order of our sheets.

    Values are words of the language asked for, ISO days are `date`, several texts in one value are separated by
    semicolons as in our workbook; a field that names another record gives its name. `numbers` are the columns that
    hold nothing but numbers.
    """

    province: str
    title: str
    synthetic: bool
    nodes: Sequence[FlatRow]
    ties: Sequence[FlatRow]
    node_columns: tuple[str, ...]
    tie_columns: tuple[str, ...]
    numbers: frozenset[str]


def flat_network(records: Collection[Record], province: str, language: str) -> FlatNetwork:
    """The records of a province, with words in `th` or `en`.

    A membership that the actor's own row can say stands there, as in the workbook, and not among the ties.
    """
    rows = RecordRows(records, language)
    nodes: list[FlatRow] = []
    ties: list[FlatRow] = []
    met: dict[bool, dict[str, None]] = {True: {}, False: {}}
    numbers: set[str] = set()
    for sheet in SHEETS:
        passed = {column.code for column in sheet.columns if column.field in _SAID_ELSEWHERE or column.code == "id"}
        numbers |= {column.code for column in sheet.columns if column.type in _NUMBERS}
        for record, row in rows.records(sheet):
            values = {code: value for code, value in row.items() if value is not None and code not in passed}
            if record.source_key is not None:
                # In our workbook it may stand in the column of ids, which here has the ids themselves.
                values["source_key"] = record.source_key
            is_node = record.kind in NODE_TYPES
            met[is_node].update(dict.fromkeys(values))
            (nodes if is_node else ties).append(_flat(record, values))
    network = rows.network
    return FlatNetwork(
        province=province,
        title=network.name if network is not None else province,
        synthetic=rows.is_synthetic,
        nodes=nodes,
        ties=ties,
        node_columns=_ordered(met[True]),
        tie_columns=_ordered(met[False]),
        numbers=frozenset(numbers),
    )


def _flat(record: Record, values: Mapping[str, Written]) -> FlatRow:
    if isinstance(record, Tie):
        mutual = isinstance(record, CollaboratesWith) and bool(record.mutual)
        return FlatRow(record.id, record.kind, "", values, record.source, record.target, mutual)
    assert isinstance(record, Node)
    return FlatRow(record.id, record.kind, record.display_name, values)


def _ordered(met: Collection[str]) -> tuple[str, ...]:
    """The columns with content in the order of our sheets, each once."""
    return tuple(dict.fromkeys(column.code for sheet in SHEETS for column in sheet.columns if column.code in met))
