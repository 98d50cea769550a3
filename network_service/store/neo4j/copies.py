"""Backups of a server, which are files of SQLite, and restoring them: copies of all rows while writes are refused.

The server shows what others commit while it is read, so that only refusing writes makes a copy be of one moment. A file
that is restored is looked at first, in a place of its own; what was erased since is erased in it there.
"""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from network_service.errors import UsageError
from network_service.store.backup import Backup, Restored
from network_service.store.change import ChangeSet
from network_service.store.erasure import ErasedRecord
from network_service.store.filling import fill
from network_service.store.maintenance import COLLECTION
from network_service.store.neo4j.driver import Sessions
from network_service.store.neo4j.raw import Neo4jRawReader
from network_service.store.neo4j.raw_writer import Neo4jRawWriter
from network_service.store.raw import RawErasure, Section
from network_service.store.sqlite.copying import described, private_folder, put_in_place, reading_copy
from network_service.store.sqlite.raw_writer import SqliteRawWriter
from network_service.store.sqlite.restoring import RESTORATION
from network_service.store.sqlite.staging import copied, opened, require_schema, require_sound
from network_service.store.sqlite.store import SqliteStore

_PAGE_SIZE = 4_096
_HOLDS: Final = (
    "RETURN EXISTS { MATCH (:AuditEntry) } OR EXISTS { MATCH (e:ApplicationEntry) WHERE e.collection <> $refusals }"
)


def back_up(sessions: Sessions, path: Path, key: bytes | None) -> Backup:
    """Copy a server's store, of which writes are refused, to a file that is not there yet."""
    if path.exists():
        raise UsageError("backup.exists", path=str(path))
    if not _holds_anything(sessions):
        raise UsageError("backup.empty", path=sessions.address)
    reader = Neo4jRawReader(sessions)
    with private_folder(path) as folder:
        made = folder / "copy.sqlite"
        with SqliteRawWriter.open(made, audit_key=key) as target:
            fill(reader, target)
        with reading_copy(made) as connection:
            held = described(connection, made)
        put_in_place(made, path)
    return Backup(path, held.size, held.revision, held.records, held.audit_head)


def restore(
    sessions: Sessions, path: Path, principal: str, key: bytes | None, clock: Callable[[], datetime]
) -> Restored:
    """Make a server's store, of which writes are refused, what a file holds; what it was is kept beside the file.

    What it is to become is kept there too until it is done: where that is cut off, a copy of it goes on.
    """

    def prepare(staged: Path) -> SqliteStore:
        return SqliteStore.open(staged, audit_key=key, clock=clock)

    with private_folder(path) as folder:
        staged = folder / "staged.sqlite"
        copied(path, staged, folder, _PAGE_SIZE)
        with opened(staged, path, prepare) as store:
            require_schema(staged, path, prepare)
            require_sound(store, path)
            with reading_copy(staged) as connection:
                held = described(connection, staged)
            head = Neo4jRawReader(sessions).head()
            kept = _keep(sessions, _beside(path, "replaced", clock()), key)
            about = {
                "restored_head": held.audit_head,
                "restored_revision": str(held.revision),
                "replaced_head": head.audit_head,
                "replaced_revision": str(head.revision),
            }
            erased = store.take_over(_missing(sessions, staged), ChangeSet(principal, RESTORATION, (), about=about))
            require_sound(store, path)
        becoming = _beside(path, "restoring", clock())
        put_in_place(staged, becoming)
    with closing(prepare(becoming)) as whole, whole.raw() as reader:
        fill(reader, Neo4jRawWriter(sessions, key, replaces=True), anew=True)
        now = reader.head()
    becoming.unlink()
    backup = Backup(path, held.size, held.revision, held.records, held.audit_head)
    return Restored(backup, now.revision, now.audit_head, kept, erased)


def _keep(sessions: Sessions, kept: Path, key: bytes | None) -> Path | None:
    """Keep what the server holds; nothing where nothing was ever written."""
    if not _holds_anything(sessions):
        return None
    back_up(sessions, kept, key)
    return kept


def _beside(path: Path, what: str, at: datetime) -> Path:
    """A name beside a file that no file has."""
    stem = f"{path.stem}.{what}-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    found, number = path.with_name(f"{stem}.sqlite"), 2
    while found.exists():
        found, number = path.with_name(f"{stem}-{number}.sqlite"), number + 1
    return found


def _holds_anything(sessions: Sessions) -> bool:
    """Whether anything was ever written, be it a record or what the program remembers, but of refusing writes."""
    row = sessions.read(lambda tx: tx.one(_HOLDS, refusals=COLLECTION))
    return row is not None and bool(row[0])


def _missing(sessions: Sessions, staged: Path) -> list[ErasedRecord]:
    """The lines of the server's ledger that a copy's lacks."""
    with reading_copy(staged) as connection:
        there = set(connection.execute("SELECT record_id, revision, at FROM erased_record"))
    rows = [row for page in Neo4jRawReader(sessions).pages(Section.ERASURES) for row in page]
    lines = [row for row in rows if isinstance(row, RawErasure) and tuple(row) not in there]
    return [ErasedRecord(line.record_id, line.revision, datetime.fromisoformat(line.at)) for line in lines]
