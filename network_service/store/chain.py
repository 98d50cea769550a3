"""The audit chain: each entry carries the digest of the one before it, so that no past entry can change unseen."""

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from network_service.store.change import AuditEntry, ChangeSet
from network_service.store.mapping import canonical_json

GENESIS = "0" * 64
"""What the first entry names as the digest before it."""


def combined(digests: Iterable[bytes]) -> str:
    """One digest of the digests of many versions, in whatever order they come."""
    return hashlib.sha256(b"".join(sorted(digests))).hexdigest()


def next_entry(
    last: AuditEntry | None,
    change_set: ChangeSet,
    *,
    name: str,
    at: datetime,
    revision: int,
    record_ids: Sequence[str],
    before: str,
    after: str,
    key: bytes | None,
) -> AuditEntry:
    """The entry of a change set that follows the last one."""
    unsigned = AuditEntry(
        sequence=last.sequence + 1 if last else 1,
        at=at,
        principal=change_set.principal,
        operation=change_set.operation,
        change_set=name,
        revision=revision,
        record_ids=tuple(record_ids),
        about=dict(change_set.about),
        before=before,
        after=after,
        previous=last.digest if last else GENESIS,
        digest="",
        seal=None,
    )
    digest = digest_of(unsigned)
    return replace(unsigned, digest=digest, seal=seal_of(digest, key) if key else None)


def digest_of(entry: AuditEntry) -> str:
    """The digest of all that an entry says, the digest before it included."""
    told = {
        "sequence": entry.sequence,
        "at": entry.at.isoformat(),
        "principal": entry.principal,
        "operation": entry.operation,
        "change_set": entry.change_set,
        "revision": entry.revision,
        "record_ids": list(entry.record_ids),
        "about": dict(entry.about),
        "before": entry.before,
        "after": entry.after,
        "previous": entry.previous,
    }
    return hashlib.sha256(canonical_json(told).encode()).hexdigest()


def seal_of(digest: str, key: bytes) -> str:
    """HMAC of an entry's digest: who rewrites the whole chain cannot make it without the key."""
    return hmac.new(key, digest.encode(), hashlib.sha256).hexdigest()


class ChainCheck:
    """Follows a chain entry by entry and remembers what does not hold."""

    def __init__(self, key: bytes | None, head: str | None) -> None:
        """`head` is the digest of an entry that was kept outside: it must still be in the chain."""
        self._key = key
        self._head = head
        self._sequence = 0
        self._previous = GENESIS
        self._sealed = False
        self._codes: set[str] = set()

    def follow(self, entry: AuditEntry) -> None:
        """Check the next entry against itself and the one before it."""
        self._sequence += 1
        if (entry.sequence, entry.previous) != (self._sequence, self._previous) or entry.digest != digest_of(entry):
            self._codes.add("store.check.chain")
        self._previous = entry.digest
        if entry.digest == self._head:
            self._head = None
        self._check_seal(entry)

    def codes(self) -> set[str]:
        """What does not hold, once all entries have been followed."""
        return self._codes | ({"store.check.head"} if self._head else set())

    def _check_seal(self, entry: AuditEntry) -> None:
        """A key may come into use late; from the first sealed entry on, all must be sealed."""
        if self._key is None:
            return
        if entry.seal is not None:
            self._sealed = True
            if not hmac.compare_digest(entry.seal.encode(), seal_of(entry.digest, self._key).encode()):
                self._codes.add("store.check.seal")
        elif self._sealed:
            self._codes.add("store.check.seal")
