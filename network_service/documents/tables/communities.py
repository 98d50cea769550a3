"""`communities`: which community each actor is in."""

from network_service.analysis.communities import Communities
from network_service.documents.tables.about_actors import WHO, who
from network_service.documents.tables.table import Column, Kind, Table, Unit
from network_service.snapshot.model import Snapshot

_SOURCE = "Newman and Girvan 2004, Phys. Rev. E 69, 026113; Traag et al. 2019, Scientific Reports 9, 5233"
COMMUNITY = Column("community", Kind.INTEGER, "column.communities.community", source=_SOURCE, between=(1, None))
"""Number of a community, 1 the largest."""
_COLUMNS = (*WHO, COMMUNITY, Column("community_size", Kind.INTEGER, "column.communities.size", Unit.COUNT))


def communities_table(snapshot: Snapshot, found: Communities) -> Table:
    """One row an actor, in the order of id."""
    rows = (
        (*who(snapshot.actors, actor), number + 1, len(found.groups[number]))
        for actor, number in enumerate(found.membership)
    )
    return Table.of("communities", _COLUMNS, rows, synthetic=snapshot.synthetic, methods=(found.method,))
