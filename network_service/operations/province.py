"""Which province is meant when nobody says."""

from network_service.errors import UnknownRecord, UsageError
from network_service.store.base import StoreReader


def province_meant(store: StoreReader, province: str | None) -> str:
    """The province asked for, else the only one in the store.

    `UnknownRecord` where the store has nothing of it; `UsageError` naming the choices where several are there.
    """
    present = store.provinces()
    if province is not None:
        if province not in present:
            raise UnknownRecord("province.unknown", province=province, present=", ".join(present) or "-")
        return province
    if not present:
        raise UnknownRecord("province.empty_store")
    if len(present) > 1:
        raise UsageError("province.several", present=", ".join(present))
    return present[0]
