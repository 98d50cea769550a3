"""A network of another program as tables of ours, to be judged by the same rules as our own workbook."""

from collections.abc import Mapping

from network_service.domain.nodes import ProvinceNetwork
from network_service.domain.record import Record
from network_service.domain.ties import ACTORS, GROUPS, TIE_ENDS, MemberOf
from network_service.ingest.assembly.header import Found, Layout
from network_service.ingest.assembly.names import References
from network_service.ingest.fault import Note
from network_service.ingest.fault import Said as Sentence
from network_service.ingest.foreign.columns import Columns, columns_of
from network_service.ingest.foreign.mapping import ColumnMapping
from network_service.ingest.foreign.network import SOURCE, TARGET, TYPE, ForeignNetwork
from network_service.ingest.foreign.nodes import USUAL, Nodes
from network_service.ingest.foreign.sorted_rows import sheet_of
from network_service.ingest.foreign.ties import kind_of, read_ties
from network_service.ingest.foreign.words import NODES, TIES, node_type
from network_service.ingest.raw import RawRow
from network_service.ingest.values import as_text


def translate(
    network: ForeignNetwork, province: str, known: Mapping[str, Record], mapping: ColumnMapping, name: str
) -> list[Found]:
    """Sort what another program wrote onto our sheets, beside the records `known` of the province.

    Where neither the file nor the store has the province's network, one of that `name` is made, or of the file's own
    title: without it nothing can be analysed. What was done on the way is told by the first table, which has no rows.
    """
    notes = [Note("foreign_format", {"form": Sentence(f"format.{network.form}")}), *network.notes]
    nodes_tables = [columns_of(table, NODES, mapping, "actors") for table in network.nodes]
    people = any(_is_person(columns, row) for columns in nodes_tables for row in columns.table.rows)
    if people:
        nodes_tables = [columns_of(table, NODES, mapping, "people") for table in network.nodes]
    ties_tables = [columns_of(table, TIES, mapping, "collaborations") for table in network.ties]
    nodes = Nodes(References(province, known), province, known, _outsiders(known))
    nodes.read(nodes_tables)
    for columns in ties_tables:
        ends = [
            (row.number, columns.text(row, end))
            for row in columns.table.rows
            for end, kinds in zip((SOURCE, TARGET), TIE_ENDS[kind_of(columns, row)], strict=True)
            if USUAL in kinds <= ACTORS  # what stands where a post or a body may is not taken for an organisation
        ]
        nodes.named_in_ties(columns, ends)
    ties, tie_notes = read_ties(ties_tables, nodes, directed=network.directed)
    stored = next((one for one in known.values() if isinstance(one, ProvinceNetwork)), None)
    if stored is not None:
        notes.append(Note("foreign_into", {"name": stored.name, "province": province}))
    for columns in (*nodes_tables, *ties_tables):
        notes += columns.notes()
    refused = [fault for columns in (*nodes_tables, *ties_tables) for fault in columns.refused]
    told = Found(None, [], [*notes, *nodes.notes, *tie_notes], left_out=refused)
    made = [] if stored is not None else _network(network, province, nodes, name)
    return [told, *made, *nodes.tables, *ties]


def province_named(network: ForeignNetwork, mapping: ColumnMapping) -> str | None:
    """The province that a file names, as our own exports do in the row of the province's network."""
    for table in network.nodes:
        columns = columns_of(table, NODES, mapping, "actors")
        if {TYPE, "province"} <= columns.places.keys():
            for row in table.rows:
                found, code = columns.cell(row, TYPE), columns.cell(row, "province")
                if found == "province_network" and isinstance(code, str):
                    return code.strip().upper()
    return None


def _outsiders(known: Mapping[str, Record]) -> frozenset[str]:
    members = {record.source for record in known.values() if isinstance(record, MemberOf)}
    return frozenset(record.id for record in known.values() if record.kind in GROUPS and record.id not in members)


def _is_person(columns: Columns, row: RawRow) -> bool:
    cell = columns.cell(row, TYPE)
    found = node_type(as_text(cell)) if cell is not None else None
    return found is not None and found.kind == "person"


def _network(network: ForeignNetwork, province: str, nodes: Nodes, name: str) -> list[Found]:
    """The row of the province's network, where the file has none but an actor for it."""
    if "province_network" in nodes.kinds or not nodes.kinds & ACTORS:
        return []
    row = RawRow(1, [province, network.title or name])
    layout = Layout(sheet_of("province_network"), network.form, {"province": 0, "name": 1}, rows=(row,))
    return [Found(layout, [], [Note("foreign_network", {"name": network.title or name})], counted=False)]
