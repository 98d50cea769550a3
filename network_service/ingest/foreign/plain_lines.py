"""Plain text of strangers, line by line: never a list of all lines, which takes 20 times the memory of the file."""

import re
from collections.abc import Iterator
from math import isfinite

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.raw import CellTrouble

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_LONGEST_COUNT = 12
"""Digits of a count that are read; more nodes than that nobody has, and longer ones take time to convert."""
_LONGEST_NUMBER = 40
LONGEST_LINE = 100_000
"""Characters of a line that says one thing: its words are held as a list, which takes 25 times as much."""
_SIGNS = frozenset("0123456789.eE+-")


def decoded(content: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text of a file and how it was encoded: as asked for, else UTF-8, else Windows-874."""
    for name in (encoding,) if encoding else ("utf-8-sig", "cp874"):
        try:
            return content.decode(name), name
        except (UnicodeDecodeError, LookupError):
            continue
    raise UnreadableFile("unreadable.not_text")


def numbered_lines(text: str, start: int = 0, first: int = 1) -> Iterator[tuple[int, str]]:
    """Each line that is not empty, without its end, and its number; only the three ends of lines in use divide lines.

    `start` is the place in the text to begin at, `first` the number of the line there.
    """
    for number, found in enumerate(_LINE.finditer(text, start), first):
        line = found[0].rstrip("\r\n")
        if line:
            yield number, line


def count_of(token: str) -> int | None:
    """The whole number that a token of plain digits says; `None` for any other token."""
    if token.isascii() and token.isdigit():
        return int(token.lstrip("0")[:_LONGEST_COUNT] or "0")
    return None


def number_of(token: str) -> int | float | None:
    """The number that a token says with a decimal point; `None` for any other token."""
    if len(token) > _LONGEST_NUMBER or not _SIGNS.issuperset(token):
        return None
    try:
        return int(token)
    except ValueError:
        pass
    try:
        value = float(token)
    except ValueError:
        return None
    return value if isfinite(value) else None


def weight_of(token: str) -> int | float | CellTrouble:
    """A token as the weight of a tie; trouble where it is no number."""
    number = number_of(token)
    return CellTrouble("value.not_a_number", token) if number is None else number


def of_one_thing(line: str) -> str:
    """A line that is taken apart whole, refused if that would take too much memory."""
    if len(line) > LONGEST_LINE:
        raise RefusedForSafety("safety.line_too_long", limit=LONGEST_LINE)
    return line
