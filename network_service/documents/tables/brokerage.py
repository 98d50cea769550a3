"""`brokerage`: how often each actor brokers in which role, beside what chance would give."""

from collections.abc import Iterator, Sequence

from network_service.analysis.brokerage import GOULD_FERNANDEZ, Brokerage
from network_service.analysis.brokerage_significance import BrokerageSignificance, Chance
from network_service.analysis.result import Method
from network_service.analysis.unknown import UNKNOWN_GROUP
from network_service.documents.table import Cell
from network_service.documents.tables.about_actors import WHO, who
from network_service.documents.tables.table import ANY, Bounds, Column, Kind, Table, Unit
from network_service.snapshot.model import Snapshot


def _chance(code: str, meaning: str, unit: Unit = Unit.COUNT, between: Bounds | None = None) -> Column:
    return Column(code, Kind.NUMBER, meaning, unit, "missing.not_compared", source=GOULD_FERNANDEZ, between=between)


_COLUMNS = (
    *WHO,
    Column("attribute", Kind.TEXT, "column.brokerage.attribute"),
    Column("network", Kind.TEXT, "column.network"),
    Column("role", Kind.CODE, "column.brokerage.role", vocabulary="brokerage"),
    Column("count", Kind.INTEGER, "measure.brokerage.explained", Unit.COUNT, UNKNOWN_GROUP, source=GOULD_FERNANDEZ),
    _chance("expected", "column.brokerage.expected"),
    _chance("deviation", "column.brokerage.deviation"),
    _chance("z", "measure.brokerage_significance.explained", Unit.INDEX, ANY),
    _chance("share_as_high", "column.brokerage.share_as_high", Unit.SHARE),
)
_NOT_COMPARED = Chance(None, None, None, None, None)


def brokerage_table(
    snapshot: Snapshot, counts: Sequence[Brokerage], significances: Sequence[BrokerageSignificance] = ()
) -> Table:
    """One row an actor, attribute, network and role, the five roles, their total and those across groups.

    A comparison with chance is told beside the counts of the same attribute and network.
    """
    compared = {_of_what(one.method): one for one in significances}
    rows = (row for found in counts for row in _rows(snapshot, found, compared.get(_of_what(found.method))))
    methods = (*(one.method for one in counts), *(one.method for one in significances))
    return Table.of("brokerage", _COLUMNS, rows, synthetic=snapshot.synthetic, methods=methods)


def _of_what(method: Method) -> tuple[Cell, ...]:
    return str(method.parameters["attribute"]), method.network


def _rows(snapshot: Snapshot, found: Brokerage, chance: BrokerageSignificance | None) -> Iterator[tuple[Cell, ...]]:
    beside = {} if chance is None else chance.of_actors
    roles = {**found.of_roles, "total": found.total, "across": found.across}
    for actor in range(len(snapshot.actors)):
        about = (*who(snapshot.actors, actor), *_of_what(found.method))
        for role, counts in roles.items():
            other = beside[role][actor] if role in beside else _NOT_COMPARED
            yield *about, role, counts[actor], other.expected, other.deviation, other.z, other.share_as_high
