"""The book an invented province is written into: short keys on one side, records with their ids on the other."""

from collections import Counter

from network_service.domain.identity import id_from_code, id_from_key, id_from_name, id_of_tie
from network_service.domain.keys import TIE_APART, node_key
from network_service.domain.kinds import TIE_TYPES, record_from
from network_service.domain.record import Record

Key = tuple[str, str]
"""A node as the tables name it: family (actor, person, post, network, body, agreement, ...) and key."""


class Ledger:
    """Nodes and ties in the order they were written, with ids derived as the service derives them from a file."""

    def __init__(self, province: str) -> None:
        self._province = province
        self._nodes: list[Record] = []
        self._ties: list[Record] = []
        self._ids: dict[Key, str] = {}
        self._periods: Counter[tuple[str, ...]] = Counter()

    def node(self, key: Key, kind: str, named: str = "", **fields: object) -> None:
        """Write a node; its id comes from the office's code, else from what its kind goes by, else from `named`."""
        if key in self._ids:
            raise ValueError(f"two nodes have the key {key}")
        told = _filled(fields)
        record = record_from({"id": _NO_ID, "province": self._province, "kind": kind, **told})
        told_apart = node_key(kind, lambda name: getattr(record, name))
        if record.source_key is not None:
            node_id = id_from_code(self._province, record.source_key)
        elif told_apart is not None:
            node_id = id_from_key(self._province, kind, *told_apart)
        else:
            node_id = id_from_name(self._province, kind, named)
        self._ids[key] = node_id
        self._nodes.append(record.model_copy(update={"id": node_id}))

    def tie(self, kind: str, source: Key, target: Key, **fields: object) -> None:
        """Write a tie; parallels are told apart by their kind's fields, periods of the same tie counted in order."""
        ends = (self._ids[source], self._ids[target])
        data = {"id": _NO_ID, "province": self._province, "kind": kind, "source": ends[0], "target": ends[1]}
        record = record_from(data | _filled(fields))
        apart = tie_apart(record)
        told = (kind, *ends, apart)
        self._periods[told] += 1
        tie_id = id_of_tie(self._province, kind, *ends, apart, self._periods[told])
        self._ties.append(record.model_copy(update={"id": tie_id}))

    def id_of(self, key: Key) -> str:
        """The id of a node already written."""
        return self._ids[key]

    def change(self, record_id: str, **fields: object) -> None:
        """Set fields of a record already written; its id stays."""
        for records in (self._nodes, self._ties):
            for place, record in enumerate(records):
                if record.id == record_id:
                    records[place] = record_from(record.model_dump() | fields)

    def records(self) -> list[Record]:
        """All records, every node before the first tie."""
        return [*self._nodes, *self._ties]


_NO_ID = "00000000-0000-0000-0000-000000000000"


def tie_apart(tie: Record) -> str:
    """What tells a tie apart from parallel ones between the same two."""
    defaults = TIE_TYPES[tie.kind].model_fields
    return " ".join(str(getattr(tie, name) or defaults[name].default or "") for name in TIE_APART.get(tie.kind, ()))


def _filled(fields: dict[str, object]) -> dict[str, object]:
    """The fields that say something: an empty cell is an unknown, which the record knows as its default."""
    return {name: value for name, value in fields.items() if value not in (None, "")}
