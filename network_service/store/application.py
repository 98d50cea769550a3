"""The contract for application records: what the program remembers that is no part of any network."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol, TypeAlias

from network_service.errors import StoreDamaged, UsageError

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


_NUMBER_WIDTH = 12  # digits, so that the order of keys is the order of numbers


def numbered_key(number: int) -> str:
    """The key of the entry that was given a number."""
    return f"{number:0{_NUMBER_WIDTH}}"


def time_text(moment: datetime | None) -> str | None:
    """UTC with microseconds always written, so that the order of text is the order of time."""
    if moment is None:
        return None
    if moment.tzinfo is None:
        raise UsageError("store.naive_time")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def entry_of(collection: str, key: str, version: int, value: str, expires_at: str | None) -> Entry:
    """The entry of a row; `StoreDamaged` where it holds none."""
    try:
        end = datetime.fromisoformat(expires_at) if expires_at else None
        return Entry(collection, key, version, json.loads(value), end)
    except (ValueError, TypeError):
        raise StoreDamaged("store.unreadable_entry") from None
