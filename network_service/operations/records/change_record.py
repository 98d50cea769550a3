"""Change fields of one record."""

from collections.abc import Mapping

from network_service.domain.merged import Merged
from network_service.domain.principal import Principal
from network_service.domain.record import Record
from network_service.errors import InputError, StaleWrite, UnknownRecord
from network_service.ingest.fault import Fault
from network_service.operations.access import permit
from network_service.operations.records.field_faults import faulty, record_of
from network_service.operations.records.writing import Act, Written, require_true, write
from network_service.operations.sight.sights import Sights, seen_record
from network_service.store.base import StoreReader, StoreWriter
from network_service.store.change import Change, StoredRecord

_FIXED = ("id", "kind", "version", "revision")


def change_record(
    principal: Principal,
    store: StoreWriter,
    record_id: str,
    fields: Mapping[str, object],
    sights: Sights,
    *,
    expected_version: int,
    idempotency_key: str | None = None,
) -> Written:
    """Set some fields of a record that the principal has seen at a version; `None` empties a field.

    Id and kind never change; to another province it moves only where both are within reach. `StaleWrite` where somebody
    changed it since, `FaultyInput` naming each wrong field, `UnknownRecord` where it is out of sight.
    """
    permit(principal, "change_record")
    act = Act("change_record", idempotency_key)
    return changed(principal, store, record_id, fields, sights, expected_version=expected_version, act=act)


def changed(
    principal: Principal,
    store: StoreWriter,
    record_id: str,
    fields: Mapping[str, object],
    sights: Sights,
    *,
    expected_version: int,
    act: Act,
) -> Written:
    """The same under another operation, which asks for its own permission."""
    sight = sights.of(principal, store)
    stored, _ = seen_record(sight, store, record_id)
    base = _as_seen(store, stored, expected_version, again=act.key is not None)
    if isinstance(base, Merged):
        raise InputError("records.merged", record_id=record_id)
    faults = [
        Fault("records.fixed_field", column=one)
        for one in _FIXED
        if one in fields and fields[one] != getattr(base, one, None)
    ]
    if faults:
        raise faulty(faults)
    after = with_fields(base, fields)
    if not principal.may_reach(after.province):
        raise UnknownRecord("province.unknown", province=after.province, present="-")
    require_true(store, sight, after, base)
    return write(principal, store, sight, Change(after, expected_version), act)


def _as_seen(store: StoreReader, stored: StoredRecord, expected: int, *, again: bool) -> Record:
    """The version that was seen. An older one is good only for a repeat, of which the store knows the answer."""
    if stored.version == expected:
        return stored.record
    older = (one.record for one in store.history(stored.record.id) if one.version == expected)
    found = next(older, None) if again else None
    if found is None:
        raise StaleWrite("store.stale_write", record_id=stored.record.id, expected=expected, current=stored.version)
    return found


def with_fields(record: Record, fields: Mapping[str, object]) -> Record:
    """The record with other values in some fields; one without a value takes its default again."""
    given = {**record.model_dump(mode="json"), **fields}
    return record_of(record.kind, {name: value for name, value in given.items() if value is not None})
