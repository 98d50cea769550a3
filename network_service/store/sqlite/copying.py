"""Copies of a database in use: consistent while others write, in files that are there whole or not at all."""

import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from network_service.errors import UsageError
from network_service.store.backup import Backup
from network_service.store.sqlite import audit
from network_service.store.sqlite.connection import Connections
from network_service.store.sqlite.faults import translated

_PREFIX = ".network-service-copy-"
_LEFT_BEHIND_SECONDS = 86_400  # no copy takes a day: what is older was left by a process that was killed
_PAGES = 1_024  # 4 MB: an interrupt is heard between two portions


def copy_to(connections: Connections, target: Path, named: Path) -> None:
    """Copy the store as it is at one moment, as one file without a log, on the disk when this returns.

    What is copied is not looked at: of a damaged store too, all that can be read is kept. Errors name the file that
    `target` is to become.
    """
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))  # it holds names of people
        with connections.reading() as source, translated(named), closing(_connect(target, "rw")) as copy:
            # The state of this moment is held until the end: without it every write by others would start it anew.
            source.execute("BEGIN")
            try:
                source.execute("SELECT 1 FROM sqlite_master").fetchone()
                source.backup(copy, pages=_PAGES)
            finally:
                source.execute("ROLLBACK")
            copy.execute("PRAGMA journal_mode = DELETE")
        with target.open("rb+") as file:
            os.fsync(file.fileno())
    except OSError as error:
        raise UsageError("cli.unwritable", path=str(named), reason=error.strerror or "") from error


@contextmanager
def reading_copy(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a copy that cannot write to it."""
    with translated(path), closing(_connect(path, "ro")) as connection:
        yield connection


def described(connection: sqlite3.Connection, path: Path) -> Backup:
    """What a copy holds."""
    last = audit.last(connection)
    records: int = connection.execute(
        "SELECT count(*) FROM record_version WHERE superseded IS NULL AND erased IS NULL"
    ).fetchone()[0]
    return Backup(path, path.stat().st_size, last.revision if last else 0, records, last.digest if last else "")


def holds_anything(connection: sqlite3.Connection) -> bool:
    """Whether anything was ever written to a store, be it a record or what the program remembers."""
    found: int = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM audit_entry) OR EXISTS (SELECT 1 FROM application_entry)"
    ).fetchone()[0]
    return bool(found)


@contextmanager
def private_folder(beside: Path) -> Iterator[Path]:
    """A folder in the same folder as a file, for its owner only, that goes at the end with all that is in it.

    What processes that were killed have left behind there goes too: it holds names of people.
    """
    try:
        _sweep(beside.parent)
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=beside.parent))
    except OSError as error:
        raise UsageError("cli.unwritable", path=str(beside), reason=error.strerror or "") from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def put_in_place(made: Path, path: Path) -> None:
    """Give a finished file its name, which nobody has; after a power cut it is there or not."""
    try:
        try:
            os.link(made, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without second names, such as on a memory stick
            if path.exists():
                raise FileExistsError from None
            made.rename(path)
    except FileExistsError:
        raise UsageError("backup.exists", path=str(path)) from None
    except OSError as error:
        raise UsageError("cli.unwritable", path=str(path), reason=error.strerror or "") from error
    _sync_folder(path.parent)


def _sweep(folder: Path) -> None:
    for left in folder.glob(f"{_PREFIX}*"):
        with suppress(OSError):  # another process may be sweeping too
            if time.time() - left.stat().st_mtime > _LEFT_BEHIND_SECONDS:
                shutil.rmtree(left, ignore_errors=True)


def _sync_folder(folder: Path) -> None:
    """Bring a new name to the disk, where the system can do that for folders."""
    if hasattr(os, "O_DIRECTORY"):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(path.absolute().as_uri() + f"?mode={mode}", uri=True, isolation_level=None)
