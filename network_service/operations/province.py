"""Which province is meant when nobody says, among those the one who asks may reach."""

from network_service.domain.principal import Principal
from network_service.errors import UnknownRecord, UsageError
from network_service.ingest.reading import UNNAMED
from network_service.operations.access import permit
from network_service.store.base import StoreReader


def province_meant(principal: Principal, operation: str, store: StoreReader, province: str | None) -> str:
    """The province asked for, else the only one in the store that the principal may reach, else the unnamed one.

    `NotPermitted` before anything is said of the store. `UnknownRecord` where the store has nothing of the province;
    `UsageError` naming the choices where there are several.
    """
    permit(principal, operation)
    if province is not None:
        province = province.upper()
        permit(principal, operation, province)
    present = [code for code in store.provinces() if principal.may_reach(code)]
    if province is not None:
        if province not in present:
            raise UnknownRecord("province.unknown", province=province, present=", ".join(present) or "-")
        return province
    if not present:
        raise UnknownRecord("province.empty_store")
    if len(present) > 1 and UNNAMED in present:
        return UNNAMED
    if len(present) > 1:
        raise UsageError("province.several", present=", ".join(present))
    return present[0]
