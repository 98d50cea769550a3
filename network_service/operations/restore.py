"""Restore a backup: the store becomes what it was, but for what was erased since."""

from pathlib import Path

from network_service.domain.principal import Principal
from network_service.operations.access import permit_whole
from network_service.store.backup import Restored
from network_service.store.base import Store


def restore(principal: Principal, store: Store, file: Path) -> Restored:
    """Make a store what a backup holds; the audit goes on with who did so, and what was replaced is kept beside it."""
    permit_whole(principal, "restore")
    return store.restore(file, principal=principal.name)
