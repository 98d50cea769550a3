"""`community_summary`: each community, and the figures of the division as a whole for the table of the network."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from network_service.analysis.communities import Communities, ties_between
from network_service.analysis.community_comparison import Comparison
from network_service.analysis.partitions import Agreement
from network_service.analysis.result import Method, NetworkMeasure
from network_service.documents.table import Cell
from network_service.documents.tables.communities import COMMUNITY
from network_service.documents.tables.listing import as_json
from network_service.documents.tables.table import Column, Kind, Table, Unit
from network_service.snapshot.model import Snapshot

_COLUMNS = (
    COMMUNITY,
    Column("actors", Kind.INTEGER, "column.communities.size", Unit.COUNT),
    Column("ties_inside", Kind.INTEGER, "column.communities.ties_inside", Unit.COUNT),
    Column("ties_across", Kind.INTEGER, "column.communities.ties_across", Unit.COUNT),
    Column("sectors", Kind.JSON, "column.communities.sectors"),
)


def community_summary_table(snapshot: Snapshot, found: Communities) -> Table:
    """One row a community, the largest first."""
    rows = _rows(snapshot, found)
    return Table.of("community_summary", _COLUMNS, rows, synthetic=snapshot.synthetic, methods=(found.method,))


def community_figures(found: Communities, compared: Sequence[Comparison] = ()) -> tuple[NetworkMeasure, ...]:
    """Modularity, how far the runs agree, and how far the communities are sectors or sub-networks."""
    modularity = NetworkMeasure(found.modularity, replace(found.method, measure="modularity"), found.reason)
    stability = _figures(replace(found.method, measure="community_stability"), found.stability, found.reason)
    return modularity, *stability, *(figure for one in compared for figure in _figures(one.method, one, one.reason))


def _figures(method: Method, both: Agreement | Comparison | None, reason: str | None) -> Iterator[NetworkMeasure]:
    yield NetworkMeasure(None if both is None else both.normalised_mutual_information, method, reason)
    about = replace(method, measure=f"{method.measure}_adjusted_rand")
    yield NetworkMeasure(None if both is None else both.adjusted_rand, about, reason)


def _rows(snapshot: Snapshot, found: Communities) -> Iterator[tuple[Cell, ...]]:
    ends = zip(snapshot.undirected.source.tolist(), snapshot.undirected.target.tolist(), strict=True)
    number = found.membership
    inside = Counter(number[one] for one, other in ends if number[one] == number[other])
    across: Counter[int] = Counter()
    for pair in ties_between(snapshot, found):
        across[pair.first] += pair.ties
        across[pair.second] += pair.ties
    for place, group in enumerate(found.groups):
        sectors = Counter(snapshot.actors.sectors[actor] or "unknown" for actor in group)
        yield place + 1, len(group), inside[place], across[place], as_json(dict(sorted(sectors.items())))
