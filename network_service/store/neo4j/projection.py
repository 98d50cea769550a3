"""The current version of each record as a graph of labels and relationships: what named queries read."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final, NamedTuple, cast

from network_service.domain.kinds import RECORD_TYPES
from network_service.store.mapping import Row, canonical_json, to_record
from network_service.store.neo4j.driver import Transaction
from network_service.store.neo4j.names import LABELS, TYPES, places
from network_service.store.search_form import search_form

BATCH = 2_000
"""Rows a statement: of 500, 2,000 and 5,000 the quickest."""

_UNLABEL: Final = f"UNWIND $ids AS id MATCH (n:NetworkNode {{id: id}}) REMOVE n:{':'.join(LABELS.values())}"
_PUT_NODES: Final = {
    kind: f"UNWIND $rows AS row MERGE (n:NetworkNode {{id: row.id}}) SET n:{label}, n = row"
    for kind, label in LABELS.items()
}
_TIE_FIELDS: Final = {
    kind: tuple(name for name in RECORD_TYPES[kind].model_fields if name not in {"source", "target"}) for kind in TYPES
}
_ENDS = "UNWIND $rows AS row MATCH (a:NetworkNode {id: row[0]}) MATCH (b:NetworkNode {id: row[1]})"
_ADD_TIES: Final = {
    kind: f"{_ENDS} CREATE (a)-[:{name} {{{places(_TIE_FIELDS[kind], start=2)}}}]->(b)" for kind, name in TYPES.items()
}
"""Properties in the order of a list: of lists, maps and a map set afterwards the quickest, by a quarter."""
_PUT_TIES: Final = {
    kind: f"{_ENDS} MERGE (a)-[t:{name} {{id: row[{2 + _TIE_FIELDS[kind].index('id')}]}}]->(b)"
    f" SET t = {{{places(_TIE_FIELDS[kind], start=2)}}}"
    for kind, name in TYPES.items()
}
"""For what may be there already: looking among the ties of an actor that has thousands takes ten times as long."""
_DROP_TIES: Final = {
    kind: f"UNWIND $ids AS id MATCH ()-[t:{name} {{id: id}}]->() DELETE t" for kind, name in TYPES.items()
}
_DROP_NODES: Final = "UNWIND $ids AS id MATCH (n:NetworkNode {id: id}) DELETE n"


class Step(NamedTuple):
    """One statement with its values, and the one to be used where it may have been done already."""

    statement: str
    values: dict[str, Any]
    again: str | None = None

    def to_repeat(self) -> "Step":
        """The same, harmless where it was done already."""
        return Step(self.again or self.statement, self.values)


class Shown(NamedTuple):
    """A record as the current graph shows it, with what it is searched by."""

    row: Row
    search: str


def shown_of(row: Row) -> Shown:
    """The same of a row that was read back."""
    return Shown(row, search_form(to_record(row.kind, row.data)))


@dataclass(slots=True)
class Projected:
    """What a change set does to the current graph: records that are current now, and those that ended by kind."""

    records: Sequence[Shown]
    ended: Mapping[str, str]
    """Kind that was, by record id; of ties replaced too, as they may join others now."""
    gone: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """What ended without another version has gone."""
        self.gone = frozenset(self.ended) - {one.row.record_id for one in self.records}

    def steps(self) -> Iterator["Step"]:
        """What is to be done, in an order in which every tie finds its ends.

        All statements are of the tables above: no name enters them from outside.
        """
        ties = {one: kind for one, kind in self.ended.items() if kind in TYPES}
        for kind, ids in _by(ties.items(), lambda item: item[1]).items():
            for some in _pages([one for one, _ in ids]):
                yield Step(_DROP_TIES[kind], {"ids": some})
        for some in _pages([one for one in self.ended if self.ended[one] in LABELS and one not in self.gone]):
            yield Step(_UNLABEL, {"ids": some})
        records = _by(self.records, lambda one: one.row.kind)
        for kind in [kind for kind in records if kind in LABELS]:
            for page in _pages(records[kind]):
                yield Step(_PUT_NODES[kind], {"rows": [_node(one) for one in page]})
        for kind in [kind for kind in records if kind in TYPES]:
            # Ties of one actor after the other: the server keeps its node at hand, a fifth of the time.
            for page in _pages(sorted(records[kind], key=lambda one: (one.row.source, one.row.target))):
                yield Step(_ADD_TIES[kind], {"rows": [_tie(one.row) for one in page]}, _PUT_TIES[kind])
        for some in _pages(sorted(one for one in self.gone if self.ended[one] in LABELS)):
            yield Step(_DROP_NODES, {"ids": some})

    def write(self, transaction: Transaction) -> None:
        """Do all of it in one transaction."""
        for step in self.steps():
            transaction.query(step.statement, step.values)


def _node(one: Shown) -> dict[str, object]:
    """What the node of a record holds."""
    properties = {**_properties(one.row), "search": one.search}
    if one.row.kind == "person":
        parts = (properties.get("given_name"), properties.get("family_name"))
        properties["name"] = " ".join(str(part) for part in parts if part)
    return properties


def _tie(row: Row) -> list[object]:
    """The ends of a tie and its fields, as the statements of its kind take them."""
    properties = _properties(row)
    return [row.source, row.target, *(properties.get(name) for name in _TIE_FIELDS[row.kind])]


def _properties(row: Row) -> dict[str, object]:
    fields = cast(dict[str, object], json.loads(row.data))
    return {name: _property(value) for name, value in fields.items()}


def _property(value: object) -> object:
    """Scalars and lists of texts as they are; anything deeper as JSON text, which a property cannot hold."""
    if isinstance(value, dict) or (isinstance(value, list) and not all(isinstance(one, str) for one in value)):
        return canonical_json(value)
    return value


def _by(items: Iterable[Any], key: Any) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return found


def _pages(items: Sequence[Any]) -> Iterator[list[Any]]:
    left = iter(items)
    while some := list(islice(left, BATCH)):
        yield some
