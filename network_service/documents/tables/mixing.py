"""`mixing`: the ties from each sector to each, beside those that sizes and activity would give."""

from network_service.analysis.measures import Measures
from network_service.documents.tables.table import Column, Kind, Table, Unit
from network_service.snapshot.model import Snapshot

_NEWMAN = "Newman 2003, Phys. Rev. E 67, 026126"
_BLOCKS = "block density of Wasserman and Faust 1994, p. 389, over the density of the whole"
_NONE_EXPECTED = "missing.none_expected"
_COLUMNS = (
    Column("from_sector", Kind.CODE, "column.mixing.from", vocabulary="sector"),
    Column("to_sector", Kind.CODE, "column.mixing.to", vocabulary="sector"),
    Column("arcs", Kind.INTEGER, "column.mixing.arcs", Unit.COUNT, source=_NEWMAN),
    Column("expected_by_size", Kind.NUMBER, "column.mixing.by_size", Unit.COUNT, source=_NEWMAN),
    Column(
        "expected_by_activity", Kind.NUMBER, "column.mixing.by_activity", Unit.COUNT, "missing.no_arcs", source=_NEWMAN
    ),
    Column("ratio_to_size", Kind.NUMBER, "column.mixing.ratio_to_size", Unit.INDEX, _NONE_EXPECTED, source=_NEWMAN),
    Column("ratio_to_activity", Kind.NUMBER, "column.mixing.ratio", Unit.INDEX, _NONE_EXPECTED, source=_NEWMAN),
    Column("ties", Kind.INTEGER, "column.mixing.ties", Unit.COUNT, source=_BLOCKS),
    Column("possible_ties", Kind.INTEGER, "column.mixing.possible", Unit.COUNT, source=_BLOCKS),
    Column("expected_ties", Kind.NUMBER, "column.mixing.expected", Unit.COUNT, source=_BLOCKS),
    Column("ratio_of_ties", Kind.NUMBER, "column.mixing.ratio_of_ties", Unit.INDEX, _NONE_EXPECTED, source=_BLOCKS),
)


def mixing_table(snapshot: Snapshot, measures: Measures) -> Table:
    """One row an ordered pair of the sectors present; ties without direction stand in the rows of both orders."""
    arcs, ties = measures.mixing_matrix_expected, measures.sector_pairs_expected
    pairs = {(pair.first, pair.second): pair for pair in ties.pairs}
    pairs |= {(second, first): pair for (first, second), pair in pairs.items()}
    directed = (arcs.arcs, arcs.by_size, arcs.by_activity, arcs.over_size, arcs.over_activity)
    rows = (
        (
            *(one, other, *(cells[row][column] for cells in directed)),
            *(pair.ties.present, pair.ties.possible, pair.expected, pair.ratio),
        )
        for row, one in enumerate(arcs.sectors)
        for column, other in enumerate(arcs.sectors)
        for pair in (pairs[one, other],)
    )
    return Table.of("mixing", _COLUMNS, rows, synthetic=snapshot.synthetic, methods=(arcs.method, ties.method))
