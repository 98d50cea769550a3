"""How a measure that takes long says how far it is, and how it is stopped."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with the steps done and the steps in all, several times a second; whatever it raises ends the measure."""


def untold(done: int, of: int) -> None:
    """Nobody listens."""
