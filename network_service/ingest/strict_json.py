"""JSON as strangers may write it: what would be lost without a word, or is no number, is refused."""

import json
from typing import NoReturn


def strict_json(text: str) -> object:
    """What a text says; `ValueError` where it is no JSON, names a value twice in an object, or says NaN or infinity.

    `RecursionError` where it is nested too deeply.
    """
    return json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_without_repeats)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object in which no name stands twice: of two values one would be lost without a word."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found
