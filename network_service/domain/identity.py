"""Ids: the same source gives the same id anywhere, on every machine and in every store."""

import re
import uuid

from network_service.domain.thai.digits import to_arabic
from network_service.domain.thai.text import match_form

NAMESPACE = uuid.UUID("6f5c9c0e-6d2b-5d0a-9c53-3f0a5b7f2e11")
"""Namespace of all ids of this service; changing it would change every id."""

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def is_record_id(text: str) -> bool:
    """Whether a text already is an id of a record, as exports write it."""
    return _UUID.fullmatch(text.strip().lower()) is not None


def id_from_code(province: str, code: str) -> str:
    """Id of a record that an office gave its own code; a text that already is an id stays as it is."""
    text = code.strip().lower()
    if is_record_id(text):
        return text
    return _derive(province, "code", match_form(to_arabic(code)))


def id_from_name(province: str, kind: str, name: str) -> str:
    """Id of a node without a code: its kind and its name in matching form."""
    return _derive(province, "name", kind, match_form(to_arabic(name)))


def id_from_key(province: str, kind: str, *parts: str) -> str:
    """Id of a node that is told apart by several of its fields; an unknown one is empty."""
    return _derive(province, "key", kind, *(match_form(to_arabic(part)) for part in parts))


def id_of_tie(province: str, kind: str, source: str, target: str, apart: str = "", ordinal: int = 1) -> str:
    """Id of a tie without a code.

    `apart` tells parallel ties apart (the resource, the role); `ordinal` counts periods or true parallels from 1.
    """
    return _derive(province, "tie", kind, source, target, apart, str(ordinal))


def _derive(*parts: str) -> str:
    """A name-based UUID of the parts; the separator cannot occur in any part, as cleaning drops control marks."""
    return str(uuid.uuid5(NAMESPACE, "\x1f".join(parts)))
