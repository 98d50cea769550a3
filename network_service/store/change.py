"""What is written to a store, and what the store says it wrote."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from network_service.domain.record import Record


@dataclass(frozen=True, slots=True)
class Change:
    """One record to be kept as given.

    `expected_version` is the version the writer has seen: 0 for a record that must not exist yet. A store refuses
    the whole change set when another version is current. An ending is a change whose record has `valid_to`.
    """

    record: Record
    expected_version: int


@dataclass(frozen=True, slots=True)
class Removal:
    """One record that is to go: it was never so, and a later reading must not see it.

    Its current version is closed and none is added; its history stays, and it may come back with a later change that
    expects version 0. What came to an end in the world is no removal: it gets `valid_to`.
    """

    record_id: str
    expected_version: int


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Changes that become visible together or not at all, with who made them and by which operation."""

    principal: str
    operation: str
    changes: tuple[Change, ...]
    idempotency_key: str | None = None
    about: Mapping[str, str] = field(default_factory=dict)
    """What the audit should know besides: such as the checksum of an imported file. Never a value of a record."""
    removals: tuple[Removal, ...] = ()


@dataclass(frozen=True, slots=True)
class Applied:
    """What a store did with a change set; `repeated` when its idempotency key had been seen before.

    `written` counts removals too. A change whose record the store already holds as given is not written. Where nothing
    was, there is no new revision and no audit entry: `revision` is the latest, and `change_set` is empty.
    """

    revision: int
    change_set: str
    written: int
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A record as a store holds it: its version, the revision that brought it and the one that superseded it.

    Where no version of the record came with the revision that superseded it, the record was removed then.
    """

    record: Record
    version: int
    revision: int
    superseded: int | None = None


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One link of the audit chain: who did what to which records, without any value of theirs.

    Each change set has one sequence number and one revision; both count up from 1 together, without gaps.
    """

    sequence: int
    at: datetime
    principal: str
    operation: str
    change_set: str
    revision: int
    record_ids: tuple[str, ...]
    about: Mapping[str, str]
    before: str
    after: str
    previous: str
    digest: str
    seal: str | None
