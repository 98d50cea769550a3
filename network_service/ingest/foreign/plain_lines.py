"""Plain text of strangers, line by line: never a list of all lines, which takes 20 times the memory of the file."""

import re
from collections.abc import Iterator
from math import isfinite

from network_service.errors import RefusedForSafety
from network_service.ingest.limits import Limits
from network_service.ingest.raw import CellTrouble

_LINE = re.compile(r"([^\n]*)(?:\n|\Z)")
_LONGEST_COUNT = 12
"""Digits of a count that are read; more nodes than that nobody has, and longer ones take time to convert."""
_LONGEST_NUMBER = 40
LONGEST_LINE = 100_000
"""Characters of a line that says one thing: its words are held as a list, which takes 25 times as much."""
_SIGNS = frozenset("0123456789.eE+-")


def numbered_lines(text: str, limits: Limits, start: int = 0, first: int = 1) -> Iterator[tuple[int, str]]:
    """Each line that is not empty, without its end, and its number.

    `start` is the place in the text to begin at, `first` the number of the line there.
    """
    for number, found in enumerate(_LINE.finditer(text, start), first):
        if number > limits.row_marks:
            raise RefusedForSafety("safety.too_many_rows", limit=limits.row_marks)
        if found[1]:
            yield number, found[1]


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
