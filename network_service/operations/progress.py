"""How long work says how far it is."""

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[str, int, int], None]
"""Called with a stage's message code, how much is done and how much there is (0: not known)."""


def silent(stage: str, done: int, total: int) -> None:
    """For callers who show no progress."""
