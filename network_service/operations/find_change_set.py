"""Finds the change set that somebody means by its id, the beginning of its id, or its revision."""

import re

from network_service.errors import UnknownRecord, UsageError
from network_service.store.base import StoreReader
from network_service.store.change import AuditEntry

_LONGEST_REVISION = 7
"""Digits of a revision: a text of more digits is the beginning of an id; `changes` shows eight characters of one."""
_SHORTEST_BEGINNING = 4
_BEGINNING = re.compile(r"[0-9a-f][0-9a-f-]*")


def find_change_set(store: StoreReader, text: str) -> AuditEntry:
    """The audit entry of a change set; `UnknownRecord` where there is none, `UsageError` where there are several."""
    asked = text.strip().lower()
    if asked.isascii() and asked.isdigit() and len(asked) <= _LONGEST_REVISION:
        return entry_of(store, int(asked))
    if len(asked) < _SHORTEST_BEGINNING or not _BEGINNING.fullmatch(asked):
        raise UnknownRecord("change_set.unknown", text=text)
    found = [entry for entry in store.audit() if entry.change_set.startswith(asked)]
    if not found:
        raise UnknownRecord("change_set.unknown", text=text)
    if len(found) > 1:
        raise UsageError("change_set.ambiguous", text=text, candidates=", ".join(one.change_set for one in found))
    return found[0]


def entry_of(store: StoreReader, revision: int) -> AuditEntry:
    """The audit entry of a revision; sequence numbers and revisions count together."""
    entry = next(store.audit(after=revision - 1, limit=1), None) if revision > 0 else None
    if entry is None:
        raise UnknownRecord("change_set.unknown", text=str(revision))
    return entry
