"""Matching forms, remembered: a column of words says few different ones, thousands of times."""

from functools import lru_cache

from network_service.domain.thai.text import match_form

_REMEMBERED = 50_000
"""Texts; finding the form of one takes some 10 microseconds, and a sheet of 10,000 rows asks 200,000 times."""

remembered_form = lru_cache(maxsize=_REMEMBERED)(match_form)
"""The matching form of a text."""
