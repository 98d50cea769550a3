"""The managers of the province network itself, as apart from those of its sub-networks."""

from network_service.domain.vocabulary import ManagerRole
from network_service.snapshot.model import Manager, Snapshot


def province_managers(snapshot: Snapshot) -> tuple[Manager, ...]:
    """Managers of what is no sub-network."""
    parts = {network.id for network in snapshot.sub_networks}
    return tuple(manager for manager in snapshot.managers if manager.network not in parts)


def lead_managers(snapshot: Snapshot) -> tuple[Manager, ...]:
    """Those of them who lead."""
    return tuple(manager for manager in province_managers(snapshot) if manager.role == ManagerRole.LEAD)
