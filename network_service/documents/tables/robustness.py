"""`robustness`: what is left of the network as more and more actors leave."""

from network_service.analysis.robustness import Curve, RobustnessCurves
from network_service.documents.tables.table import Column, Kind, Table, Unit
from network_service.snapshot.model import Snapshot

_ORDERS = ("by_degree", "by_betweenness", "by_chance", "by_chance_low", "by_chance_high")
_COLUMNS = (
    Column("order", Kind.TEXT, "column.robustness.order"),
    Column("gone", Kind.INTEGER, "column.robustness.gone", Unit.COUNT),
    Column("largest_component", Kind.NUMBER, "measure.largest_component.explained", Unit.SHARE),
    Column("efficiency", Kind.NUMBER, "column.robustness.efficiency", Unit.SHARE),
    Column("robustness", Kind.NUMBER, "column.robustness.robustness", Unit.SHARE, between=(0, 0.5)),
)


def robustness_table(snapshot: Snapshot, found: RobustnessCurves | None) -> Table:
    """One row an order of leaving and number of actors gone; none where the curves are not known."""
    curves: list[tuple[str, Curve | None]] = [(order, getattr(found, order, None)) for order in _ORDERS]
    gone = () if found is None else found.gone
    rows = (
        (order, *point, curve.robustness)
        for order, curve in curves
        if curve is not None
        for point in zip(gone, curve.largest_component, curve.efficiency, strict=True)
    )
    methods = () if found is None else (found.method,)
    return Table.of("robustness", _COLUMNS, rows, synthetic=snapshot.synthetic, methods=methods)
