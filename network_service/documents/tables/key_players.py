"""`key_players`: the sets of actors without whom the network breaks most, and from whom most of it is reached."""

from collections.abc import Iterator, Sequence

from network_service.analysis.key_players import KeyPlayers
from network_service.documents.table import Cell
from network_service.documents.tables.about_actors import WHO, who
from network_service.documents.tables.table import Column, Kind, Table, Unit
from network_service.snapshot.model import Actors, Snapshot

_COLUMNS = (
    Column("measure", Kind.TEXT, "column.key_players.measure"),
    Column("set_size", Kind.INTEGER, "column.key_players.set_size", Unit.COUNT),
    Column("steps", Kind.INTEGER, "column.key_players.steps", Unit.STEPS, missing="missing.no_steps"),
    *WHO,
    Column("value", Kind.NUMBER, "column.key_players.value", Unit.SHARE),
    Column("bound", Kind.NUMBER, "column.key_players.bound", Unit.SHARE),
    Column("exact", Kind.BOOLEAN, "column.key_players.exact"),
    Column("before", Kind.NUMBER, "column.key_players.before", Unit.SHARE),
    Column("source", Kind.TEXT, "column.source"),
)


def key_players_table(snapshot: Snapshot, sets: Sequence[KeyPlayers]) -> Table:
    """One row a member of a set; the figures of the set stand in each of its rows. An unknown set has no rows."""
    rows = (row for found in sets for row in _rows(snapshot.actors, found))
    methods = (found.method for found in sets)
    return Table.of("key_players", _COLUMNS, rows, synthetic=snapshot.synthetic, methods=methods)


def _rows(actors: Actors, found: KeyPlayers) -> Iterator[tuple[Cell, ...]]:
    steps = found.method.parameters.get("steps")
    about = (found.method.measure, len(found.actors), steps if isinstance(steps, int) else None)
    figures = (found.value, found.bound, found.exact, found.before, found.method.source)
    return ((*about, *who(actors, actor), *figures) for actor in found.actors)
