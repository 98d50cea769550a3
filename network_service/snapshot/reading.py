"""One reading of a store through a lens: the same day, provinces and revision for every column."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from network_service.domain.lens import Lens
from network_service.domain.record import Record
from network_service.store.base import StoreReader


class Reading:
    """Columns of a store as of the lens's day and one revision, so that a snapshot never mixes two states."""

    def __init__(self, reader: StoreReader, lens: Lens, revision: int) -> None:
        """Read with this lens at this revision."""
        self._reader = reader
        self._lens = lens
        self._revision = revision

    @property
    def day(self) -> date:
        """The lens's day."""
        return self._lens.as_of

    def columns(self, kinds: Sequence[str], fields: Sequence[str]) -> dict[str, list[Any]]:
        """Columns of the records of some kinds that hold on the day, ordered by id."""
        return self._reader.scan(
            kinds, fields, provinces=self._lens.provinces, as_of=self._lens.as_of, revision=self._revision
        )

    def rows(self, kinds: Sequence[str], fields: Sequence[str]) -> list[tuple[Any, ...]]:
        """The same as rows."""
        columns = self.columns(kinds, fields)
        return list(zip(*(columns[field] for field in fields), strict=True))

    def whole_records(self, kinds: Sequence[str]) -> Iterator[Record]:
        """Records of some kinds whether or not they hold on the day; for what still counts once it has ended."""
        for province in self._lens.provinces:
            for stored in self._reader.records(province=province, kinds=kinds, revision=self._revision):
                yield stored.record
