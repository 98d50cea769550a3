"""Have a store refuse writes for a while, and let them through again."""

from network_service.domain.principal import Principal
from network_service.operations.access import permit, permit_whole
from network_service.store.base import Store
from network_service.store.maintenance import Maintenance


def begin_maintenance(principal: Principal, store: Store) -> Maintenance:
    """Refuse writes from now on; where they are refused already, who has them refused."""
    permit_whole(principal, "maintenance")
    return store.begin_maintenance(principal.name)


def end_maintenance(principal: Principal, store: Store) -> Maintenance | None:
    """Let writes through again, whoever had them refused; what it was, or `None` where none were refused."""
    permit_whole(principal, "maintenance")
    return store.end_maintenance(principal.name)


def ask_maintenance(principal: Principal, store: Store) -> Maintenance | None:
    """Who has writes refused and since when."""
    permit(principal, "maintenance")
    return store.maintenance()
