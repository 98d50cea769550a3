"""Change sets too large for one transaction: batches that nobody sees, then one transaction that publishes them all.

Readers leave out what comes after the published revision, so that half of the batches are as good as none. A kill
leaves them behind; whoever has the next turn sweeps them. Once published, the current graph is brought up in batches of
its own, each of which may be repeated; named queries wait for the last.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final, LiteralString

from neo4j.exceptions import DriverError, IncompleteCommit, Neo4jError

from network_service.store.change import Applied
from network_service.store.mapping import Row
from network_service.store.neo4j.answers import published_answer, remember
from network_service.store.neo4j.driver import Sessions, Transaction
from network_service.store.neo4j.projection import BATCH, Projected, Step, shown_of
from network_service.store.neo4j.turn import Turn, end_turn, keep_turn, publish
from network_service.store.neo4j.versions import Draw, add_entry, is_written, write_versions
from network_service.store.plan import Draft, WritePlan

_SWEEP_ADDED: Final = "MATCH (v:Version) WHERE v.revision > $revision WITH v LIMIT $batch DELETE v RETURN count(*)"
_SWEEP_ENDED: Final = (
    "MATCH (v:Version) WHERE v.superseded > $revision WITH v LIMIT $batch REMOVE v.superseded RETURN count(*)"
)
_PUBLISHED: Final = (
    "MATCH (v:Version {revision: $revision}) WHERE v.erased IS NULL"
    " RETURN v.record_id, v.kind, v.province, v.valid_from, v.valid_to, v.source, v.target, v.data"
)
_ENDED: Final = "MATCH (v:Version {superseded: $revision}) RETURN v.record_id, v.kind"
_TRIES = 3


def write_batches(sessions: Sessions, draw: Draw, drafts: Sequence[Draft], plan: WritePlan) -> Applied:
    """Write a plan under the lease that the caller holds, and publish it."""
    revision, record_ids, ended = 0, plan.record_ids, plan.ended

    def batch(tx: Transaction, start: int, *, again: bool) -> int:
        turn = keep_turn(tx, draw.name)
        writes = plan.writes[start : start + BATCH]
        if not (again and is_written(tx, writes, turn.revision + 1)):
            write_versions(tx, writes, ended[start : start + BATCH], turn.revision + 1)
        return turn.revision + 1

    longest = max(len(plan.writes), len(ended))
    for start in range(0, longest, BATCH):
        revision = _repeated(
            sessions,
            lambda tx, start=start: batch(tx, start, again=False),  # type: ignore[misc]
            lambda tx, start=start: batch(tx, start, again=True),  # type: ignore[misc]
        )
    answer = Applied(revision, draw.name, len(record_ids))

    def published(tx: Transaction) -> None:
        turn = keep_turn(tx, draw.name)
        if turn.revision == revision and published_answer(tx, draw.name):
            return  # it is, though nobody told
        add_entry(tx, draw, record_ids, ended, plan.writes, revision)
        remember(tx, draw.change_set, drafts, answer)
        publish(tx, revision, is_projected=False)

    _repeated(sessions, published)
    return answer


def finish(sessions: Sessions, name: str, projected: Projected, *, again: bool = False) -> None:
    """Bring what was published into the current graph, and give the lease back; `again` where some may be there."""
    for step in projected.steps():
        first = step.to_repeat() if again else step
        _repeated(
            sessions,
            lambda tx, one=first: _step(tx, name, one),  # type: ignore[misc]
            lambda tx, one=step: _step(tx, name, one.to_repeat()),  # type: ignore[misc]
        )

    def ended(tx: Transaction) -> None:
        keep_turn(tx, name)
        end_turn(tx)

    _repeated(sessions, ended)


def sweep(sessions: Sessions, name: str, turn: Turn) -> None:
    """Clear what a killed writer left, under a lease: unpublished versions go, published ones come into the graph."""
    for statement in (_SWEEP_ADDED, _SWEEP_ENDED):
        while _repeated(sessions, lambda tx, one=statement: _swept(tx, name, one, turn.revision)) == BATCH:  # type: ignore[misc]
            pass
    left = Projected((), {})
    if turn.projected < turn.revision:
        rows = sessions.read(lambda tx: tx.rows(_PUBLISHED, revision=turn.revision))
        ended = sessions.read(lambda tx: tx.rows(_ENDED, revision=turn.revision))
        left = Projected([shown_of(Row(*row)) for row in rows], dict(ended))
    finish(sessions, name, left, again=True)


def _swept(transaction: Transaction, name: str, statement: LiteralString, revision: int) -> int:
    keep_turn(transaction, name)
    row = transaction.one(statement, revision=revision, batch=BATCH)
    return int(row[0]) if row else 0


def _step(transaction: Transaction, name: str, step: Step) -> None:
    keep_turn(transaction, name)
    transaction.query(step.statement, step.values)


def _repeated(
    sessions: Sessions, work: Callable[[Transaction], Any], again: Callable[[Transaction], Any] | None = None
) -> Any:
    """Do work, and again where nobody told what became of it: as it is if it may be done twice, else as `again`.

    `IncompleteCommit` where that is never told: an error of a later try would say that nothing was done.
    """
    unanswered: IncompleteCommit | None = None
    for one in (work, *[again or work] * (_TRIES - 1)):
        try:
            return sessions.write(one)
        except IncompleteCommit as error:
            unanswered = error
        except (DriverError, Neo4jError):
            if unanswered is None:
                raise
            break
    assert unanswered is not None
    raise unanswered
