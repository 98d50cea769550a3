"""Read one record by its id."""

from network_service.domain.principal import Principal
from network_service.operations.access import permit
from network_service.operations.sight.shown import Shown
from network_service.operations.sight.sights import Sights, seen_record
from network_service.store.base import StoreReader


def one_record(principal: Principal, store: StoreReader, record_id: str, sights: Sights) -> Shown:
    """What the principal sees of the current version of a record; `UnknownRecord` where it is out of sight."""
    permit(principal, "one_record")
    _, shown = seen_record(sights.of(principal, store), store, record_id)
    sights.logged(principal, "one_record", [shown])
    return shown
