"""What a person reads, in a column a language, so that one file serves both."""

from collections.abc import Callable
from typing import TypeVar

from network_service.documents.tables.table import NEVER, Column, Kind
from network_service.messages import LANGUAGES, Messages, messages_in

_NAMES = {"th": "thai", "en": "english"}
_Words = TypeVar("_Words", str, "str | None")


def in_both(code: str, meaning: str, missing: str = NEVER) -> tuple[Column, ...]:
    """The columns `<code>_thai` and `<code>_english`."""
    return tuple(Column(f"{code}_{_NAMES[language]}", Kind.TEXT, meaning, missing=missing) for language in LANGUAGES)


def told_in_both(told: Callable[[Messages], _Words]) -> tuple[_Words, ...]:
    """Their cells."""
    return tuple(told(messages_in(language)) for language in LANGUAGES)


def sentence_in_both(code: str | None) -> tuple[str | None, ...]:
    """Their cells where they are one sentence of the catalogue; empty without a code."""
    return told_in_both(lambda words: None if code is None else words.text(code))
