"""Remember that two records that look alike are two, so that they are not proposed as duplicates again."""

from datetime import date

from network_service.domain.nodes import Actor, Person
from network_service.domain.principal import Principal
from network_service.domain.record import MAX_NOTE
from network_service.domain.thai.text import clean
from network_service.errors import UnknownRecord, UsageError
from network_service.operations.access import permit
from network_service.operations.duplicate_pairs import COLLECTION, key_of
from network_service.store.application import ApplicationRecords
from network_service.store.base import StoreReader


def declare_different(
    principal: Principal,
    store: StoreReader,
    application: ApplicationRecords,
    one: str,
    other: str,
    day: date,
    *,
    reason: str | None = None,
) -> tuple[str, str]:
    """Remember who called two records different, when and why; their names. Saying it again changes nothing.

    `UnknownRecord` for an id that is no actor's and no person's, `UsageError` where both are one.
    """
    permit(principal, "declare_different")
    ids = [record_id.strip().lower() for record_id in (one, other)]
    if ids[0] == ids[1]:
        raise UsageError("duplicates.same_id", id=ids[0])
    stored = store.get_many(ids)
    names = []
    for record_id in ids:
        record = stored[record_id].record if record_id in stored else None
        if not isinstance(record, Actor | Person) or not principal.may_reach(record.province):
            raise UnknownRecord("duplicates.unknown_id", id=record_id)
        names.append(record.display_name)
    key = key_of(*ids)
    if application.get(COLLECTION, key) is None:
        said = {"by": principal.name, "on": day.isoformat()}
        why = clean(reason or "")[:MAX_NOTE]
        application.put(COLLECTION, key, said | ({"reason": why} if why else {}), expected_version=0)
    return names[0], names[1]
