"""Answers that need not be given again, and changes that must know what they change."""

import hashlib
import json
import re

from fastapi import Request, Response

from network_service.errors import InputError, UsageError

_TAG = re.compile(r'(?:W/)?"([^"]*)"')


def tag_of(*parts: object) -> str:
    """An entity tag of everything that decides an answer: never the answer itself, so that asking costs nothing."""
    text = json.dumps(parts, sort_keys=True, default=str, ensure_ascii=False)
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'


def version_tag(version: int, *parts: object) -> str:
    """The tag of one record: its version, and what decides how much of it is shown."""
    return f'"{version}.{tag_of(*parts)[1:13]}"'


def unchanged(request: Request, tag: str) -> Response | None:
    """304 where the reader has this answer already."""
    given = request.headers.get("if-none-match", "")
    if given.strip() == "*" or tag.strip('"') in _TAG.findall(given):
        return Response(status_code=304, headers={"ETag": tag, "Cache-Control": PRIVATE})
    return None


PRIVATE = "private, no-cache"
"""Kept by the reader alone, who asks each time whether it still holds."""
NEVER_KEPT = "no-store"
"""What officers alone may see is kept nowhere."""


def version_seen(request: Request) -> int:
    """The version that a change was made on, from `If-Match`; without it nobody could see whose change is lost."""
    given = request.headers.get("if-match")
    if given is None:
        raise UsageError("if_match.missing")
    found = _TAG.fullmatch(given.strip())
    number = (found[1] if found else given.strip()).partition(".")[0]
    if not re.fullmatch(r"[0-9]{1,9}", number):
        raise InputError("if_match.unreadable", given=given[:80])
    return int(number)
