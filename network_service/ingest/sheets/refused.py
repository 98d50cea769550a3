"""Columns that are refused for what their headers say: contacts, identity numbers, births and sensitive data."""

import re
from collections.abc import Collection, Mapping
from enum import StrEnum, auto
from functools import cache

from network_service.ingest.sheets.wording import heading_form, rows_of_data

PEOPLE_SHEETS = frozenset(
    {"people", "affiliations", "seats", "linkers", "managers", "candidates", "responsibilities", "merged"}
)
"""Sheets whose rows are, or may be, about people."""

_PIECES = re.compile(r"[/(),:;|\[\]\n\r.]+")  # "เบอร์โทร/อีเมล (ถ้ามี)" says three things
_AT_START = 5
"""Letters from which on a word counts at the start of a longer header; shorter ones (line, race, โรค) only alone."""


class Refusal(StrEnum):
    """Why a column is refused; `fault.column.CODE` says it."""

    CONTACT = auto()
    OFFICE_CONTACT = auto()
    IDENTITY = auto()
    BIRTH = auto()
    SENSITIVE = auto()


def refusal_of(header: str, sheet: str, about_people: Collection[str] = PEOPLE_SHEETS) -> Refusal | None:
    """Why a column of that header is refused on a sheet; on sheets about anything but people only contacts are."""
    for piece in _PIECES.split(header):
        reason = _reason(heading_form(piece))
        if reason is not None and sheet in about_people:
            return reason
        if reason is Refusal.CONTACT:
            return Refusal.OFFICE_CONTACT
    return None


def _reason(form: str) -> Refusal | None:
    words = _words()
    if form in words:
        return words[form]
    for word, reason in words.items():
        if len(word) < _AT_START:
            continue
        # Thai has no spaces between words: a longer word may end in one of these without saying it (วันที่อยู่).
        if form.startswith(word) and (not word.isascii() or form[len(word)] == " "):
            return reason
        if word.isascii() and form.endswith(f" {word}"):
            return reason
    return None


@cache
def _words() -> Mapping[str, Refusal]:
    return {heading_form(row["word"]): Refusal(row["reason"]) for row in rows_of_data("refused_columns")}
