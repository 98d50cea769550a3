"""Back the whole store up: records with their history, the audit, and what the program remembers."""

from datetime import UTC, datetime
from pathlib import Path

from network_service.domain.principal import Principal
from network_service.operations.access import permit_whole
from network_service.store.backup import Backup
from network_service.store.base import Store


def back_up(principal: Principal, store: Store, out: Path, *, now: datetime) -> Backup:
    """Copy a store to a file, or into a folder under a name of the time; others may read and write meanwhile.

    Not audited: the entry would not be in the copy, and a store that nobody can write any more must still be copied.
    """
    permit_whole(principal, "back_up")
    if out.is_dir():
        out = out / f"network-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}.sqlite"
    return store.back_up(out)
