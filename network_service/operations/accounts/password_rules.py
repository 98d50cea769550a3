"""What a password must be: long, and not what everybody thinks of first. No rules on digits and signs."""

import re
import secrets
import unicodedata
from functools import cache
from importlib.resources import files

from network_service.errors import InputError
from network_service.operations.accounts.hashing import require_hashable

SHORTEST = 12
"""Characters: at twelve, a list of common passwords is nearly all that guessing has left."""
LONGEST_UNIT = 4
"""Characters of a piece that may not be all there is, repeated: `abcabcabcabc`, `999999999999`."""

_AROUND = re.compile(r"^[\d\W_]+|[\d\W_]+$")
_REPEATED = re.compile(rf"(.{{1,{LONGEST_UNIT}}}?)\1+.{{0,{LONGEST_UNIT - 1}}}")
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # 31 signs that are not mistaken for each other: no i, l, o, 0, 1
_GROUPS, _GROUP = 4, 4  # 16 signs of 31: 79 bits


def require_good_password(password: str, name: str) -> None:
    """Refuse a password that is too short or long, the account's name, or a common one in some dress."""
    require_hashable(password)
    form = _form(password)
    if len(form) < SHORTEST:
        raise InputError("account.password_short", least=SHORTEST)
    if form == _form(name) or _bare(form) == (_bare(_form(name)) or None):
        raise InputError("account.password_is_name")
    if _bare(form) in common_passwords() or _REPEATED.fullmatch(form) or any(form in one for one in common_passwords()):
        raise InputError("account.password_common")


@cache
def common_passwords() -> frozenset[str]:
    """Words that are tried first, in English and Thai, and either typed on the other's keyboard."""
    text = files(__package__).joinpath("common_passwords.txt").read_text(encoding="utf-8")
    words = {_form(line) for line in text.splitlines() if not line.startswith("# ")}
    return frozenset((words | {_bare(word) for word in words}) - {""})


def one_time_password() -> str:
    """A password to be handed over once and changed at the first sign-in."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(_GROUP)) for _ in range(_GROUPS))


def _form(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


def _bare(form: str) -> str:
    """Without the digits and signs that people put around a word to make it pass."""
    return _AROUND.sub("", form)
