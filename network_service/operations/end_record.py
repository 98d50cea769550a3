"""End a record: the last day on which it holds, and with it the ties of a node."""

from dataclasses import dataclass
from datetime import date, timedelta

from pydantic import ValidationError

from network_service.domain.personal_data import KEPT
from network_service.domain.principal import Principal
from network_service.domain.record import Node, Record
from network_service.errors import InputError, UsageError
from network_service.operations.correction import Correction, corrected
from network_service.operations.find_record import find_record, kept_record
from network_service.operations.plan import PlannedChange, planned
from network_service.operations.record_names import called, names_around
from network_service.store.base import StoreReader, StoreWriter
from network_service.store.change import StoredRecord

_SENTENCES = {
    "record.ends_before_start": "end.before_start",
    "record.signed_after_end": "end.before_signing",
}
"""Sentence for each rule of a record that its end can break; any other rule is told as a contradiction of its days."""


@dataclass(frozen=True, slots=True)
class EndReport:
    """The record that ends, its last day, what was or would be written, and the ties it leaves open.

    `open_ties` hold on after that day; `left` of them cannot end that day, as they begin later or say so otherwise.
    """

    record: Record
    last_day: date
    correction: Correction
    open_ties: int
    left: int


def end_record(
    principal: Principal,
    store: StoreWriter,
    which: str,
    last_day: date,
    *,
    with_ties: bool = False,
    province: str | None = None,
    dry_run: bool = False,
) -> EndReport:
    """Let a record hold until a day, that day included; `with_ties` ends the open ties of a node on the same day.

    A merged record stands for the one it leads to. A record that ends on that day or before is refused: a later end is
    a correction of the end, not an ending.
    """
    stored = kept_record(store, find_record(principal, "end", store, which, province=province))
    if last_day == date.max:
        raise UsageError("end.too_late")
    end = last_day + timedelta(days=1)
    changes = [_ended(principal, store, stored, end)]
    ties = _open_ties(store, stored.record, end)
    left = 0
    for tie in ties if with_ties else ():
        try:
            changes.append(_with_end(tie, end))
        except ValidationError:
            left += 1
    correction = corrected(principal, store, "end", changes, {}, dry_run=dry_run)
    still_open = left if with_ties else len(ties)
    return EndReport(stored.record, last_day, correction, still_open, left)


def _ended(principal: Principal, store: StoreReader, stored: StoredRecord, end: date) -> PlannedChange:
    record = stored.record
    name = called(record, names_around(principal, store, [record]))
    if record.valid_to is not None and record.valid_to <= end:
        raise InputError("end.already", name=name, day=record.valid_to - timedelta(days=1))
    try:
        return _with_end(stored, end)
    except ValidationError as error:
        context = error.errors()[0].get("ctx") or {}
        code = _SENTENCES.get(str(context.get("error")), "end.contradicts")
        told = record.valid_from if code == "end.before_start" else getattr(record, "signed_on", None)
        raise InputError(code, name=name, day=end - timedelta(days=1), other=told) from error


def _with_end(stored: StoredRecord, end: date) -> PlannedChange:
    record = stored.record
    return planned(stored, type(record).model_validate({**record.model_dump(), "valid_to": end}, context=KEPT))


def _open_ties(store: StoreReader, record: Record, end: date) -> list[StoredRecord]:
    """Ties of a node that would hold on or after the first day on which it no longer does."""
    if not isinstance(record, Node):
        return []
    return [tie for tie in store.neighbours(record.id) if tie.record.valid_to is None or tie.record.valid_to > end]
