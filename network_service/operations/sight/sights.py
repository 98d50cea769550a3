"""What an installation brings to every look at records: the key of pseudonyms and the log of reads."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from network_service.domain.identity import is_record_id
from network_service.domain.principal import Principal
from network_service.errors import NotPermitted, UnknownRecord
from network_service.operations.kept import Kept
from network_service.operations.read_log import ReadLog
from network_service.operations.sight.levels import sees_pseudonyms
from network_service.operations.sight.pseudonyms import Pseudonyms
from network_service.operations.sight.shown import Shown
from network_service.operations.sight.sight import Sight
from network_service.store.base import StoreReader
from network_service.store.change import StoredRecord


@dataclass(frozen=True, slots=True)
class Sights:
    """Gives every principal a sight of a store, and logs what is read of it.

    Without a `pseudonym_key` nobody is shown pseudonyms, so that who sees nothing else is refused.
    """

    log: ReadLog
    pseudonym_key: bytes | None = field(default=None, repr=False)
    orders: Kept[tuple[tuple[Any, str], ...]] = field(default_factory=Kept, repr=False, compare=False)

    def of(self, principal: Principal, store: StoreReader) -> Sight:
        """The sight of a principal; `NotPermitted` where pseudonyms are due and there is no key for them."""
        if not sees_pseudonyms(principal):
            return Sight(principal, store, None)
        if not self.pseudonym_key:
            raise NotPermitted("access.no_pseudonyms")
        return Sight(principal, store, Pseudonyms(self.pseudonym_key))

    def logged(self, principal: Principal, operation: str, shown: Iterable[Shown]) -> None:
        """Note the reading of those among some shown records that are not for members."""
        self.log.note(principal, operation, [one.record_id for one in shown if one.guarded])


def seen_record(sight: Sight, store: StoreReader, told: str) -> tuple[StoredRecord, Shown]:
    """The current record of an id as the principal was told it; `UnknownRecord` where none is seen."""
    stored = _by_pseudonym(sight, store, told) if sight.pseudonyms else _by_id(store, told)
    shown = sight.shown(stored) if stored else None
    if stored is None or shown is None:
        raise UnknownRecord("record.unknown", text=told)
    return stored, shown


def _by_id(store: StoreReader, told: str) -> StoredRecord | None:
    return store.get(told) if is_record_id(told) and told == told.strip().lower() else None


def _by_pseudonym(sight: Sight, store: StoreReader, told: str) -> StoredRecord | None:
    """One pass over the ids within reach: no table of pseudonyms is kept that could be taken."""
    provinces = [one for one in store.provinces() if sight.principal.may_reach(one)]
    records = (stored for province in provinces for stored in store.records(province=province))
    return next((stored for stored in records if sight.told(stored.record.id) == told), None)
