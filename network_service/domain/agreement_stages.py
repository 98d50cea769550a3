"""The ordered stages of the three instruments of partnership, and when a stage falls due (source report 3.3.1)."""

import calendar
from dataclasses import dataclass
from datetime import date
from functools import cache

from network_service.domain.data_rows import data_rows


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of an agreement, as the report numbers it.

    `share_percent` is the part of the money paid in this stage. `parallel` names the stage that runs at the same time:
    the final evaluation (3 months after the end) and the settlement (2 months) overlap, so that neither waits for the
    other and the numbers are no strict chain. `signed` says that an agreement in this stage has been signed: a grant
    when its money is accepted, a contract when its first part is paid, a commission when it is delivered.
    """

    agreement_kind: str
    number: str
    code: str
    share_percent: int | None = None
    due_months_after_end: int | None = None
    parallel: str | None = None
    signed: bool = False


@cache
def stages_of(kind: str) -> tuple[Stage, ...]:
    """The stages of a kind of agreement in their order; none for the kinds that have none (memoranda, contracts)."""
    return tuple(
        Stage(
            row["agreement_kind"],
            row["number"],
            row["stage"],
            int(row["share_percent"]) if row["share_percent"] else None,
            int(row["due_months_after_end"]) if row["due_months_after_end"] else None,
            row["parallel"] or None,
            row["signed"] == "yes",
        )
        for row in data_rows("agreement_stages")
        if row["agreement_kind"] == kind
    )


def is_signed(kind: str, stage: str | None, signed_on: date | None, day: date) -> bool | None:
    """Whether an agreement is signed on a day: by the day of its signing, else by the stage it is in.

    `None` where neither is noted: that nobody wrote down the day of signing does not make an agreement a draft.
    """
    if signed_on is not None:
        return signed_on <= day
    return next((one.signed for one in stages_of(kind) if one.code == stage), None)


def due_by_default(stage: Stage, ends_on: date) -> date | None:
    """The last day for a stage that is due so many months after the agreement's last day; `None` for the others.

    Where the month has no such day it is the month's last: three months after 30 November is 28 or 29 February.
    """
    if stage.due_months_after_end is None:
        return None
    years, month = divmod(ends_on.month - 1 + stage.due_months_after_end, 12)
    year, month = ends_on.year + years, month + 1
    return date(year, month, min(ends_on.day, calendar.monthrange(year, month)[1]))
