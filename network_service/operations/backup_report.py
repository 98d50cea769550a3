"""Backups made and restored as plain data, for machines."""

from typing import Any

from network_service.store.backup import Backup, Restored


def backup_as_plain(made: Backup) -> dict[str, Any]:
    """Where a copy is and what it holds."""
    return {
        "path": str(made.path),
        "bytes": made.size,
        "revision": made.revision,
        "records": made.records,
        "audit_head": made.audit_head,
    }


def restored_as_plain(restored: Restored) -> dict[str, Any]:
    """What the copy held, and what the store holds now."""
    return {
        "backup": backup_as_plain(restored.backup),
        "revision": restored.revision,
        "audit_head": restored.audit_head,
        "kept": str(restored.kept) if restored.kept else None,
        "erased_again": restored.erased_again,
    }
