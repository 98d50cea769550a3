"""What an import would do to the store: records added, changed, ended; nothing else is ever done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from network_service.domain.record import Record


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a record, before and after."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A stored record that would be kept otherwise."""

    record: Record
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """Records that would be added, changed or ended, and how many would stay as they are.

    A record that gets its first last day is ended, whatever else changes in it.
    """

    added: tuple[Record, ...]
    changed: tuple[RecordChange, ...]
    ended: tuple[RecordChange, ...]
    unchanged: int

    @property
    def changes_nothing(self) -> bool:
        """Whether the store has all of it already."""
        return not (self.added or self.changed or self.ended)

    @property
    def written(self) -> tuple[Record, ...]:
        """The records that have to be written."""
        return (*self.added, *(one.record for one in self.changed), *(one.record for one in self.ended))


def preview(records: Iterable[Record], known: Mapping[str, Record]) -> Preview:
    """Compare records with those that the store has by id."""
    added, changed, ended = [], [], []
    unchanged = 0
    for record in records:
        stored = known.get(record.id)
        if stored is None:
            added.append(record)
        elif stored == record:
            unchanged += 1
        else:
            change = RecordChange(record, _differences(stored, record))
            (ended if stored.valid_to is None and record.valid_to is not None else changed).append(change)
    return Preview(tuple(added), tuple(changed), tuple(ended), unchanged)


def _differences(stored: Record, record: Record) -> tuple[FieldChange, ...]:
    before, after = stored.model_dump(), record.model_dump()
    fields = dict.fromkeys([*before, *after])
    return tuple(
        FieldChange(field, before.get(field), after.get(field))
        for field in fields
        if before.get(field) != after.get(field)
    )
