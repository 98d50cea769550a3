"""List the latest change sets, so that one of them can be found and taken back."""

from collections.abc import Iterator
from itertools import islice

from network_service.domain.principal import Principal
from network_service.operations.access import permit
from network_service.operations.find_change_set import within_reach
from network_service.store.base import StoreReader
from network_service.store.change import AuditEntry


def change_sets(principal: Principal, store: StoreReader, *, limit: int = 20) -> list[AuditEntry]:
    """The latest change sets, newest first, of those that touch provinces that the principal may reach."""
    permit(principal, "changes")
    return list(islice((one for one in _newest_first(store, limit) if within_reach(principal, store, one)), limit))


def _newest_first(store: StoreReader, page: int) -> Iterator[AuditEntry]:
    """All entries, a page at a time from the end: sequence numbers and revisions count together."""
    for last in range(store.revision(), 0, -page):
        first = max(0, last - page)
        yield from reversed(list(store.audit(after=first, limit=last - first)))
