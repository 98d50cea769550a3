"""The columns by which a table says which actor a row is about."""

from network_service.documents.table import Cell
from network_service.documents.tables.table import Column, Kind
from network_service.snapshot.model import Actors

NOT_RECORDED = "missing.not_recorded"
"""Message code: nobody has recorded it."""

ID = Column("id", Kind.TEXT, "column.actor.id")
NAME = Column("name", Kind.TEXT, "column.actor.name")
SECTOR = Column("sector", Kind.CODE, "column.actor.sector", missing=NOT_RECORDED, vocabulary="sector")

WHO = (ID, NAME, SECTOR)
"""Id, name and sector of an actor, the first columns of its rows."""


def who(actors: Actors, actor: int) -> tuple[Cell, ...]:
    """The cells of `WHO`."""
    return actors.ids[actor], actors.names[actor], actors.sectors[actor]
