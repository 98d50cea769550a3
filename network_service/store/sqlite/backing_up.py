"""Backs a store up: a copy of one moment in one file, looked at before it has its name."""

from pathlib import Path

from network_service.errors import StoreDamaged, UsageError
from network_service.store.backup import Backup
from network_service.store.sqlite.check import check
from network_service.store.sqlite.connection import Connections
from network_service.store.sqlite.copying import (
    copy_to,
    described,
    holds_anything,
    private_folder,
    put_in_place,
    reading_copy,
)


def back_up(connections: Connections, path: Path, key: bytes | None) -> Backup:
    """Copy a store to a file that is not there yet; there is nothing under its name before the copy was found sound."""
    if path.exists():
        raise UsageError("backup.exists", path=str(path))
    with private_folder(path) as folder:
        made = folder / "copy.sqlite"
        copy_to(connections, made, path)
        with reading_copy(made) as connection:
            codes = check(connection, key, None)
            if codes:
                raise StoreDamaged("backup.unsound", path=str(connections.path), reasons=", ".join(codes))
            if not holds_anything(connection):
                raise UsageError("backup.empty", path=str(connections.path))
            held = described(connection, made)
        put_in_place(made, path)
    return Backup(path, held.size, held.revision, held.records, held.audit_head)
