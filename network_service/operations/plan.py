"""What an import or a correction would do: each record as it is to be, beside what the store holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pydantic import ValidationError

from network_service.domain.personal_data import KEPT
from network_service.domain.record import Record
from network_service.store.change import Change, ChangeSet, Removal, StoredRecord


class Action(StrEnum):
    """What happens to a record."""

    ADD = "add"
    CHANGE = "change"
    END = "end"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field's value before and after, as plain data."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """One record that would be written; `fields` are those that differ, none for an addition or a removal."""

    action: Action
    record: Record
    version: int
    fields: tuple[FieldChange, ...] = ()

    def as_change(self) -> Change:
        """The change for the store, made only where the store still holds the version this was planned on."""
        return Change(self.record, expected_version=self.version)


def planned(stored: StoredRecord | None, record: Record | None) -> PlannedChange:
    """The change from what the store holds, if anything, to a record; to none of it, it is removed."""
    if stored is None:
        assert record is not None
        return PlannedChange(Action.ADD, record, 0)
    if record is None:
        return PlannedChange(Action.REMOVE, stored.record, stored.version)
    # What gets its first end has ended, whatever else is corrected in the same row.
    ends = stored.record.valid_to is None and record.valid_to is not None
    fields = differences(stored.record, record)
    return PlannedChange(Action.END if ends else Action.CHANGE, record, stored.version, fields)


def change_set_of(
    principal: str, operation: str, changes: Iterable[PlannedChange], about: Mapping[str, str]
) -> ChangeSet:
    """The change set that makes planned changes so, where the store still holds what they were planned on."""
    kept = list(changes)
    return ChangeSet(
        principal=principal,
        operation=operation,
        changes=tuple(one.as_change() for one in kept if one.action is not Action.REMOVE),
        about=about,
        removals=tuple(Removal(one.record.id, one.version) for one in kept if one.action is Action.REMOVE),
    )


@dataclass(frozen=True, slots=True)
class Plan:
    """All that an import would write, nodes before ties, and how many records it would leave as they are.

    `left` are records that a replaced sheet no longer names and that yet cannot end that day.
    """

    changes: tuple[PlannedChange, ...]
    unchanged: int
    left: tuple[Record, ...] = ()

    def of(self, action: Action) -> tuple[PlannedChange, ...]:
        """The changes of one kind."""
        return tuple(change for change in self.changes if change.action is action)


def plan_changes(records: Iterable[Record], known: Mapping[str, StoredRecord]) -> Plan:
    """Compare records with what the store holds under the same ids."""
    changes, unchanged = [], 0
    for record in records:
        stored = known.get(record.id)
        if stored is not None and stored.record == record:
            unchanged += 1
        else:
            changes.append(planned(stored, record))
    return Plan(tuple(changes), unchanged)


def plan_endings(known: Mapping[str, StoredRecord], kinds: frozenset[str], kept: set[str], day: date) -> Plan:
    """End on a day what the store holds of some kinds and a file that replaces them no longer names.

    What cannot end that day stays, and `left` names it: it began that day, or an agreement was signed on it or later.
    Only a person can say what was meant.
    """
    changes, left = [], []
    for record_id, stored in known.items():
        record = stored.record
        if record.kind not in kinds or record_id in kept or not record.holds_on(day):
            continue
        try:
            ended = type(record).model_validate({**record.model_dump(), "valid_to": day}, context=KEPT)
        except ValidationError:
            left.append(record)
            continue
        changes.append(PlannedChange(Action.END, ended, stored.version, differences(record, ended)))
    return Plan(tuple(changes), 0, tuple(left))


def differences(before: Record, after: Record) -> tuple[FieldChange, ...]:
    """The fields in which two records differ; one that a record does not have counts as empty."""
    old, new = before.model_dump(mode="json"), after.model_dump(mode="json")
    return tuple(
        FieldChange(name, old.get(name), new.get(name)) for name in new | old if old.get(name) != new.get(name)
    )
