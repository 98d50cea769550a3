"""Meetings, stages and ratings that become the same by a merge of what they name: of two with one key, one is left."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from network_service.domain.keys import KEYED_BY_OTHERS, node_key
from network_service.domain.record import Node, Record
from network_service.operations.merge_ties import SaidTwice, said_twice
from network_service.operations.merge_trace import trace_of
from network_service.operations.plan import PlannedChange, planned
from network_service.store.change import StoredRecord


class Turned(NamedTuple):
    """A record as stored, and as it is once it names the kept record."""

    stored: StoredRecord
    record: Record


class TwinPlan(NamedTuple):
    """Changes of all records that were turned, and those that were said twice."""

    changes: tuple[PlannedChange, ...]
    said_twice: tuple[SaidTwice, ...]


def plan_turned(turned: Sequence[Turned], others: Iterable[Record], reason: str | None) -> TwinPlan:
    """Plan for records that named the gone one; `others` are those among which one may be a twin of theirs.

    A stage of the gone agreement is merged into the same stage of the kept one, whose word stays, as of two ties that
    say the same one stays. Nothing names such records, so that nothing else has to turn.
    """
    ours = {one.record.id for one in turned}
    own = {
        key: record
        for record in sorted(others, key=lambda one: one.id, reverse=True)
        if record.id not in ours and (key := _key(record)) is not None
    }
    changes: list[PlannedChange] = []
    twice: list[SaidTwice] = []
    for stored, record in turned:
        key = _key(record)
        stays = own.get(key) if key is not None and key != _key(stored.record) else None
        if stays is None:
            changes.append(planned(stored, record))
            continue
        assert isinstance(record, Node)
        changes.append(planned(stored, trace_of(record, stays.id, reason)))
        twice.append(said_twice(record, stays))
    return TwinPlan(tuple(changes), tuple(twice))


def _key(record: Record) -> tuple[str, ...] | None:
    """What makes two records one; `None` where the last part, which tells repetitions apart, is unknown."""
    key = node_key(record.kind, partial(getattr, record)) if record.kind in KEYED_BY_OTHERS else None
    return (record.kind, *key) if key is not None and key[-1] else None
