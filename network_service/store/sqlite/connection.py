"""Connections to the file: many that read, lent to one caller at a time, and one that writes.

A connection is lent for one statement or one page, not kept for a thread: a web server's threads come and go, and each
would leave its connection behind. Readers never wait for a writer (write-ahead log), and `query_only` makes sure that
what is meant to read cannot write. Writers of this process queue for the one writing connection, those of other
processes for the file's lock; both give up after `busy_seconds` in all.
"""

import os
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from network_service.errors import StoreBusy, StoreDamaged, StoreUnavailable
from network_service.store.sqlite.closed import require_readable, require_writable
from network_service.store.sqlite.faults import is_io_error, translated

APPLICATION_ID = 0x504E5331
"""Marks a file as a store of this service ("PNS1"): another program's database is refused, not filled with tables."""
BUSY_SECONDS = 2.0
"""How long a writer waits for another before it is told so: a page must answer within four seconds."""
_IDLE_READERS = 8
_SMALLEST_PAGE = 512
_PORTION = 256  # pages copied between two looks at what others do
_LOOKS_AGAIN_SECONDS = 0.05
_WRITER_CACHE_KIB = 16_384  # 64 MB wrote 120,000 ties no faster and held 45 MB more
_LOG_KEPT_BYTES = 67_108_864  # a long import leaves a long log; more than this of it is given back


class Connections:
    """All connections of one store object; safe for any number of threads."""

    def __init__(self, path: Path, *, busy_seconds: float = BUSY_SECONDS, filling: bool = False) -> None:
        """Open or create the file; nothing of the schema is looked at. Who is `filling` it is not kept out of it."""
        self.path = path
        self._filling = filling
        self._busy_seconds = busy_seconds
        self._idle: deque[sqlite3.Connection] = deque()
        self._turn = threading.Lock()
        self._stopped = self._closed = False
        with translated(path):
            _create_private(path)
            self._writer = self._connect()
            self._file = _identity(path)
            try:
                self._prepare_writer()
            except BaseException:
                self._writer.close()
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Borrow a connection that cannot write."""
        with translated(self.path):
            connection = self._borrow()
            try:
                if not self._filling:
                    require_readable(connection, self.path)
                yield connection
            except sqlite3.Error:
                connection.close()
                raise
            except BaseException:
                self._give_back(connection)
                raise
            self._give_back(connection)

    @contextmanager
    def writing(self, *, in_maintenance: bool = False) -> Iterator[sqlite3.Connection]:
        """Hold the write lock: what happens inside is committed whole, or not at all where anything is raised.

        While the store is under maintenance only what says so may write: the schema's next step, and its end.
        """
        deadline = time.monotonic() + self._busy_seconds
        if not self._turn.acquire(timeout=self._busy_seconds):
            raise StoreBusy("store.busy", path=str(self.path))
        try:
            self._require_open()
            if self._stopped:
                raise StoreUnavailable("store.stopped", path=str(self.path))
            with translated(self.path), self._transaction(max(0.0, deadline - time.monotonic())) as connection:
                if not self._filling:
                    (require_readable if in_maintenance else require_writable)(connection, self.path)
                yield connection
        finally:
            self._turn.release()

    def replace_content(self, source: Path, settle: Callable[[], None]) -> None:
        """Make the content of the file that of another database, in one transaction: whole, or not at all.

        The file stays the same file: other processes have it open, read the former content until then and the other
        from their next statement on. `settle` is called once, when no other can write any more and nothing has been
        written yet; what it changes in the other database is taken over, and whatever it raises leaves all as it was.
        """
        deadline = time.monotonic() + self._busy_seconds
        settled = False

        def follow(status: int, _left: int, _pages: int) -> None:
            nonlocal settled
            if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                if time.monotonic() > deadline:
                    raise StoreBusy("store.busy", path=str(self.path))
            elif not settled:
                # The first portion took the write lock; a source that changes after it is copied anew from its start.
                settled = True
                settle()

        with self._turn, translated(self.path):
            self._require_open()
            if self._stopped:
                raise StoreUnavailable("store.stopped", path=str(self.path))
            with closing(sqlite3.connect(source, isolation_level=None)) as other:
                pages: int = other.execute("PRAGMA page_count").fetchone()[0]
                # Less than all of it: the first portion must not be the last.
                other.backup(self._writer, pages=min(pages - 1, _PORTION), progress=follow, sleep=_LOOKS_AGAIN_SECONDS)

    def rewrite(self) -> None:
        """Write every page anew, where there is room for it: of what was erased, copies may lie between the rows.

        Pages that were divided keep them, whatever is overwritten when rows go: 1 name of 2,000 was found so.
        """
        with self._turn, suppress(sqlite3.OperationalError):
            self._require_open()
            self._writer.execute("VACUUM")

    def empty_log(self) -> bool:
        """Bring the log into the file and empty it, so that it keeps nothing of what was erased.

        `False` where somebody still reads an earlier state; it is emptied with the last connection that closes.
        """
        with self._turn, translated(self.path):
            self._require_open()
            busy: int = self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        return not busy

    def close(self) -> None:
        """Close every connection; whoever still reads closes its own when it gives it back."""
        with self._turn:
            self._closed = True
            while self._idle:
                self._idle.pop().close()
            self._writer.close()

    @contextmanager
    def _transaction(self, patience: float) -> Iterator[sqlite3.Connection]:
        writer = self._writer
        writer.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")
        writer.execute("BEGIN IMMEDIATE")
        try:
            yield writer
            writer.execute("COMMIT")
        except BaseException as error:
            # After a failed write to the disk nobody knows what it kept: a second try could seem to succeed.
            if is_io_error(error):
                self._stopped = True
            if writer.in_transaction:
                writer.execute("ROLLBACK")
            raise

    def _borrow(self) -> sqlite3.Connection:
        self._require_open()
        try:
            return self._idle.pop()
        except IndexError:
            connection = self._connect()
            connection.execute("PRAGMA query_only = ON")
            return connection

    def _give_back(self, connection: sqlite3.Connection) -> None:
        if self._closed or len(self._idle) >= _IDLE_READERS:
            connection.close()
        else:
            self._idle.append(connection)

    def _require_open(self) -> None:
        if self._closed:
            raise StoreUnavailable("store.closed", path=str(self.path))
        # Open connections would go on with the file that was moved away, and what they wrote would be lost with it.
        if _identity(self.path) != self._file:
            raise StoreUnavailable("store.moved", path=str(self.path))

    def _connect(self) -> sqlite3.Connection:
        """A connection to the file that is there: a reader must not make an empty store of one that was moved away."""
        connection = sqlite3.connect(
            self.path.absolute().as_uri() + "?mode=rw",
            uri=True,
            isolation_level=None,  # transactions are begun and ended in words
            check_same_thread=False,  # lent to one thread at a time
            timeout=self._busy_seconds,
        )
        for setting in ("foreign_keys = ON", "cell_size_check = ON", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {setting}")
        return connection

    def _prepare_writer(self) -> None:
        writer = self._writer
        # In this order: another process may be making the same file a store between the two questions.
        if writer.execute("SELECT count(*) FROM sqlite_master").fetchone() != (0,) and not self._is_ours():
            raise StoreDamaged("store.not_a_store", path=str(self.path))
        if writer.execute("PRAGMA journal_mode = WAL").fetchone() != ("wal",):
            raise StoreUnavailable("store.no_log", path=str(self.path))
        writer.execute("PRAGMA synchronous = FULL")
        writer.execute("PRAGMA secure_delete = ON")  # not every system's SQLite does so: what was erased is to be gone
        writer.execute(f"PRAGMA cache_size = -{_WRITER_CACHE_KIB}")
        writer.execute(f"PRAGMA journal_size_limit = {_LOG_KEPT_BYTES}")

    def _is_ours(self) -> bool:
        found: int = self._writer.execute("PRAGMA application_id").fetchone()[0]
        return found == APPLICATION_ID


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file is there, whatever its name; `None` where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _create_private(path: Path) -> None:
    """Create an absent file for its owner only: it will hold names of people.

    A file that is there is not opened to look inside: closing it again would drop the locks that another store object
    of this process holds on it. Fewer bytes than the smallest page are no database, yet SQLite would write over them.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        if path.is_file() and 0 < path.stat().st_size < _SMALLEST_PAGE:
            raise StoreDamaged("store.not_a_store", path=str(path)) from None
    except OSError as error:
        raise StoreUnavailable("store.cannot_open", path=str(path)) from error
