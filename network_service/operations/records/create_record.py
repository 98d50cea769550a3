"""Create one record."""

import uuid
from collections.abc import Mapping

from network_service.domain.identity import id_from_code, id_from_key
from network_service.domain.kinds import RECORD_TYPES
from network_service.domain.principal import Principal
from network_service.errors import InputError, StaleWrite, UnknownRecord
from network_service.ingest.fault import Fault
from network_service.operations.access import permit
from network_service.operations.records.field_faults import faulty, record_of
from network_service.operations.records.writing import Act, Written, require_true, write
from network_service.operations.sight.sights import Sights
from network_service.store.base import StoreWriter
from network_service.store.change import Change

_GIVEN_BY_US = ("id", "version", "revision")


def create_record(
    principal: Principal,
    store: StoreWriter,
    fields: Mapping[str, object],
    sights: Sights,
    *,
    idempotency_key: str | None = None,
) -> Written:
    """Create the record of some fields, `kind` and `province` among them; its id comes from us.

    An office's own code for it (`source_key`) gives the id that an import of the same office gives. `FaultyInput` names
    each wrong field; `InputError` where there is one of that code already; `UnknownRecord` for a province out of reach.
    """
    permit(principal, "create_record")
    kind, province = fields.get("kind"), fields.get("province")
    faults = [Fault("records.fixed_field", column=one) for one in _GIVEN_BY_US if one in fields]
    if not isinstance(kind, str) or kind not in RECORD_TYPES or kind == "merged":
        faults.append(Fault("records.no_such_kind", column="kind", value=str(kind or "")))
    if not isinstance(province, str):
        faults.append(Fault("records.missing", column="province"))
    if faults or not isinstance(kind, str) or not isinstance(province, str):
        raise faulty(faults)
    if not principal.may_reach(province):
        raise UnknownRecord("province.unknown", province=province, present="-")
    record_id = _id(principal, province, fields.get("source_key"), idempotency_key)
    record = record_of(kind, {**fields, "id": record_id})
    sight = sights.of(principal, store)
    require_true(store, sight, record, None)
    try:
        return write(principal, store, sight, Change(record, 0), Act("create_record", idempotency_key))
    except StaleWrite:
        raise InputError("records.exists", source_key=record.source_key or record_id) from None


def _id(principal: Principal, province: str, source_key: object, key: str | None) -> str:
    if isinstance(source_key, str) and source_key.strip():
        return id_from_code(province, source_key)
    # The same request again must name the same record.
    return id_from_key(province, "created", principal.name, key) if key else str(uuid.uuid4())
