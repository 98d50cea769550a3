"""Erasure of records: what it may take, and what stays known of it, in every store.

An erasure empties every version of a record. Its id, the revision and the time stay, in the audit and in a ledger: what
was erased stays erased when an older copy of the store is restored.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from network_service.errors import InputError, UnknownRecord, UsageError
from network_service.store.change import ChangeSet
from network_service.store.plan import Closing, Known

ERASURE = "erase"
"""The one operation whose change sets may have emptied older versions."""
AGAIN = "erased_before"
"""The reason of an erasure that repeats, in a restored copy, what was erased after the copy was made."""
_CODE = re.compile(r"[a-z][a-z0-9_.]{0,59}")


@dataclass(frozen=True, slots=True, order=True)
class ErasedRecord:
    """One line of the ledger: a record's id, and the revision and time of its erasure. The three tell erasures apart.

    After a restoration the ledger keeps the lines of the store that was replaced, whose revisions were others.
    """

    record_id: str
    revision: int
    at: datetime


class KnownContent(Known, Protocol):
    """What the plan of an erasure asks of the store, under the lock under which it will write."""

    def with_content(self, record_ids: Collection[str]) -> set[str]:
        """Those of the ids of which any version has not been emptied."""
        ...


@dataclass(frozen=True, slots=True)
class ErasurePlan:
    """Records to be emptied in all their versions, and the current versions to be closed; each in the order of id."""

    emptied: Sequence[str]
    closings: Sequence[Closing]

    @property
    def record_ids(self) -> list[str]:
        """Ids of all records concerned, sorted."""
        return sorted({*self.emptied, *(closing.record_id for closing in self.closings)})


def plan_erasure(record_ids: Iterable[str], known: KnownContent, *, with_ties: bool = False) -> ErasurePlan:
    """What an erasure does; nothing for a record that was erased before and has not come back.

    Raises `UnknownRecord` for an id that never was, `InputError` where a current tie joins what is to go. `with_ties`
    removes such ties, which keep their history: where an erasure is done again there is nobody to be asked.
    """
    wanted = sorted(set(record_ids))
    ever = known.last_versions(wanted)
    for record_id in wanted:
        if record_id not in ever:
            raise UnknownRecord("store.nothing_to_erase", record_id=record_id)
    emptied = sorted(known.with_content(wanted))
    going = set(emptied)
    current = known.current(emptied)
    ties = [tie for tie in known.ties_at(current.keys()) if tie.record_id not in going]
    for tie in ties:
        if not with_ties:
            end = tie.source if tie.source in going else tie.target
            raise InputError("store.end_removed", record_id=tie.record_id, end=end)
    current |= known.current({tie.record_id for tie in ties})
    return ErasurePlan(emptied, [Closing(record_id, version) for record_id, version in sorted(current.items())])


def erasure_of(principal: str, reason_code: str) -> ChangeSet:
    """The change set that the audit entry of an erasure tells of.

    `UsageError` where the reason is no code: in words, it could hold what is to be erased.
    """
    if not _CODE.fullmatch(reason_code):
        raise UsageError("store.reason_no_code")
    return ChangeSet(principal, ERASURE, (), about={"reason": reason_code})
