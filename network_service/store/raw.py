"""What a store is made of, as plain rows in one fixed order: what is copied, backed up, restored and hashed.

Rows say what is kept, byte by byte: versions with salt and digest, audit entries with digest and seal. Nothing is read
as a record or made anew on the way, so that the audit chain of a copy is the chain of what was copied. What a store
derives (a projection, a search index) is no content: who fills a store makes it again.

Sections come in the order of `Section`, rows of a section in the ascending order of their `position`, which is unique
in its section; text in the order of its code points. An audit entry comes before the versions that name its revision.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol, TypeAlias

Position: TypeAlias = tuple[str | int, ...]
"""Where a row stands in its section."""

Told: TypeAlias = Callable[[int], None]
"""Called with the number of rows done so far."""


class Section(StrEnum):
    """The parts of a store's content, in the order in which they are read and written."""

    AUDIT = "audit"
    VERSIONS = "versions"
    KEYS = "keys"
    ENTRIES = "entries"
    NUMBERS = "numbers"
    ERASURES = "erasures"


class RawAuditEntry(NamedTuple):
    """One link of the audit chain; `at` is its ISO text, `record_ids` and `about` are canonical JSON."""

    sequence: int
    at: str
    principal: str
    operation: str
    change_set: str
    revision: int
    record_ids: str
    about: str
    before: str
    after: str
    previous: str
    digest: str
    seal: str | None

    @property
    def position(self) -> Position:
        """Its sequence number."""
        return (self.sequence,)


class RawVersion(NamedTuple):
    """One version of one record; `data` and `salt` are `None` where the revision `erased` emptied it."""

    record_id: str
    version: int
    revision: int
    superseded: int | None
    kind: str
    province: str
    valid_from: str | None
    valid_to: str | None
    source: str | None
    target: str | None
    data: str | None
    salt: bytes | None
    digest: bytes
    erased: int | None

    @property
    def position(self) -> Position:
        """Its record and number."""
        return (self.record_id, self.version)


class RawKey(NamedTuple):
    """The answer given under an idempotency key, and the salted digest of what was asked."""

    key: str
    salt: bytes
    request: bytes
    revision: int
    change_set: str
    written: int

    @property
    def position(self) -> Position:
        """The key."""
        return (self.key,)


class RawEntry(NamedTuple):
    """One application record, expired ones too; `value` is canonical JSON, `expires_at` UTC with microseconds."""

    collection: str
    key: str
    version: int
    value: str
    expires_at: str | None

    @property
    def position(self) -> Position:
        """Its collection and key."""
        return (self.collection, self.key)


class RawNumber(NamedTuple):
    """The last number given in a collection of application records."""

    collection: str
    last: int

    @property
    def position(self) -> Position:
        """The collection."""
        return (self.collection,)


class RawErasure(NamedTuple):
    """One line of the ledger of erasures: a record's id, the revision that emptied its versions, and when.

    The revision may be one of a store that was replaced by a restored copy of it: the three tell erasures apart.
    """

    record_id: str
    revision: int
    at: str

    @property
    def position(self) -> Position:
        """All of it."""
        return (self.record_id, self.revision, self.at)


RawRow: TypeAlias = RawAuditEntry | RawVersion | RawKey | RawEntry | RawNumber | RawErasure
"""A row of any section."""

ROW_TYPES: Mapping[Section, type[RawRow]] = {
    Section.AUDIT: RawAuditEntry,
    Section.VERSIONS: RawVersion,
    Section.KEYS: RawKey,
    Section.ENTRIES: RawEntry,
    Section.NUMBERS: RawNumber,
    Section.ERASURES: RawErasure,
}
"""The type of row of each section. Rows are tuples: made, hashed and written a million at a time."""


@dataclass(frozen=True, slots=True)
class Head:
    """How far a store is: revision, digest of the last audit entry ("" without one), number of rows by section."""

    revision: int
    audit_head: str
    rows: Mapping[Section, int]

    @property
    def total(self) -> int:
        """Rows of all sections."""
        return sum(self.rows.values())


@dataclass(frozen=True, slots=True)
class Origin:
    """What a filled store must be equal to in the end: the head and the content hash of what it is filled from."""

    head: Head
    content_hash: str


class RawReader(Protocol):
    """Reads all that a store holds, section by section."""

    @property
    def of_one_moment(self) -> bool:
        """Whether all is read as of one moment even while others write; else writes must be refused meanwhile."""
        ...

    def head(self) -> Head:
        """Revision, audit head and totals of the moment that is read."""
        ...

    def pages(self, section: Section, *, after: Position | None = None) -> Iterator[Sequence[RawRow]]:
        """Rows of a section after a position, in pages of as many as fit well in memory, never an empty page."""
        ...


class RawWriter(AbstractContextManager["RawWriter"], Protocol):
    """Fills an empty store. From `begin` to `finish` the store is closed to all others: `StoreBusy` for who asks."""

    def begin(self, origin: Origin, *, anew: bool = False) -> None:
        """Close the store to others and remember what it is filled from, or go on where an earlier filling stopped.

        Raises `InputError` where the store has content of its own (`store.not_empty`), or where an earlier filling was
        from another origin (`store.source_changed`): `anew` then drops what that one wrote, and never anything else.
        """
        ...

    def done(self, section: Section) -> tuple[Position | None, int]:
        """The position of the last row that is kept of a section, if any, and how many there are."""
        ...

    def write(self, section: Section, rows: Sequence[RawRow]) -> None:
        """Keep the next rows of a section, all or none; they survive a crash once this returns.

        Raises `StoreBusy` where they do not come after those that are there: another process fills the same store.
        """
        ...

    def finish(self, told: Told | None = None) -> str:
        """Compare with the origin, check as `check` does, make what is derived, and open the store; its content hash.

        Raises `StoreDamaged` where anything differs (`store.copy_differs`); the store then stays closed.
        """
        ...
