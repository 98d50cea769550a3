"""What of each record one principal is shown: the only place that decides it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from network_service.domain.field_classes import ORDER, Nature, class_of, field_classes, reaches
from network_service.domain.nodes import PopulationGroup
from network_service.domain.nodes.surroundings import SMALLEST_CELL
from network_service.domain.principal import Principal, Role
from network_service.domain.record import Node, Record, Tie
from network_service.domain.references import reference_fields
from network_service.domain.vocabulary import Visibility
from network_service.operations.sight.levels import level_of
from network_service.operations.sight.pseudonyms import Pseudonyms
from network_service.operations.sight.shown import Masked, Shown
from network_service.store.application import Json
from network_service.store.base import StoreReader
from network_service.store.change import StoredRecord


@dataclass(frozen=True, slots=True)
class _Met:
    """A record that another names: what may be told of it."""

    kind: str
    province: str
    within: bool
    seen: bool
    name: str | None


class Sight:
    """The eyes of one principal on one store, for the time of one operation: what was met once is not read again."""

    def __init__(self, principal: Principal, store: StoreReader, pseudonyms: Pseudonyms | None) -> None:
        """See as the principal does; with pseudonyms, nothing that names or describes anybody."""
        self.principal = principal
        self.level = level_of(principal)
        self.pseudonyms = pseudonyms
        self._store = store
        self._met: dict[str, _Met | None] = {}

    def shown(self, stored: StoredRecord) -> Shown | None:
        """What is shown of a record; `None` where it is as if it did not exist."""
        return next(iter(self.shown_all([stored])))

    def shown_all(self, stored: Sequence[StoredRecord]) -> list[Shown | None]:
        """The same of several records, which takes one reading of all that they name."""
        self._meet(one.record for one in stored if self._admits(one.record))
        return [self._look(one) if self.may_see(one.record) else None for one in stored]

    def glances(self, stored: Sequence[StoredRecord], fields: Collection[str]) -> list[tuple[StoredRecord, Shown]]:
        """The records among some that are seen, each with a few of the fields that are shown of it.

        A list looks at two fields of each of its records and at all fields of one page: 20 times as fast.
        """
        self._meet(one.record for one in stored if self._admits(one.record))
        return [(one, self._look(one, fields)) for one in stored if self.may_see(one.record)]

    def may_see(self, record: Record) -> bool:
        """Whether a record is there at all for the principal; a tie is where its ends are, or are elsewhere."""
        if not self._admits(record):
            return False
        if not isinstance(record, Tie):
            return True
        self._meet([record])
        ends = [self._met[end] for end in (record.source, record.target)]
        return all(end is not None and (end.seen or not end.within) for end in ends)

    def told(self, record_id: str) -> str:
        """An id as the principal is told it."""
        return self.pseudonyms.of(record_id) if self.pseudonyms else record_id

    def fields_of(self, kind: str) -> frozenset[str]:
        """The fields of a kind of record of which the principal is told at all."""
        return frozenset(
            name
            for name, one in field_classes(kind).items()
            if reaches(self.level, one.seen_by) and not (self.pseudonyms and one.nature is Nature.TEXT)
        )

    def _admits(self, record: Record) -> bool:
        """By province and class alone."""
        within = self.principal.may_reach(record.province)
        return within and (self._is_own(record) or reaches(self.level, class_of(record)))

    def _is_own(self, record: Record) -> bool:
        return Role.MEMBER in self.principal.roles and record.id == self.principal.own_record

    def _meet(self, records: Iterable[Record]) -> None:
        new = {one for record in records for one in _named(record)} - self._met.keys()
        if not new:
            return
        current = self._store.get_many(new)
        for record_id in new:
            # What was removed since is met in earlier versions still, and hidden by what it was last.
            stored = current.get(record_id) or next(reversed(self._store.history(record_id)), None)
            self._met[record_id] = self._meeting(stored.record) if stored else None

    def _meeting(self, record: Record) -> _Met:
        seen = self._admits(record)
        name = record.display_name if seen and isinstance(record, Node) else None
        if name is not None and self.pseudonyms:
            name = self.pseudonyms.of(record.id)
        return _Met(record.kind, record.province, self.principal.may_reach(record.province), seen, name)

    def _look(self, stored: StoredRecord, only: Collection[str] | None = None) -> Shown:
        record = stored.record
        level = Visibility.RESTRICTED if self._is_own(record) else self.level
        fields: dict[str, Json] = {}
        names: dict[str, str] = {}
        masked: dict[str, Masked] = {}
        highest = class_of(record)
        classes = field_classes(record.kind)
        for field in classes if only is None else [field for field in only if field in classes]:
            one = classes[field]
            if not reaches(level, one.seen_by) or (self.pseudonyms and one.nature is Nature.TEXT):
                continue
            value = _plain(getattr(record, field))
            if one.nature is Nature.REFERENCE and isinstance(value, str):
                value = self._reference(field, value, names, masked)
            elif one.nature is Nature.OWN_ID:
                value = self.told(record.id)
            fields[field] = value
            if value is not None:
                highest = max(highest, one.seen_by, key=ORDER.index)
        if "persons" in fields and isinstance(record, PopulationGroup) and 0 < (record.persons or 0) < SMALLEST_CELL:
            fields["persons"] = None
        name = record.display_name if isinstance(record, Node) else None
        return Shown(
            id=self.told(record.id),
            kind=record.kind,
            province=record.province,
            version=stored.version,
            revision=stored.revision,
            name=self.told(record.id) if name is not None and self.pseudonyms else name,
            fields=fields,
            names=names,
            masked=masked,
            guarded=reaches(highest, Visibility.OFFICER),
            record_id=record.id,
        )

    def _reference(self, field: str, record_id: str, names: dict[str, str], masked: dict[str, Masked]) -> str | None:
        """The id of a record that may be seen; what is elsewhere is masked, and what may not be seen is not named."""
        met = self._met[record_id]
        if met is None:
            return None
        if not met.within:
            masked[field] = Masked(met.kind, met.province)
        if not met.seen:
            return None
        told = self.told(record_id)
        if met.name is not None:
            names[told] = met.name
        return told


def _named(record: Record) -> list[str]:
    """Ids of the records that a record names."""
    return [named for field in reference_fields(type(record)) if isinstance(named := getattr(record, field), str)]


def _plain(value: object) -> Json:
    """The value of a field as JSON says it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return _plain(value.value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value if isinstance(value, bool | int | float | str) else None
