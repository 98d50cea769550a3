"""What one actor or one tie cuts off, as stretches of the order in which a depth-first walk meets the actors.

Whatever comes apart at a place are subtrees below it, each one stretch of the walk, or all but one of them. So whom
every place cuts off is known in O(n + m) for all places together, without removing anything.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import overload

from network_service.analysis.depth_first import Walk


@dataclass(frozen=True, slots=True, eq=False)
class Stretches(Sequence[int]):
    """The actors on some stretches of an order walked, ascending, listed only when asked for.

    In a chain of 20,000 actors each of the inner ones cuts off up to half of the others: 10^8 numbers if all were
    listed. Equal to any sequence of the same actors.
    """

    order: tuple[int, ...] = field(repr=False)
    stretches: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return sum(stop - start for start, stop in self.stretches)

    def __iter__(self) -> Iterator[int]:
        return iter(self._listed())

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        return self._listed()[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and self._listed() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._listed())

    def _listed(self) -> tuple[int, ...]:
        return tuple(sorted(actor for start, stop in self.stretches for actor in self.order[start:stop]))


def cut_off_by_actors(walk: Walk) -> Iterator[tuple[int, Stretches]]:
    """Each actor whose absence parts its component, with all the others there but those of the largest part.

    Of equally large parts the one with the smallest actor stays.
    """
    spans, smallest = _spans(walk), _smallest_below(walk)
    before, after = _smallest_around(walk)
    apart: dict[int, list[int]] = {}
    smallest_kept = list(before)  # the smallest actor that does not hang on the place alone
    for place, above in enumerate(walk.parent):
        if above < 0:
            continue
        if walk.low[place] >= above:
            apart.setdefault(above, []).append(place)
        else:
            smallest_kept[above] = min(smallest_kept[above], smallest[place])
    for place, children in apart.items():
        start, stop = spans[place]
        kept = stop - start - 1 - sum(walk.end[child] - child for child in children)
        if not kept and len(children) == 1:
            continue
        if walk.end[place] < stop:
            smallest_kept[place] = min(smallest_kept[place], after[walk.end[place]])
        largest = max(children, key=lambda child: (walk.end[child] - child, -smallest[child]))
        if (kept, -smallest_kept[place]) > (walk.end[largest] - largest, -smallest[largest]):
            off = [(child, walk.end[child]) for child in children]
        else:
            off = [(start, place), (place + 1, largest), (walk.end[largest], stop)]
        yield walk.order[place], _stretches(walk, off)


def cut_off_by_ties(walk: Walk) -> Iterator[tuple[int, int, Stretches]]:
    """Each tie whose absence parts its component, by its two ends, with the actors of the smaller side.

    Of two equal sides it is the one without the smallest actor.
    """
    spans, smallest = _spans(walk), _smallest_below(walk)
    for place, above in enumerate(walk.parent):
        if above < 0 or walk.low[place] <= above:
            continue
        start, stop = spans[place]
        below, rest = walk.end[place] - place, stop - start - (walk.end[place] - place)
        if below < rest or (below == rest and smallest[place] != smallest[start]):
            side = [(place, walk.end[place])]
        else:
            side = [(start, place), (walk.end[place], stop)]
        ends = sorted((walk.order[above], walk.order[place]))
        yield ends[0], ends[1], _stretches(walk, side)


def _stretches(walk: Walk, stretches: list[tuple[int, int]]) -> Stretches:
    return Stretches(walk.order, tuple((start, stop) for start, stop in stretches if start < stop))


def _spans(walk: Walk) -> list[tuple[int, int]]:
    """Of each place: where its component begins and ends."""
    spans: list[tuple[int, int]] = []
    for place, above in enumerate(walk.parent):
        spans.append((place, walk.end[place]) if above < 0 else spans[above])
    return spans


def _smallest_below(walk: Walk) -> list[int]:
    """Of each place: the smallest actor among it and its descendants."""
    smallest = list(walk.order)
    for place in range(len(smallest) - 1, -1, -1):
        above = walk.parent[place]
        if above >= 0:
            smallest[above] = min(smallest[above], smallest[place])
    return smallest


def _smallest_around(walk: Walk) -> tuple[list[int], list[int]]:
    """Of each place: the smallest actor of its component met before it, and from it on; a large number for nobody."""
    nobody = len(walk.order)
    before, after = [nobody] * nobody, list(walk.order)
    within = [place for place, above in enumerate(walk.parent) if above >= 0]
    for place in within:
        before[place] = min(before[place - 1], walk.order[place - 1])
    for place in reversed(within):
        after[place - 1] = min(after[place - 1], after[place])
    return before, after
