"""A plan's versions as nodes, with the audit entry that tells of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from network_service.store.chain import combined, next_entry
from network_service.store.change import AuditEntry, ChangeSet
from network_service.store.neo4j import audit
from network_service.store.neo4j.driver import Transaction
from network_service.store.neo4j.names import places
from network_service.store.neo4j.projection import BATCH, Projected, Shown
from network_service.store.plan import Current, Write, WritePlan

_FIELDS: Final = (
    *("record_id", "version", "revision", "kind", "province", "valid_from", "valid_to", "source", "target"),
    *("data", "salt", "digest"),
)
_ADD: Final = f"UNWIND $rows AS row CREATE (:Version {{{places(_FIELDS)}}})"
_IS_ADDED: Final = (
    "MATCH (v:Version {record_id: $record_id, version: $version}) WHERE v.revision = $revision RETURN count(v)"
)
_END: Final = "UNWIND $rows AS row MATCH (v:Version {record_id: row[0], version: row[1]}) SET v.superseded = $revision"
_PROVINCES: Final = "UNWIND $codes AS code MERGE (p:Province {code: code})"


@dataclass(frozen=True, slots=True)
class Draw:
    """A change set on its way: its name, which its audit entry will bear, and what seals and dates that entry."""

    change_set: ChangeSet
    name: str
    audit_key: bytes | None
    clock: Callable[[], datetime]


def write_versions(
    transaction: Transaction, writes: Sequence[Write], ended: Sequence[tuple[str, Current]], revision: int
) -> None:
    """Close the versions that end, and add the new ones."""
    codes = sorted({write.draft.row.province for write in writes})
    transaction.run(_PROVINCES, codes=codes)
    for start in range(0, len(ended), BATCH):
        rows = [[record_id, version.version] for record_id, version in ended[start : start + BATCH]]
        transaction.run(_END, rows=rows, revision=revision)
    for start in range(0, len(writes), BATCH):
        transaction.run(_ADD, rows=[_properties(write, revision) for write in writes[start : start + BATCH]])


def is_written(transaction: Transaction, writes: Sequence[Write], revision: int) -> bool:
    """Whether a batch is there already: a transaction writes all of it or nothing, so that one version tells."""
    if not writes:
        return False  # closing versions twice does no harm
    first = writes[0]
    values = {"record_id": first.draft.row.record_id, "version": first.version, "revision": revision}
    row = transaction.one(_IS_ADDED, **values)
    return row is not None and row[0] > 0


def add_entry(
    transaction: Transaction,
    draw: Draw,
    record_ids: Sequence[str],
    ended: Sequence[tuple[str, Current]],
    writes: Sequence[Write],
    revision: int,
) -> AuditEntry:
    """Add the audit entry of what is written, after the last one."""
    entry = next_entry(
        audit.last(transaction),
        draw.change_set,
        name=draw.name,
        at=draw.clock(),
        revision=revision,
        record_ids=record_ids,
        before=_combined(version.digest for _, version in ended),
        after=_combined(write.draft.digest for write in writes),
        key=draw.audit_key,
    )
    audit.add(transaction, entry)
    return entry


def projected(plan: WritePlan) -> Projected:
    """What a plan does to the current graph."""
    return Projected([Shown(write.draft.row, write.draft.form) for write in plan.writes], kinds_of(plan.ended))


def kinds_of(ended: Sequence[tuple[str, Current]]) -> dict[str, str]:
    """The kind of each record of which a version ends."""
    return {record_id: version.kind for record_id, version in ended}


def _combined(digests: Iterable[bytes]) -> str:
    return combined(bytes(digest) for digest in digests)


def _properties(write: Write, revision: int) -> list[object]:
    """The values of `_FIELDS`."""
    draft = write.draft
    row = draft.row
    versions = (row.record_id, write.version, revision, row.kind, row.province, row.valid_from, row.valid_to)
    return [*versions, row.source, row.target, row.data, draft.salt, draft.digest]
