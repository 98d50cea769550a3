"""A measure of a snapshot is computed when it is first asked for, and kept."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, TypeVar

from network_service.analysis.weights import MINIMUM_COVER
from network_service.snapshot.model import Snapshot

_Result = TypeVar("_Result")
_WORTH_A_PROCESS = 500
"""Actors; of fewer no measure takes a tenth of a second."""


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
    name = compute.__name__

    @wraps(compute)
    def told(measures: Any) -> _Result:
        measures.tell(f"measure.{name.removeprefix('_').removesuffix('_of_all')}")
        coming: Future[_Result] | None = measures.coming.pop(name, None)
        return compute(measures) if coming is None else coming.result()

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
        self.coming: dict[str, Future[Any]] = {}

    def __getstate__(self) -> dict[str, Any]:
        """What is measured already goes with the bundle to another process; who computes, waits and listens stays."""
        return self.__dict__ | {"executor": None, "coming": {}, "tell": untold}

    def start(self, *names: str) -> None:
        """Have other processes compute some measures meanwhile; whoever asks for one waits for it.

        Without an executor, or in a network so small that a process takes longer to start, nothing is done ahead.
        """
        if self.executor is None or len(self.snapshot.actors) < _WORTH_A_PROCESS:
            return
        for name in names:
            self.coming[name] = self.executor.submit(_computed, type(self), self.snapshot, self.options, name)


def _computed(kind: type[Kept], snapshot: Snapshot, options: MeasureOptions, name: str) -> object:
    return getattr(kind(snapshot, options), name)
