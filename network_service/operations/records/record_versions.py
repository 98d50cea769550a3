"""All versions of a record as the principal sees them, with who made each of them, when and by what."""

from collections.abc import Mapping
from dataclasses import dataclass

from network_service.domain.principal import Principal
from network_service.errors import UnknownRecord
from network_service.operations.access import permit
from network_service.operations.find_change_set import entry_of
from network_service.operations.sight.shown import Shown
from network_service.operations.sight.sights import Sights
from network_service.store.application import Json
from network_service.store.base import StoreReader
from network_service.store.change import AuditEntry


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """One version, the change set that made it, and the shown fields that it changed: before and after.

    `removed_by` is the change set that took the record away after it, if one did.
    """

    shown: Shown
    entry: AuditEntry
    changed: Mapping[str, tuple[Json, Json]]
    removed_by: AuditEntry | None


def record_versions(
    principal: Principal, store: StoreReader, record_id: str, sights: Sights
) -> tuple[ShownVersion, ...]:
    """The versions of a record, oldest first, a removed one's too.

    `UnknownRecord` where its last version is out of sight; an earlier version that is, is left out.
    """
    permit(principal, "history")
    sight = sights.of(principal, store)
    versions = store.history(record_id.strip().lower())
    if not versions or not sight.may_see(versions[-1].record):
        raise UnknownRecord("record.unknown", text=record_id)
    following = {one.revision for one in versions}
    told: list[ShownVersion] = []
    before: Mapping[str, Json] = {}
    for stored, shown in zip(versions, sight.shown_all(versions), strict=True):
        if shown is None:
            continue
        changed = {
            name: (before.get(name), shown.fields.get(name))
            for name in {**shown.fields, **before}
            if before and before.get(name) != shown.fields.get(name)
        }
        gone = stored.superseded if stored.superseded not in following else None
        told.append(
            ShownVersion(shown, entry_of(store, stored.revision), changed, entry_of(store, gone) if gone else None)
        )
        before = {} if gone else shown.fields
    sights.logged(principal, "history", [one.shown for one in told[-1:]])
    return tuple(told)
