"""Which records go into formats that are made for publishing and cannot say who may see what."""

from collections.abc import Iterable
from datetime import timedelta

from network_service.domain.record import Node, Record, Tie
from network_service.domain.vocabulary import Visibility

_OPEN = frozenset({Visibility.PUBLIC, Visibility.MEMBER})


class ToldOpenly:
    """Nodes by id and ties, without those that only officers may see or nobody, and ties to such nodes."""

    def __init__(self, records: Iterable[Record]) -> None:
        told = [record for record in records if record.seen_by() in _OPEN]
        self.nodes = {record.id: record for record in told if isinstance(record, Node)}
        self.ties = [
            tie for tie in told if isinstance(tie, Tie) and tie.source in self.nodes and tie.target in self.nodes
        ]


def first_day(record: Record) -> str | None:
    """The first day a record holds, in ISO form."""
    return record.valid_from.isoformat() if record.valid_from else None


def last_day(record: Record) -> str | None:
    """The last day a record holds, in ISO form."""
    return (record.valid_to - timedelta(days=1)).isoformat() if record.valid_to else None
