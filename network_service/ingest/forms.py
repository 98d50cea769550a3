"""Matching forms, remembered: a column of words says few different ones, thousands of times."""

from functools import lru_cache

from network_service.domain.record import MAX_TEXT
from network_service.domain.thai.text import clean, match_form

_REMEMBERED = 50_000
"""Texts; finding the form of one takes some 10 microseconds, and a sheet of 10,000 rows asks 200,000 times."""

LONGEST_MATCHED = MAX_TEXT
"""Characters of a text that is compared: no name of ours is longer, and the form of 100,000 marks takes 10 seconds."""

remembered_form = lru_cache(maxsize=_REMEMBERED)(match_form)
"""The matching form of a text, which must not be longer than is compared."""


def form_of_any(text: str) -> str:
    """The matching form of a text of any length; empty, so equal to nothing, where it is too long to be compared."""
    if len(text) > LONGEST_MATCHED:
        text = clean(text)
    return remembered_form(text) if len(text) <= LONGEST_MATCHED else ""
