"""What a change set would write, and whether it may: the rules that all stores share."""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from network_service.domain.kinds import NODE_TYPES
from network_service.domain.ties import TIE_ENDS
from network_service.errors import InputError, StaleWrite, UnknownRecord, UsageError
from network_service.store.change import Change, ChangeSet, Removal
from network_service.store.mapping import Row, canonical_json, digest, new_salt, same_record, to_row
from network_service.store.search_form import search_form


@dataclass(frozen=True, slots=True)
class Draft:
    """A change made ready to be written, before any lock is taken."""

    row: Row
    expected_version: int
    salt: bytes
    digest: bytes
    form: str
    """What the record is searched by (`search_form.py`)."""


@dataclass(frozen=True, slots=True)
class Current:
    """The current version of a record, as the store holds it now."""

    version: int
    kind: str
    data: str
    digest: bytes


@dataclass(frozen=True, slots=True)
class Write:
    """A version to be added, and the one that it supersedes; `last` is the number of the last there ever was, else 0.

    A record that was removed and comes back supersedes none, and its numbers go on.
    """

    draft: Draft
    replaces: Current | None
    last: int

    @property
    def version(self) -> int:
        """Number of the new version, from 1."""
        return self.last + 1


@dataclass(frozen=True, slots=True)
class Closing:
    """The current version of a record that goes."""

    record_id: str
    closes: Current


@dataclass(frozen=True, slots=True)
class WritePlan:
    """All that a change set does: versions to add and versions to close, each in the order of id."""

    writes: Sequence[Write]
    closings: Sequence[Closing]

    @property
    def record_ids(self) -> list[str]:
        """Ids of all records concerned, sorted."""
        return sorted(
            [*(write.draft.row.record_id for write in self.writes), *(one.record_id for one in self.closings)]
        )

    @property
    def ended(self) -> list[tuple[str, Current]]:
        """The versions that end with this change set, by record id."""
        replaced = [(write.draft.row.record_id, write.replaces) for write in self.writes if write.replaces]
        return replaced + [(one.record_id, one.closes) for one in self.closings]


@dataclass(frozen=True, slots=True)
class TieEnds:
    """The kind of a tie and what it joins."""

    record_id: str
    kind: str
    source: str
    target: str


class Known(Protocol):
    """What the plan asks of the store, under the lock under which it will write."""

    def current(self, record_ids: Collection[str]) -> dict[str, Current]:
        """Current versions of those of the ids that exist."""
        ...

    def last_versions(self, record_ids: Collection[str]) -> dict[str, int]:
        """Numbers of the last versions there ever were of those of the ids that were ever known."""
        ...

    def kinds(self, record_ids: Collection[str]) -> dict[str, str]:
        """Kinds of those of the ids that exist."""
        ...

    def ties_at(self, node_ids: Collection[str]) -> Iterable[TieEnds]:
        """Current ties that start or end at any of the nodes."""
        ...


def drafts_of(changes: Sequence[Change], removals: Sequence[Removal] = ()) -> list[Draft]:
    """The drafts of changes in the order of id; `UsageError` where a record comes twice, be it to be removed.

    In the order of id, rows of one change set lie in the file in the order in which they are read again.
    """
    drafts = sorted((_draft(change) for change in changes), key=lambda draft: draft.row.record_id)
    named = sorted([*(draft.row.record_id for draft in drafts), *(removal.record_id for removal in removals)])
    for one, next_one in pairwise(named):
        if one == next_one:
            raise UsageError("store.record_twice", record_id=one)
    return drafts


def plan_writes(drafts: Sequence[Draft], removals: Sequence[Removal], known: Known) -> WritePlan:
    """What is to be written: nothing for a record that the store already holds as given.

    Raises `StaleWrite`, `UnknownRecord` for an end or a record to be removed that does not exist, `InputError` for ends
    that a tie may not join, or that a removal would take from it.
    """
    current = known.current([*(draft.row.record_id for draft in drafts), *(one.record_id for one in removals)])
    last = known.last_versions([draft.row.record_id for draft in drafts if draft.row.record_id not in current])
    writes = [_write(draft, current.get(draft.row.record_id), last) for draft in drafts]
    for write in writes:
        _require_version(write.draft.row.record_id, write.draft.expected_version, write.replaces)
        _require_nature(write)
    closings = [_closing(removal, current.get(removal.record_id)) for removal in removals]
    closings.sort(key=lambda closing: closing.record_id)
    writes = [write for write in writes if not _changes_nothing(write)]
    _require_ends(writes, frozenset(closing.record_id for closing in closings), known)
    return WritePlan(writes, closings)


def request_digest(salt: bytes, change_set: ChangeSet, drafts: Sequence[Draft]) -> bytes:
    """Salted digest of what was asked: what a key was used for must not outlive the erasure of what it wrote."""
    asked = hashlib.sha256(salt)
    asked.update(canonical_json([change_set.principal, change_set.operation, dict(change_set.about)]).encode())
    for draft in drafts:
        asked.update(f"\n{draft.expected_version} {draft.row.data}".encode())
    for removal in change_set.removals:
        asked.update(f"\nremove {removal.expected_version} {removal.record_id}".encode())
    return asked.digest()


def _draft(change: Change) -> Draft:
    row, salt = to_row(change.record), new_salt()
    return Draft(row, change.expected_version, salt, digest(salt, row.data), search_form(change.record))


def _write(draft: Draft, replaces: Current | None, last: Mapping[str, int]) -> Write:
    return Write(draft, replaces, replaces.version if replaces else last.get(draft.row.record_id, 0))


def _closing(removal: Removal, current: Current | None) -> Closing:
    _require_version(removal.record_id, removal.expected_version, current)
    if current is None:
        raise UnknownRecord("store.nothing_to_remove", record_id=removal.record_id)
    return Closing(removal.record_id, current)


def _require_version(record_id: str, expected: int, found: Current | None) -> None:
    current = found.version if found else 0
    if expected != current:
        raise StaleWrite("store.stale_write", record_id=record_id, expected=expected, current=current)


def _require_nature(write: Write) -> None:
    """A group may become an organisation, but no node becomes a tie: it would take its own ties' end away."""
    row, before = write.draft.row, write.replaces
    if before and (before.kind in NODE_TYPES) != (row.kind in NODE_TYPES):
        raise InputError("store.nature_changed", record_id=row.record_id, was=before.kind, now=row.kind)


def _changes_nothing(write: Write) -> bool:
    return write.replaces is not None and same_record(write.draft.row, write.replaces.kind, write.replaces.data)


def _require_ends(writes: Sequence[Write], removed: Collection[str], known: Known) -> None:
    rows = [write.draft.row for write in writes]
    ties = [TieEnds(row.record_id, row.kind, row.source, row.target) for row in rows if row.source and row.target]
    turned = {w.draft.row.record_id for w in writes if w.replaces and w.replaces.kind != w.draft.row.kind}
    left = {row.record_id for row in rows}.union(removed)
    if turned:
        ties += [tie for tie in known.ties_at(turned) if tie.record_id not in left]
    for tie in known.ties_at(removed) if removed else ():
        if tie.record_id not in left:
            end = tie.source if tie.source in removed else tie.target
            raise InputError("store.end_removed", record_id=tie.record_id, end=end)
    kinds = {row.record_id: row.kind for row in rows}
    ends = {end for tie in ties for end in (tie.source, tie.target)}
    kinds |= known.kinds(ends.difference(kinds, removed))
    for tie in ties:
        for end, may_be in zip((tie.source, tie.target), TIE_ENDS[tie.kind], strict=True):
            if end not in kinds:
                raise UnknownRecord("store.unknown_end", record_id=tie.record_id, end=end)
            if kinds[end] not in may_be:
                raise InputError(
                    "store.wrong_end", record_id=tie.record_id, kind=tie.kind, end=end, end_kind=kinds[end]
                )
