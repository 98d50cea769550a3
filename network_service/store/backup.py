"""Copies of a whole store, whatever the store: what is told of one that was made, and of one that was restored."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was made and found whole; `audit_head`, kept elsewhere, tells this copy from any other."""

    path: Path
    size: int
    revision: int
    records: int
    audit_head: str


@dataclass(frozen=True, slots=True)
class Restored:
    """A store that holds what a copy held: its revision and head before and now.

    `kept` is the file that keeps what was replaced, `None` where there was nothing; `erased_again` counts the records
    that had been erased since the copy was made, and that were erased in it too.
    """

    backup: Backup
    revision: int
    audit_head: str
    kept: Path | None
    erased_again: int
