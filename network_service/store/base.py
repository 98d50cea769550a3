"""The contract of a store. Readers get the narrow half; only operations that write get the other."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Protocol, TypeAlias

from network_service.store.application import ApplicationRecords
from network_service.store.backup import Backup, Restored
from network_service.store.change import Applied, AuditEntry, ChangeSet, StoredRecord
from network_service.store.maintenance import Maintenance
from network_service.store.raw import RawReader

Columns: TypeAlias = dict[str, list[object]]
"""Field name to the values of all rows, in the same order in every column; a missing value is `None`."""


class StoreReader(Protocol):
    """Reads records as of any revision.

    `None` is the latest published; one that is still to come raises `UnknownRecord`.
    """

    def revision(self) -> int:
        """The latest published revision; 0 for an empty store. One indexed read."""
        ...

    def provinces(self) -> tuple[str, ...]:
        """Codes of the provinces that have records, sorted."""
        ...

    def get(self, record_id: str, *, revision: int | None = None) -> StoredRecord | None:
        """The record's version that was current at a revision, or `None`."""
        ...

    def get_many(self, record_ids: Collection[str]) -> dict[str, StoredRecord]:
        """Current versions of those of the ids that exist."""
        ...

    def records(
        self,
        *,
        province: str | None = None,
        kinds: Sequence[str] = (),
        as_of: date | None = None,
        revision: int | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> Iterator[StoredRecord]:
        """Records in the order of id, filtered; `as_of` keeps those that hold on that day; `after` and `limit` page."""
        ...

    def neighbours(
        self, node_id: str, *, kinds: Sequence[str] = (), as_of: date | None = None, revision: int | None = None
    ) -> list[StoredRecord]:
        """Ties that start or end at a node, in the order of id."""
        ...

    def search(
        self, text: str, *, province: str | None = None, kinds: Sequence[str] = (), limit: int = 20
    ) -> list[StoredRecord]:
        """Current nodes one of whose names contains a text, both in match form: Thai spellings that look alike are one.

        Nodes with a name that begins with the text come first, then the others, each in the order of id. Every
        character stands for itself. Blank text finds nothing; more than 100 characters are a `UsageError`.
        """
        ...

    def scan(
        self,
        kinds: Sequence[str],
        fields: Sequence[str],
        *,
        provinces: Sequence[str],
        as_of: date,
        revision: int | None = None,
    ) -> Columns:
        """Columns of all records of some kinds that hold on a day, ordered by id: what a snapshot is built from.

        `fields` are names of record fields (`UsageError` for one that none of the kinds has); dates come as ISO text,
        tuples as JSON text, truth values as 0 or 1.
        """
        ...

    def history(self, record_id: str) -> list[StoredRecord]:
        """All versions of a record, oldest first; empty where there is none."""
        ...

    def changes(self, revision: int) -> list[tuple[StoredRecord | None, StoredRecord | None]]:
        """What a revision changed, in the order of id: each record before and after it.

        Before is `None` for a record that was not there, after for one that was removed. Versions that an erasure
        emptied are left out, as everywhere. One indexed read.
        """
        ...

    def audit(self, *, after: int = 0, limit: int | None = None) -> Iterator[AuditEntry]:
        """Audit entries after a sequence number, oldest first."""
        ...

    def run_query(self, name: str, parameters: Mapping[str, object]) -> Columns:
        """Rows of a named query of the library, as columns; values are parameters, always.

        Raises `UnknownRecord` for a name that the library has not, `UsageError` where parameters are missing, too many
        or of another type.
        """
        ...


class StoreWriter(StoreReader, Protocol):
    """A reader that can also apply change sets."""

    def apply(self, change_set: ChangeSet) -> Applied:
        """Make a change set visible whole or not at all, with its audit entry.

        Raises `StaleWrite` where a version differs from what the writer saw, `UnknownRecord` where a tie's end does
        not exist, `InputError` where a tie may not join what it joins or a removal would take its end, `UsageError`
        where a record comes twice or an idempotency key was used for another change set, `StoreBusy` where another
        writer holds the store, `StoreUnavailable` where it cannot be written.
        """
        ...

    def erase(self, record_ids: Collection[str], *, principal: str, reason_code: str) -> Applied:
        """Empty all versions of records for good; ids, revision and time stay, in the audit and in a ledger.

        Afterwards the records are read nowhere, not in earlier revisions either. One that was erased before is left
        out; `written` counts the others. A record may come back with a later change. Raises `UnknownRecord` for an id
        that never was, `InputError` where a current tie joins what is to go and does not go with it, `UsageError` where
        the reason is no code, and what `apply` raises where the store cannot be written.
        """
        ...

    def check(self, *, audit_head: str | None = None) -> list[str]:
        """Codes of what contradicts itself: integrity, audit chain, counts. Empty when all is well.

        `audit_head` is the digest of an audit entry that was kept outside the store: a chain whose end was cut off, or
        that was rewritten whole, is found by nothing else.
        """
        ...


class Store(StoreWriter, AbstractContextManager["Store"], Protocol):
    """A whole store, closed by leaving its context."""

    @property
    def application(self) -> ApplicationRecords:
        """What the program remembers besides, kept beside the records and never among them."""
        ...

    def back_up(self, path: Path) -> Backup:
        """Copy the whole store, as it is at one moment, to a file that is not there yet; others write on meanwhile.

        The file is there only once the copy was found sound. Raises `UsageError` where it cannot be written, there is
        one already or there is nothing to copy, `StoreDamaged` where the store itself is not sound.
        """
        ...

    def restore(self, path: Path, *, principal: str) -> Restored:
        """Make the store what a copy of it was, at once for everybody; what it was is kept beside it.

        What was erased since the copy was made is erased again; the audit of the copy goes on with an entry of the
        restoration. Raises `UnreadableFile` where the file is no sound copy that this program knows, before anything
        is touched, `StoreBusy` where another writes, `StoreUnavailable` where the store cannot be written.
        """
        ...

    def raw(self) -> AbstractContextManager[RawReader]:
        """Reads all that the store holds as plain rows, as of the moment in which the context is entered."""
        ...

    def maintenance(self) -> Maintenance | None:
        """Who has writes refused and since when, or `None` where they are not."""
        ...

    def begin_maintenance(self, principal: str) -> Maintenance:
        """Refuse all writes from now on, those of application records too: `StoreBusy` (`store.maintenance`).

        Once this returns no write is under way. Where writes are refused already, it stays as it was. The turn is
        kept among the application records (`store/maintenance.py`): no record changes, so that the audit has no entry.
        """
        ...

    def end_maintenance(self, principal: str) -> Maintenance | None:
        """Let writes through again; what it was, or `None` where none were refused."""
        ...

    def describe(self) -> dict[str, str]:
        """What it is and where, for `doctor`: never a secret."""
        ...
