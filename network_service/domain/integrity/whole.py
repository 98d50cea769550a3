"""All records of a province at once, as the rules ask for them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import TypeVar

from network_service.domain.record import Record
from network_service.domain.references import Reference, references_of

R = TypeVar("R", bound=Record)


class Whole:
    """The records of a province by id and by type, and the day that counts as today."""

    def __init__(self, records: Iterable[Record], day: date) -> None:
        self.day = day
        self.records = {record.id: record for record in records}
        self._by_type: dict[type[Record], list[Record]] = defaultdict(list)
        for record in self.records.values():
            self._by_type[type(record)].append(record)

    def of(self, record_type: type[R]) -> list[R]:
        """The records of one type, in the order in which they came."""
        return [record for record in self._by_type[record_type] if isinstance(record, record_type)]

    def find(self, record_id: str | None, record_type: type[R]) -> R | None:
        """The record of an id, where it is of that type."""
        found = self.records.get(record_id or "")
        return found if isinstance(found, record_type) else None

    @cached_property
    def references(self) -> list[tuple[Record, Reference]]:
        """Every id that a record holds of another: the four rules that go by them ask records for their fields once."""
        return [(record, one) for record in self.records.values() for one in references_of(record)]
