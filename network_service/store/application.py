"""The contract for application records: what the program remembers that is no part of any network."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeAlias

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
"""What JSON can say, as read-only types: a `dict[str, list[float]]` is one. What is read comes as `list` and `dict`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One application record: a value under a key of a collection, with its version."""

    collection: str
    key: str
    version: int
    value: Json
    expires_at: datetime | None = None


class ApplicationRecords(Protocol):
    """Map positions at first; accounts, sessions, jobs and the life of findings join later."""

    def get(self, collection: str, key: str) -> Entry | None:
        """The entry of a key, or `None` where there is none or it has expired."""
        ...

    def put(
        self, collection: str, key: str, value: Json, *, expected_version: int, expires_at: datetime | None = None
    ) -> Entry:
        """Write if the current version is as expected (0: must not exist); `StaleWrite` otherwise."""
        ...

    def entries(self, collection: str, *, after: str | None = None, limit: int | None = None) -> Iterator[Entry]:
        """Entries of a collection in the order of key, without the expired."""
        ...

    def append(self, collection: str, value: Json) -> Entry:
        """Add an entry under the collection's next number; such entries keep their order."""
        ...

    def expire(self, now: datetime) -> int:
        """Drop what has expired by now; the number dropped."""
        ...
