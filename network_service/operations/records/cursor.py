"""Where the next page of a list begins: a text that whoever asked hands back and need not understand."""

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass

from network_service.errors import UsageError
from network_service.operations.records.matching import Place
from network_service.operations.records.query import RecordQuery
from network_service.store.mapping import canonical_json

_LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class Cursor:
    """The revision that a list is read at, and the place of the last record that was handed out."""

    revision: int
    place: Place


def written(cursor: Cursor, query: RecordQuery) -> str:
    """The cursor as text, for this query alone."""
    told = canonical_json([cursor.revision, digest(query), *cursor.place])
    return base64.urlsafe_b64encode(told.encode()).decode().rstrip("=")


def read(text: str, query: RecordQuery) -> Cursor:
    """The cursor of a text; `UsageError` where it is none, or one of another query."""
    try:
        if len(text) > _LONGEST:
            raise ValueError
        parts = json.loads(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
        revision, given, missing, number, key, record_id = parts
        sound = isinstance(revision, int) and revision >= 0 and not isinstance(revision, bool)
        if not (sound and isinstance(key, str) and isinstance(record_id, str)):
            raise ValueError
        cursor = Cursor(revision, (int(missing), float(number), key, record_id))
    except (ValueError, TypeError, binascii.Error, RecursionError, OverflowError):
        raise UsageError("records.bad_cursor") from None
    if given != digest(query):
        raise UsageError("records.cursor_of_other_query")
    return cursor


def digest(query: RecordQuery) -> str:
    """What of a query must stay the same from page to page; a page may be longer than the one before."""
    conditions = [[one.field, one.test.value, list(one.values)] for one in query.conditions]
    day = query.holds_on.isoformat() if query.holds_on else None
    asked = [list(query.kinds), query.province, conditions, day, query.sort, query.descending]
    return hashlib.sha256(canonical_json(asked).encode()).hexdigest()[:16]
