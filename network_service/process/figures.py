"""What readiness reads of the measures, joined from them: plain values by id, each computed when it is first read."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from network_service.analysis.measures import Measures
from network_service.analysis.removal import removal

_Value = TypeVar("_Value")


class Figures:
    """The figures of `measured.py`, from all measures of a snapshot."""

    def __init__(self, measures: Measures) -> None:
        """Read these measures."""
        self._measures = measures

    @property
    def iqv(self) -> float | None:
        """M12."""
        return self._measures.iqv.value

    @property
    def reciprocity(self) -> float | None:
        """M2."""
        return self._measures.reciprocity.value

    @cached_property
    def reach_2(self) -> Mapping[str, float | None]:
        """M13."""
        return self._by_actor(self._measures.distances.reach.values)

    @cached_property
    def constraint(self) -> Mapping[str, float | None]:
        """M8."""
        return self._by_actor(self._measures.structural_holes.constraint.values)

    @cached_property
    def brokerage(self) -> Mapping[str, int | None]:
        """M7 across sectors."""
        return self._by_actor(self._measures.brokerage.across)

    @cached_property
    def cores(self) -> Mapping[str, int]:
        """M9."""
        return {one: int(core or 0) for one, core in self._by_actor(self._measures.core_number.values).items()}

    @cached_property
    def betweenness(self) -> Mapping[str, float | None]:
        """Betweenness."""
        return self._by_actor(self._measures.betweenness.values)

    @property
    def betweenness_centralisation(self) -> float | None:
        """M6."""
        return self._measures.betweenness_centralisation.value

    @cached_property
    def efficiency_kept(self) -> Mapping[str, float | None]:
        """M10 of the actor that is asked about: each costs a pass over the distances without it."""
        return _EfficiencyKept(self._measures)

    @cached_property
    def cut_off(self) -> Mapping[str, Collection[str]]:
        """M11."""
        return _CutOff(self._measures)

    @property
    def body_groups(self) -> tuple[frozenset[str], ...] | None:
        """M14."""
        found = self._measures.interlock
        return None if found.connected is None else tuple(frozenset(part) for part in found.parts)

    def _by_actor(self, values: Sequence[_Value]) -> dict[str, _Value]:
        return dict(zip(self._measures.snapshot.actors.ids, values, strict=True))


class _EfficiencyKept(Mapping[str, float | None]):
    """Global efficiency without an actor over that with it."""

    def __init__(self, measures: Measures) -> None:
        self._snapshot = measures.snapshot

    def __getitem__(self, actor: str) -> float | None:
        return removal(self._snapshot, [self._snapshot.actors.index[actor]]).efficiency_ratio

    def __iter__(self) -> Iterator[str]:
        return iter(self._snapshot.actors.ids)

    def __len__(self) -> int:
        return len(self._snapshot.actors)


class _CutOff(Mapping[str, Collection[str]]):
    """Listed for one point at a time: in a chain of 20,000 actors all lists together would hold 10^8 ids."""

    def __init__(self, measures: Measures) -> None:
        self._ids = measures.snapshot.actors.ids
        self._points = {self._ids[point.actor]: point.cut_off for point in measures.articulation_points.points}

    def __getitem__(self, actor: str) -> Collection[str]:
        return tuple(self._ids[place] for place in self._points[actor])

    def __iter__(self) -> Iterator[str]:
        return iter(self._points)

    def __len__(self) -> int:
        return len(self._points)
