"""Maintenance: an administrator has a store refuse writes for a while, so that a copy of it is of one moment."""

from dataclasses import dataclass
from datetime import UTC, datetime

from network_service.errors import StoreBusy

COLLECTION = "maintenance"
"""Application records that tell of each turn: who, whether on or off, and when."""


@dataclass(frozen=True, slots=True)
class Maintenance:
    """Who has the store refuse writes, and since when."""

    principal: str
    since: datetime

    def refusal(self) -> StoreBusy:
        """What a writer is told."""
        return StoreBusy("store.maintenance", principal=self.principal, since=moment_text(self.since))


def moment_text(moment: datetime) -> str:
    """A moment as it is shown: UTC to the second, as servers and offices may disagree about the zone."""
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")


def told_in_brief(found: Maintenance | None) -> str:
    """How it is, for `describe`."""
    return f"{found.principal} {moment_text(found.since)}" if found else "no"
