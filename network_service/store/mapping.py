"""Records to rows and back, in the one form that every store keeps and that digests are taken of."""

import hashlib
import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from network_service.domain.kinds import RECORD_TYPES
from network_service.domain.personal_data import KEPT
from network_service.domain.record import Record, Tie
from network_service.errors import StoreDamaged, UsageError

SALT_BYTES = 16
"""Length of a version's salt: without it a digest of a short name could be guessed back after erasure."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


@dataclass(frozen=True, slots=True)
class Row:
    """A record as a store keeps it: what is searched by as columns of its own, and the whole as canonical JSON.

    `source` and `target` are `None` for a node. Dates are ISO text, so that their order is the order of text.
    """

    record_id: str
    kind: str
    province: str
    valid_from: str | None
    valid_to: str | None
    source: str | None
    target: str | None
    data: str


def canonical_json(value: object) -> str:
    """The one JSON text of a value: keys sorted, no white space, Thai as it is; `UsageError` where JSON has none."""
    try:
        text = _ENCODER.encode(value)
        text.encode()
    except (TypeError, ValueError) as error:  # no JSON type, not a number, a lone surrogate
        raise UsageError("store.unfit_value") from error
    return text


def to_row(record: Record) -> Row:
    """The row of a record.

    Fields without a value are left out of the JSON: a field that a later version of the program adds does not then make
    every record look changed. Defaults are written, so that a later default cannot change what was meant.
    """
    fields = record.model_dump(mode="json", exclude_none=True)
    source, target = (record.source, record.target) if isinstance(record, Tie) else (None, None)
    return Row(
        record.id,
        record.kind,
        record.province,
        fields.get("valid_from"),
        fields.get("valid_to"),
        source,
        target,
        canonical_json(fields),
    )


def to_record(kind: str, data: str) -> Record:
    """The record of a row; `StoreDamaged` where the row holds none, without telling any value of it."""
    try:
        return RECORD_TYPES[kind].model_validate_json(data, context=KEPT)
    except (KeyError, ValidationError):
        raise StoreDamaged("store.unreadable_record", kind=kind) from None


def same_record(row: Row, kind: str, data: str) -> bool:
    """Whether a stored record says what a row says, though an older version of the program may have written it."""
    return row.kind == kind and (row.data == data or to_record(row.kind, row.data) == to_record(kind, data))


def new_salt() -> bytes:
    """A salt for one version of one record."""
    return secrets.token_bytes(SALT_BYTES)


def digest(salt: bytes, data: str) -> bytes:
    """Salted SHA-256 of a version's canonical JSON; worth nothing to anybody once data and salt are wiped."""
    return hashlib.sha256(salt + data.encode()).digest()


def require_kinds(kinds: Iterable[str]) -> None:
    """Raise `UsageError` for a kind of record that there is not."""
    for kind in kinds:
        if kind not in RECORD_TYPES:
            raise UsageError("store.unknown_kind", kind=kind)


def require_fields(kinds: Sequence[str], fields: Iterable[str]) -> None:
    """Raise `UsageError` for a field that none of the kinds has: a column of `None` would hide the slip."""
    require_kinds(kinds)
    for field in fields:
        if not any(field in RECORD_TYPES[kind].model_fields for kind in kinds):
            raise UsageError("store.unknown_field", field=field)
