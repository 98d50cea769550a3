"""A measure of a snapshot is computed when it is first asked for, and kept."""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, TypeVar

from network_service.analysis.weights import MINIMUM_COVER
from network_service.snapshot.model import Snapshot

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class MeasureOptions:
    """The numbers that measures leave to an installation."""

    minimum_cover: float = MINIMUM_COVER
    required_sectors: frozenset[str] = frozenset()
    """Sectors that a network must have; absent ones count in its diversity."""
    seed: int = 1


def untold(measure: str) -> None:
    """Nobody listens."""


def kept(compute: Callable[[Any], _Result]) -> "cached_property[_Result]":
    """A measure computed once, whose message code is told before: some take seconds."""
    code = f"measure.{compute.__name__.strip('_').removesuffix('_of_all')}"

    @wraps(compute)
    def told(measures: Any) -> _Result:
        measures.tell(code)
        return compute(measures)

    return cached_property(told)


class Kept:
    """What all measures of one snapshot are made with."""

    def __init__(
        self,
        snapshot: Snapshot,
        options: MeasureOptions | None = None,
        *,
        executor: Executor | None = None,
        tell: Callable[[str], None] = untold,
    ) -> None:
        """Measure this snapshot; nothing is computed yet."""
        self.snapshot = snapshot
        self.options = options or MeasureOptions()
        self.tell = tell
        self.executor = executor
