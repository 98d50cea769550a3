"""Runs a named query: read only, with a limit of time, over one published revision."""

from collections.abc import Mapping

from network_service.errors import StoreBusy
from network_service.store.base import Columns
from network_service.store.neo4j.closed import readable_state
from network_service.store.neo4j.driver import Sessions, Transaction
from network_service.store.query_library import QUERY_SECONDS, NamedQuery

_TRIES = 5


_FIRST_SECONDS = 15.0
"""The same for the first time a question is asked: a server that has just started may take seconds to plan it."""


def run(
    sessions: Sessions, query: NamedQuery, values: Mapping[str, str | int], *, seconds: float = QUERY_SECONDS
) -> Columns:
    """Columns of the rows a query gives, under the names its header declares.

    Queries read the current graph, which has no revisions: where one was published while it ran, it is run again.
    `StoreBusy` where that happens time after time, or while a large change set is being brought into that graph.
    """
    types = {parameter.name: parameter.type for parameter in query.parameters}
    asked = {name: bool(value) if types[name] == "boolean" else value for name, value in values.items()}

    def once(tx: Transaction) -> Columns | None:
        before = readable_state(tx)
        ((rows,),) = tx.query(query.in_one_answer, asked)
        if before.projected != before.revision or readable_state(tx) != before:
            return None
        return query.columns_of(rows)

    for _ in range(_TRIES):
        found = sessions.read(once, seconds=seconds if query.name in sessions.planned else _FIRST_SECONDS)
        sessions.planned.add(query.name)
        if found is not None:
            return found
    raise StoreBusy("store.busy", path=sessions.address)
