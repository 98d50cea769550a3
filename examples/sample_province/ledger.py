"""The book the sample is written into: short keys of the tables on one side, records with their ids on the other."""

from collections import Counter

from examples.sample_province.scene import PROVINCE
from network_service.domain.identity import id_from_name, id_of_tie
from network_service.domain.kinds import record_from
from network_service.domain.record import Record

Key = tuple[str, str]
"""A node as the tables name it: family (actor, person, post, network, body, agreement) and key."""


class Ledger:
    """Nodes and ties in the order they were written, with ids derived as the service derives them from a file."""

    def __init__(self) -> None:
        self._nodes: list[Record] = []
        self._ties: list[Record] = []
        self._ids: dict[Key, str] = {}
        self._periods: Counter[tuple[str, str, str, str]] = Counter()

    def node(self, key: Key, kind: str, named: str, **fields: object) -> None:
        """Write a node; its id comes from its kind and from `named`, the name that identity goes by."""
        if key in self._ids:
            raise ValueError(f"two nodes have the key {key}")
        self._ids[key] = id_from_name(PROVINCE, kind, named)
        self._nodes.append(record_from({"id": self._ids[key], "province": PROVINCE, "kind": kind, **_filled(fields)}))

    def tie(self, kind: str, source: Key, target: Key, apart: str = "", **fields: object) -> None:
        """Write a tie; `apart` tells parallel ties apart, and periods of the same tie are counted in order."""
        ends = (self._ids[source], self._ids[target])
        told = (kind, *ends, apart)
        self._periods[told] += 1
        tie_id = id_of_tie(PROVINCE, *told, self._periods[told])
        data = {"id": tie_id, "province": PROVINCE, "kind": kind, "source": ends[0], "target": ends[1]}
        self._ties.append(record_from(data | _filled(fields)))

    def id_of(self, key: Key) -> str:
        """The id of a node already written."""
        return self._ids[key]

    def records(self) -> list[Record]:
        """All records, every node before the first tie."""
        return [*self._nodes, *self._ties]


def _filled(fields: dict[str, object]) -> dict[str, object]:
    """The fields that say something: an empty cell is an unknown, which the record knows as its default."""
    return {name: value for name, value in fields.items() if value not in (None, "")}
