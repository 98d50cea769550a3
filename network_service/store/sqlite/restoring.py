"""Restores a copy into a store that others may have open.

The copy is looked at first, in a place of its own. Then the store's write lock is taken, what the store holds is kept
under another name, the erasures it knows are done again in the copy, and the copy becomes its content in one
transaction: whoever reads sees all of one or all of the other, and a process killed at any moment leaves one of them.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from network_service.errors import StoreDamaged
from network_service.store.backup import Backup, Restored
from network_service.store.change import AuditEntry, ChangeSet
from network_service.store.erasure import ErasedRecord
from network_service.store.sqlite import audit, erasing
from network_service.store.sqlite.closed import require_writable
from network_service.store.sqlite.connection import Connections
from network_service.store.sqlite.copying import (
    copy_to,
    described,
    holds_anything,
    private_folder,
    put_in_place,
    reading_copy,
)
from network_service.store.sqlite.staging import Prepare, Staged, copied, opened, require_schema, require_sound

RESTORATION = "restore"
"""The operation of the audit entry with which a restored store goes on; it names no record."""


def restore(connections: Connections, path: Path, principal: str, at: datetime, prepare: Prepare) -> Restored:
    """Make the content of a store that of a copy; what was erased since the copy was made is erased in it."""
    live = connections.path
    told: list[Restored] = []
    copies: list[Path] = []
    with private_folder(live) as folder:
        staged = folder / "staged.sqlite"
        copied(path, staged, live, _page_size(connections))
        with opened(staged, path, prepare) as store:
            require_schema(staged, path, prepare)
            require_sound(store, path)
            held = _described(staged, path)

            def settle() -> None:
                with connections.reading() as connection:
                    require_writable(connection, live)
                kept = _keep(connections, folder, at)
                copies.extend([kept] if kept else [])
                erased = _finish(connections, store, staged, held, principal)
                require_sound(store, path)
                now = _described(staged, path)
                told.append(Restored(held, now.revision, now.audit_head, kept, erased))

            former = _last_and_ledger(connections)
            try:
                connections.replace_content(staged, settle)
            except Exception:
                # Where nothing was replaced, the copy of it would only fill the disk.
                if copies and _last_and_ledger(connections) == former:
                    copies[0].unlink()
                raise
    return told[0]


def _finish(connections: Connections, store: Staged, staged: Path, held: Backup, principal: str) -> int:
    """Do in the copy what the store knows to have been erased, and name both in the audit of the copy."""
    replaced, known = _last_and_ledger(connections)
    with reading_copy(staged) as connection:
        missing = sorted(set(known) - set(erasing.lines(connection)))
    about = {
        "restored_head": held.audit_head,
        "restored_revision": str(held.revision),
        "replaced_head": replaced.digest if replaced else "",
        "replaced_revision": str(replaced.revision if replaced else 0),
    }
    return store.take_over(missing, ChangeSet(principal, RESTORATION, (), about=about))


def _last_and_ledger(connections: Connections) -> tuple[AuditEntry | None, list[ErasedRecord]]:
    """The end of the audit and what was erased; without these nobody could say what must stay so."""
    try:
        with connections.reading() as connection:
            return audit.last(connection), erasing.lines(connection)
    except StoreDamaged as error:
        raise StoreDamaged("restore.ledger_unreadable", path=str(connections.path)) from error


def _keep(connections: Connections, folder: Path, at: datetime) -> Path | None:
    """Keep what the store holds beside it, be it damaged; nothing where nothing was ever written."""
    with connections.reading() as connection:
        if not holds_anything(connection):
            return None
    live, copy = connections.path, folder / "replaced.sqlite"
    kept = next(name for name in _names(live, at) if not name.exists())
    copy_to(connections, copy, kept)
    put_in_place(copy, kept)
    return kept


def _names(live: Path, at: datetime) -> Iterator[Path]:
    stem = f"{live.stem}.replaced-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield live.with_name(f"{stem}{live.suffix}")
    number = 2
    while True:
        yield live.with_name(f"{stem}-{number}{live.suffix}")
        number += 1


def _page_size(connections: Connections) -> int:
    with connections.reading() as connection:
        found: int = connection.execute("PRAGMA page_size").fetchone()[0]
    return found


def _described(staged: Path, path: Path) -> Backup:
    """What the copy of a file holds, under the file's name."""
    with reading_copy(staged) as connection:
        found = described(connection, staged)
    return Backup(path, found.size, found.revision, found.records, found.audit_head)
