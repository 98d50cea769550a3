"""Writes files whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from network_service.errors import UsageError

_DATABASE = b"SQLite format 3\0"
"""How every SQLite file begins: no document takes the place of one, be it the store or another program's."""


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A path to write to, in the same folder; on success it takes the place of `path`, on failure it goes.

    The content is on the disk before the name changes: after a power cut there is the old file or the new one.
    `UsageError` where it cannot be written there, such as in a folder that does not exist or on a full disk, and where
    a database stands there: a slip of the hand must not cost the whole store.
    """
    if _is_database(path):
        raise UsageError("cli.over_database", path=str(path))
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:40]}-", suffix=path.suffix, dir=path.parent)
        os.close(descriptor)
    except OSError as error:
        raise UsageError("cli.unwritable", path=str(path), reason=error.strerror or "") from error
    written = Path(name)
    try:
        yield written
        with written.open("rb+") as file:
            os.fsync(file.fileno())
        written.chmod(0o666 & ~_umask())
        written.replace(path)
    except OSError as error:
        raise UsageError("cli.unwritable", path=str(path), reason=error.strerror or "") from error
    finally:
        written.unlink(missing_ok=True)


def _is_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False


def _umask() -> int:
    """The process's mask of permissions, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
