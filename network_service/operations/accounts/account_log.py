"""What was done to accounts, by whom and when: lines that are only ever added, without any secret.

A line is written before what it tells of: nothing happens unlogged. Should the change then fail, as where the store is
cut off between the two, its line stands there for nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from network_service.domain.principal import Principal
from network_service.errors import StoreDamaged
from network_service.operations.access import permit_whole
from network_service.store.application import ApplicationRecords, Entry, Json, time_text

COLLECTION = "account_log"
"""Collection of application records; keys are numbers."""


class Act(StrEnum):
    """What can be done to an account."""

    CREATED = "created"
    CHANGED = "changed"
    PASSWORD_SET = "password_set"  # noqa: S105 - a word, not a password
    PASSWORD_CHANGED = "password_changed"  # noqa: S105
    ENROLLED = "enrolled"
    SIGNED_IN = "signed_in"
    SIGNED_OUT_EVERYWHERE = "signed_out_everywhere"
    TOKEN_ISSUED = "token_issued"  # noqa: S105
    TOKEN_REVOKED = "token_revoked"  # noqa: S105


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number, when, who did what to which account, and what it was given."""

    number: str
    at: datetime
    who: str
    act: Act
    about: str
    detail: Mapping[str, Json]


def log_act(
    application: ApplicationRecords,
    who: str,
    act: Act,
    about: str,
    now: datetime,
    detail: Mapping[str, Json] | None = None,
) -> None:
    """Add a line; `detail` never holds a secret."""
    line = {"at": time_text(now), "who": who, "act": act.value, "about": about, "detail": dict(detail or {})}
    application.append(COLLECTION, line)


def read_account_log(
    principal: Principal, application: ApplicationRecords, *, after: str | None = None, limit: int | None = None
) -> tuple[Line, ...]:
    """The lines after a number, oldest first; they are of all accounts, so that it takes the reach of all provinces."""
    permit_whole(principal, "read_account_log")
    return tuple(_line(entry) for entry in application.entries(COLLECTION, after=after, limit=limit))


def _line(entry: Entry) -> Line:
    try:
        kept: Mapping[str, Any] = dict(entry.value)  # type: ignore[arg-type]
        at = datetime.fromisoformat(kept["at"])
        return Line(entry.key, at, kept["who"], Act(kept["act"]), kept["about"], kept["detail"])
    except (KeyError, TypeError, ValueError):
        raise StoreDamaged("store.unreadable_entry") from None
