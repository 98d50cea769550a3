"""What SQLite reports, told as errors of this service: no exception of the driver leaves the store."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from network_service.errors import (
    NetworkServiceError,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreUnavailable,
    UsageError,
)

_PRIMARY = 0xFF  # the low byte of an extended result code is the primary one

_BY_CODE: dict[int, tuple[type[StoreError], str]] = {
    sqlite3.SQLITE_BUSY: (StoreBusy, "store.busy"),
    sqlite3.SQLITE_LOCKED: (StoreBusy, "store.busy"),
    sqlite3.SQLITE_PROTOCOL: (StoreBusy, "store.busy"),
    sqlite3.SQLITE_INTERRUPT: (StoreUnavailable, "query.too_slow"),
    sqlite3.SQLITE_FULL: (StoreUnavailable, "store.disk_full"),
    sqlite3.SQLITE_IOERR: (StoreUnavailable, "store.io_error"),
    sqlite3.SQLITE_READONLY: (StoreUnavailable, "store.read_only"),
    sqlite3.SQLITE_CANTOPEN: (StoreUnavailable, "store.cannot_open"),
    sqlite3.SQLITE_PERM: (StoreUnavailable, "store.cannot_open"),
    sqlite3.SQLITE_AUTH: (StoreUnavailable, "store.cannot_open"),
    sqlite3.SQLITE_NOMEM: (StoreUnavailable, "store.out_of_memory"),
    sqlite3.SQLITE_NOTADB: (StoreDamaged, "store.not_a_store"),
    sqlite3.SQLITE_CORRUPT: (StoreDamaged, "store.damaged"),
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise this service's error for whatever SQLite raises inside."""
    try:
        yield
    except sqlite3.Error as error:
        raise error_of(error, path) from error
    except UnicodeDecodeError as error:  # the driver could not even read what SQLite told it
        raise StoreDamaged("store.damaged", path=str(path)) from error
    except (UnicodeEncodeError, OverflowError) as error:  # a lone surrogate, an integer beyond 64 bits
        raise UsageError("store.unfit_value") from error


def error_of(error: sqlite3.Error, path: Path) -> NetworkServiceError:
    """The error of this service for one of the driver's."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # Raised by the driver itself: text that is no UTF-8 is the one that content can cause.
        damaged = isinstance(error, sqlite3.OperationalError)
        return StoreDamaged("store.damaged", path=str(path)) if damaged else _failed(error, path)
    kind, message = _BY_CODE.get(code & _PRIMARY, (None, ""))
    return kind(message, path=str(path)) if kind else _failed(error, path)


def is_io_error(error: BaseException) -> bool:
    """Whether the disk itself failed: what was written since the last success is then unknown."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & _PRIMARY == sqlite3.SQLITE_IOERR


def _failed(error: sqlite3.Error, path: Path) -> StoreError:
    reason = getattr(error, "sqlite_errorname", None) or type(error).__name__
    return StoreError("store.failed", path=str(path), reason=reason)
