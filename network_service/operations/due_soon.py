"""What the parties of agreements have to see to: those that end before long, and stages that are due or overdue."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from network_service.domain.nodes import NOTICE_DAYS, Agreement, AgreementStage
from network_service.domain.record import Record


@dataclass(frozen=True, slots=True)
class Due:
    """A record and the day by which something must be done; `code` is `agreement_ends` or `stage_due`.

    The day is the last on which an agreement holds, or the one on which a stage is due; it may have passed.
    """

    code: str
    record: Agreement | AgreementStage
    day: date


def due_soon(records: Mapping[str, Record], day: date, days: int = NOTICE_DAYS) -> tuple[Due, ...]:
    """What is due within so many days of a day or was due before it, the earliest first.

    Agreements count while they are in force, stages until they are done.
    """
    found = [
        Due("agreement_ends", one, one.valid_to - timedelta(days=1))
        for one in records.values()
        if isinstance(one, Agreement) and one.valid_to is not None and one.is_ending(day, days)
    ]
    found += [
        Due("stage_due", one, one.due_on)
        for one in records.values()
        if isinstance(one, AgreementStage)
        and one.done_on is None
        and one.due_on is not None
        and one.due_on <= day + timedelta(days=days)
        and one.holds_on(day)
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.record.id)))
