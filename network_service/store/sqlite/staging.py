"""Looks at a file that is to be restored, on a copy of its own, before anything of the store is touched."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Protocol, Self

from network_service.errors import StoreBusy, StoreError, StoreTooNew, StoreUnavailable, UnreadableFile
from network_service.store.change import ChangeSet
from network_service.store.erasure import ErasedRecord
from network_service.store.sqlite.closed import BEING_FILLED, OPEN, set_state
from network_service.store.sqlite.connection import APPLICATION_ID
from network_service.store.sqlite.copying import reading_copy
from network_service.store.sqlite.faults import translated

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_WIDEST_PAGE = 65_536  # which two bytes cannot say: there it is written as 1


class Staged(AbstractContextManager["Staged"], Protocol):
    """What is done with the copy, once it is open as a store."""

    def check(self) -> list[str]:
        """Codes of what contradicts itself."""
        ...

    def take_over(self, erased: Sequence[ErasedRecord], change_set: ChangeSet) -> int:
        """Erase what a ledger says, and say in the audit where the copy came from."""
        ...

    def __enter__(self) -> Self:
        """Itself, closed at the end."""
        ...


Prepare = Callable[[Path], Staged]
"""Opens a copy as a store, with the keys of the store that it is to replace."""


def copied(path: Path, staged: Path, live: Path, page_size: int) -> None:
    """Copy a file that looks like a whole store; `UnreadableFile` names it where it does not."""
    _look_at_header(path, live)
    try:
        shutil.copyfile(path, staged)
    except OSError as error:
        raise UnreadableFile("restore.unreadable", path=str(path), reason=error.strerror or "") from error
    with blamed_on(path), translated(staged), closing(sqlite3.connect(staged, isolation_level=None)) as connection:
        # A file with a log keeps the page size that it has: the copy takes that of the store.
        if connection.execute("PRAGMA page_size").fetchone() != (page_size,):
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute(f"PRAGMA page_size = {page_size}")
            connection.execute("VACUUM")


@contextmanager
def blamed_on(path: Path) -> Iterator[None]:
    """Tell what is wrong with the copy of a file as what is wrong with the file; the disk's faults stay its own."""
    try:
        yield
    except StoreTooNew as error:
        raise UnreadableFile("restore.too_new", path=str(path), **error.parameters) from error
    except (StoreUnavailable, StoreBusy):
        raise
    except StoreError as error:
        raise UnreadableFile("restore.damaged", path=str(path), reasons=error.code) from error


def opened(staged: Path, path: Path, prepare: Prepare) -> Staged:
    """The copy of a file as a store of this program's schema, open to writing; `UnreadableFile` where it is none."""
    with blamed_on(path):
        store = prepare(staged)
        try:
            _open_to_writing(staged)
        except BaseException:
            store.__exit__(None, None, None)
            raise
    return store


def require_sound(store: Staged, path: Path) -> None:
    """Raise `UnreadableFile` where the copy of a file contradicts itself."""
    with blamed_on(path):
        codes = store.check()
    if codes:
        raise UnreadableFile("restore.damaged", path=str(path), reasons=", ".join(codes))


def require_schema(staged: Path, path: Path, prepare: Prepare) -> None:
    """Raise `UnreadableFile` where a copy has other tables, indexes or triggers than a new store."""
    fresh = staged.with_name("fresh.sqlite")
    with prepare(fresh):
        pass
    with blamed_on(path):
        found = _objects(staged)
    if found != _objects(fresh):
        raise UnreadableFile("restore.damaged", path=str(path), reasons="store.check.schema")


def _open_to_writing(staged: Path) -> None:
    """A copy is not closed because its source was, when the copy was made."""
    with translated(staged), closing(sqlite3.connect(staged, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM maintenance")
        set_state(connection, OPEN)
        connection.execute("COMMIT")


def _objects(path: Path) -> list[tuple[str, str, str]]:
    with reading_copy(path) as connection:
        return connection.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name"
        ).fetchall()


def _look_at_header(path: Path, live: Path) -> None:
    log = path.with_name(path.name + "-wal")
    try:
        if path.samefile(live):
            raise UnreadableFile("restore.itself", path=str(path))
        if log.exists() and log.stat().st_size:
            raise UnreadableFile("restore.in_use", path=str(path))
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
        size = path.stat().st_size
    except OSError as error:
        raise UnreadableFile("restore.unreadable", path=str(path), reason=error.strerror or "") from error
    ours = header[68:72] == APPLICATION_ID.to_bytes(4, "big")
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC) or not ours:
        raise UnreadableFile("restore.not_a_store", path=str(path))
    if int.from_bytes(header[60:64], "big") == BEING_FILLED:
        raise UnreadableFile("restore.damaged", path=str(path), reasons="store.being_filled")
    page = int.from_bytes(header[16:18], "big")
    wanted = int.from_bytes(header[28:32], "big") * (_WIDEST_PAGE if page == 1 else page)
    if size < wanted:
        raise UnreadableFile("restore.short", path=str(path), size=size, wanted=wanted)
