"""What a change set would write, and whether it may: the rules that all stores share."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from network_service.domain.kinds import NODE_TYPES
from network_service.domain.ties import TIE_ENDS
from network_service.errors import InputError, StaleWrite, UnknownRecord, UsageError
from network_service.store.change import Change
from network_service.store.mapping import Row, digest, new_salt, same_record, to_row


@dataclass(frozen=True, slots=True)
class Draft:
    """A change made ready to be written, before any lock is taken."""

    row: Row
    expected_version: int
    salt: bytes
    digest: bytes


@dataclass(frozen=True, slots=True)
class Current:
    """The current version of a record, as the store holds it now."""

    version: int
    kind: str
    data: str
    digest: bytes


@dataclass(frozen=True, slots=True)
class Write:
    """A version to be added, and the one that it supersedes."""

    draft: Draft
    replaces: Current | None

    @property
    def version(self) -> int:
        """Number of the new version, from 1."""
        return self.replaces.version + 1 if self.replaces else 1


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

    def kinds(self, record_ids: Collection[str]) -> dict[str, str]:
        """Kinds of those of the ids that exist."""
        ...

    def ties_at(self, node_ids: Collection[str]) -> Iterable[TieEnds]:
        """Current ties that start or end at any of the nodes."""
        ...


def drafts_of(changes: Sequence[Change]) -> list[Draft]:
    """The drafts of a change set in the order of id; `UsageError` where a record comes twice.

    In the order of id, rows of one change set lie in the file in the order in which they are read again.
    """
    drafts = sorted((_draft(change) for change in changes), key=lambda draft: draft.row.record_id)
    for one, next_one in pairwise(drafts):
        if one.row.record_id == next_one.row.record_id:
            raise UsageError("store.record_twice", record_id=one.row.record_id)
    return drafts


def plan_writes(drafts: Sequence[Draft], known: Known) -> list[Write]:
    """What is to be written: nothing for a record that the store already holds as given.

    Raises `StaleWrite`, `UnknownRecord` for an end that does not exist, `InputError` for ends that a tie may not join.
    """
    current = known.current([draft.row.record_id for draft in drafts])
    writes = [Write(draft, current.get(draft.row.record_id)) for draft in drafts]
    for write in writes:
        _require_version(write)
        _require_nature(write)
    writes = [write for write in writes if not _changes_nothing(write)]
    _require_ends(writes, known)
    return writes


def _draft(change: Change) -> Draft:
    row, salt = to_row(change.record), new_salt()
    return Draft(row, change.expected_version, salt, digest(salt, row.data))


def _require_version(write: Write) -> None:
    current = write.replaces.version if write.replaces else 0
    expected = write.draft.expected_version
    if expected != current:
        raise StaleWrite("store.stale_write", record_id=write.draft.row.record_id, expected=expected, current=current)


def _require_nature(write: Write) -> None:
    """A group may become an organisation, but no node becomes a tie: it would take its own ties' end away."""
    row, before = write.draft.row, write.replaces
    if before and (before.kind in NODE_TYPES) != (row.kind in NODE_TYPES):
        raise InputError("store.nature_changed", record_id=row.record_id, was=before.kind, now=row.kind)


def _changes_nothing(write: Write) -> bool:
    return write.replaces is not None and same_record(write.draft.row, write.replaces.kind, write.replaces.data)


def _require_ends(writes: Sequence[Write], known: Known) -> None:
    rows = [write.draft.row for write in writes]
    ties = [TieEnds(row.record_id, row.kind, row.source, row.target) for row in rows if row.source and row.target]
    turned = {w.draft.row.record_id for w in writes if w.replaces and w.replaces.kind != w.draft.row.kind}
    if turned:
        written = {row.record_id for row in rows}
        ties += [tie for tie in known.ties_at(turned) if tie.record_id not in written]
    kinds = {row.record_id: row.kind for row in rows}
    ends = {end for tie in ties for end in (tie.source, tie.target)}
    kinds |= known.kinds(ends - kinds.keys())
    for tie in ties:
        for end, may_be in zip((tie.source, tie.target), TIE_ENDS[tie.kind], strict=True):
            if end not in kinds:
                raise UnknownRecord("store.unknown_end", record_id=tie.record_id, end=end)
            if kinds[end] not in may_be:
                raise InputError(
                    "store.wrong_end", record_id=tie.record_id, kind=tie.kind, end=end, end_kind=kinds[end]
                )
