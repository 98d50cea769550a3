"""Finds the change set that somebody means by its id, the beginning of its id, or its revision."""

import re

from network_service.domain.principal import Principal
from network_service.errors import UnknownRecord, UsageError
from network_service.store.base import StoreReader
from network_service.store.change import AuditEntry

_LONGEST_REVISION = 7
"""Digits of a revision: a text of more digits is the beginning of an id; `changes` shows eight characters of one."""
_SHORTEST_BEGINNING = 4
_BEGINNING = re.compile(r"[0-9a-f][0-9a-f-]*")


def find_change_set(principal: Principal, store: StoreReader, text: str) -> AuditEntry:
    """The audit entry of a change set within reach.

    `UnknownRecord` where there is none, `UsageError` where there are several.
    """
    asked = text.strip().lower()
    if asked.isascii() and asked.isdigit() and len(asked) <= _LONGEST_REVISION:
        entry = entry_of(store, int(asked))
        if not within_reach(principal, store, entry):
            raise UnknownRecord("change_set.unknown", text=str(entry.revision))
        return entry
    if len(asked) < _SHORTEST_BEGINNING or not _BEGINNING.fullmatch(asked):
        raise UnknownRecord("change_set.unknown", text=text)
    begins = (entry for entry in store.audit() if entry.change_set.startswith(asked))
    found = [entry for entry in begins if within_reach(principal, store, entry)]
    if not found:
        raise UnknownRecord("change_set.unknown", text=text)
    if len(found) > 1:
        raise UsageError("change_set.ambiguous", text=text, candidates=", ".join(one.change_set for one in found))
    return found[0]


def within_reach(principal: Principal, store: StoreReader, entry: AuditEntry) -> bool:
    """Whether a change set is there at all for the principal."""
    if principal.provinces is None:
        return True
    if not entry.record_ids:  # such as of a restoration, which is of the whole store
        return False
    # One operation works in one province: the first record tells it.
    versions = store.history(entry.record_ids[0])
    return any(principal.may_reach(version.record.province) for version in versions)


def entry_of(store: StoreReader, revision: int) -> AuditEntry:
    """The audit entry of a revision; sequence numbers and revisions count together."""
    entry = next(store.audit(after=revision - 1, limit=1), None) if revision > 0 else None
    if entry is None:
        raise UnknownRecord("change_set.unknown", text=str(revision))
    return entry
