"""Foreign networks made by hand, and what comes of them for a province."""

from collections.abc import Mapping, Sequence

from network_service.domain.record import Node, Record, Tie
from network_service.ingest.assembly.assemble import assemble
from network_service.ingest.foreign.mapping import ColumnMapping, mapping_of
from network_service.ingest.foreign.network import ForeignNetwork, Table
from network_service.ingest.foreign.translate import translate
from network_service.ingest.imported import Imported
from network_service.ingest.raw import CellValue, RawRow, column_letters

PROVINCE = "TH-00"
Rows = Sequence[Sequence[CellValue]]


def table(title: str, headers: str, rows: Rows, meaning: Mapping[str, str] | None = None) -> Table:
    """A table whose headers are separated by commas and whose first row is row 2."""
    numbered = tuple(RawRow(number, cells) for number, cells in enumerate(rows, 2))
    titles = tuple(headers.split(",")) if headers else ()
    return Table(title, titles, numbered, meaning or {}, tuple(map(column_letters, range(len(titles)))), 1)


def network(nodes: Table | None, ties: Table | None, *, directed: bool | None = True) -> ForeignNetwork:
    return ForeignNetwork("any_workbook", (nodes,) if nodes else (), (ties,) if ties else (), directed=directed)


def imported(found: ForeignNetwork, known: Sequence[Record] = (), said: Sequence[str] = ()) -> Imported:
    """The records, faults and notes, beside stored records and with what somebody says of the columns."""
    stored = {record.id: record for record in known}
    mapping: ColumnMapping = mapping_of(said)
    return assemble(translate(found, PROVINCE, stored, mapping, "unnamed"), PROVINCE, stored)


def nodes_of(found: Imported) -> dict[str, Node]:
    """The nodes by name, without the network itself."""
    nodes = [record for record in found.records if isinstance(record, Node) and record.kind != "province_network"]
    return {node.display_name: node for node in nodes}


def ties_of(found: Imported) -> list[Tie]:
    """The ties in the order of the file, without memberships."""
    return [record for record in found.records if isinstance(record, Tie) and record.kind != "member_of"]


def ends(found: Imported) -> list[tuple[str, str]]:
    """The names of both ends of each tie."""
    names = {node.id: name for name, node in nodes_of(found).items()}
    return [(names[tie.source], names[tie.target]) for tie in ties_of(found)]


def notes(found: Imported) -> dict[str, Mapping[str, object]]:
    return {note.code: note.parameters for note in found.notes}
