"""How records are named in cells: by the friendliest text that means this record and no other."""

from collections.abc import Iterable, Mapping
from datetime import date

from network_service.domain.nodes import Person
from network_service.domain.record import Node, Record
from network_service.domain.thai.sorting import sort_key
from network_service.ingest.assembly.names import References, Unresolved, person_names


class ReferenceNames:
    """The names of a province's records, as a reference in a workbook may say them."""

    def __init__(self, records: Mapping[str, Record]) -> None:
        province = next((record.province for record in records.values()), "")
        self._records = records
        self._references = References(province, records)
        self._named: dict[tuple[str, frozenset[str]], str] = {}

    def name(self, meant: str, kinds: frozenset[str]) -> str:
        """A name, else the office's code, else the id, where one of those kinds is asked for."""
        if (meant, kinds) not in self._named:
            self._named[meant, kinds] = self._name(meant, kinds)
        return self._named[meant, kinds]

    def offered(self, kinds: frozenset[str], most: int, day: date | None = None) -> tuple[str, ...]:
        """The names of all records of those kinds, sorted; of those that have not ended by a day, if one is given.

        None at all where there are more than `most`: nobody chooses from a list that long.
        """
        ids = [
            record.id
            for record in self._records.values()
            if record.kind in kinds and not (day and record.valid_to and record.valid_to <= day)
        ]
        return tuple(sorted((self.name(one, kinds) for one in ids), key=sort_key)) if len(ids) <= most else ()

    def _name(self, meant: str, kinds: frozenset[str]) -> str:
        node = self._records.get(meant)
        for text in _texts(node) if isinstance(node, Node) else ():
            try:
                if self._references.resolve(text, kinds).id == meant:
                    return text
            except Unresolved:
                continue
        return meant


def _texts(node: Node) -> Iterable[str]:
    if isinstance(node, Person):
        yield from person_names(node.titles, node.given_name, node.family_name)
    else:
        yield node.display_name
    if node.source_key is not None:
        yield node.source_key
