"""`sectors`: whether the ties of each sector look out of it or into it."""

from collections import Counter

from network_service.analysis.measures import Measures
from network_service.analysis.unknown import NO_TIE_OF_SECTOR
from network_service.documents.tables.table import Column, Kind, Table, Unit
from network_service.snapshot.model import Snapshot

_SOURCE = "Krackhardt and Stern 1988, Social Psychology Quarterly 51, 123-140"
_E_I = Column(
    "e_i",
    Kind.NUMBER,
    "measure.e_i_by_sector.explained",
    Unit.INDEX,
    NO_TIE_OF_SECTOR,
    source=_SOURCE,
    between=(-1, 1),
)
_COLUMNS = (
    Column("sector", Kind.CODE, "column.sectors.sector", vocabulary="sector"),
    Column("actors", Kind.INTEGER, "column.sectors.actors", Unit.COUNT),
    _E_I,
    Column("internal", Kind.INTEGER, "column.sectors.internal", Unit.COUNT),
    Column("internal_possible", Kind.INTEGER, "column.sectors.internal_possible", Unit.COUNT),
    Column("internal_density", Kind.NUMBER, "column.sectors.density", Unit.SHARE, "missing.none_possible"),
    Column("external", Kind.INTEGER, "column.sectors.external", Unit.COUNT),
    Column("external_possible", Kind.INTEGER, "column.sectors.external_possible", Unit.COUNT),
    Column("external_density", Kind.NUMBER, "column.sectors.density", Unit.SHARE, "missing.none_possible"),
)


def sectors_table(snapshot: Snapshot, measures: Measures) -> Table:
    """One row a sector present: the E-I index never without both densities."""
    actors = Counter(snapshot.actors.sectors)
    rows = (
        (
            *(one.sector, actors[one.sector], one.value),
            *(one.internal.present, one.internal.possible, one.internal.value),
            *(one.external.present, one.external.possible, one.external.value),
        )
        for one in measures.e_i_by_sector.sectors
    )
    methods = (measures.e_i_by_sector.method,)
    return Table.of("sectors", _COLUMNS, rows, synthetic=snapshot.synthetic, methods=methods)
