"""What the fields of an account may be, and which accounts an administrator reaches."""

import re
from collections.abc import Collection
from typing import Any

from pydantic import TypeAdapter, ValidationError

from network_service.domain.principal import Principal, Role
from network_service.domain.record import ProvinceCode, RecordId
from network_service.domain.thai.text import match_form
from network_service.errors import InputError, NotPermitted

LONGEST_NAME = 64
_NAME = re.compile(r"[^\W_][\w.@+\u0e00-\u0e7f-]{2,63}")  # Thai vowels and tones are no letters to `\w`
_PROVINCES: TypeAdapter[Any] = TypeAdapter(frozenset[ProvinceCode])
_RECORD: TypeAdapter[Any] = TypeAdapter(RecordId)


def is_name(text: str) -> bool:
    """Whether an account could have this name. No colon: names with one are the system's own (`os:NAME`)."""
    return _NAME.fullmatch(text) is not None


def canonical_name(name: str) -> str:
    """The one spelling of an account's name, without case; empty for what is too long to be one."""
    return match_form(name) if len(name) <= 2 * LONGEST_NAME else ""


def new_name(name: str) -> str:
    """The same for an account to be made; `InputError` for what is no name."""
    form = canonical_name(name)
    if not is_name(form):
        raise InputError("account.bad_name", name=name[:LONGEST_NAME], most=LONGEST_NAME)
    return form


def require_fields(roles: Collection[Role], provinces: frozenset[str] | None, own_record: str | None) -> None:
    """Refuse no role or one no account has, a reach that is empty or names no provinces, and what is no record's id."""
    if not roles or Role.LOCAL_OPERATOR in roles:
        raise InputError("account.bad_roles")
    if provinces is not None and not (provinces and _fits(_PROVINCES, provinces)):
        raise InputError("account.bad_provinces", provinces=", ".join(sorted(provinces)))
    if own_record is not None and not _fits(_RECORD, own_record):
        raise InputError("account.bad_record", id=own_record[:LONGEST_NAME])


def _fits(kind: TypeAdapter[Any], value: object) -> bool:
    try:
        kind.validate_python(value)
    except ValidationError:
        return False
    return True


def reaches(principal: Principal, provinces: frozenset[str] | None) -> bool:
    """Whether all that an account with these provinces could see is within the principal's own reach."""
    return principal.provinces is None or (provinces is not None and provinces <= principal.provinces)


def require_reach(principal: Principal, provinces: frozenset[str] | None) -> None:
    """Refuse to give an account more provinces than the giver has."""
    if not reaches(principal, provinces):
        raise NotPermitted("account.wider_than_own")
