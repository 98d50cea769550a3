"""Paths of two steps that nothing shortens, counted by whom their middle joins: what brokerage is made of."""

from typing import Self

import numpy as np
from numpy.typing import NDArray

from network_service.analysis.triangles import triangles
from network_service.snapshot.model import Edges

Numbers = NDArray[np.int64]

ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison")
"""What the middle v of a path i, v, j is: all of one group; i, j of another; v with i; v with j; all of three."""

_ROLE = np.array([4, 1, 3, 3, 2, 2, 0, 0])
"""Role by 4 (i as v) + 2 (v as j) + (i as j)."""

_CELLS = 4_000_000
"""Counts of neighbours by group held at once, 32 MB: all of them for 8 sectors, a part at a time for 900 districts."""


class OpenPaths:
    """The arcs among some actors, ready to be counted under one assignment of groups after another.

    A path i, v, j is open where i and j are not the same and no arc leads from i to j. Whether it is does not depend on
    the groups: closed paths are looked up once.
    """

    def __init__(self, size: int, source: Numbers, target: Numbers) -> None:
        """Take simple arcs between the actors `0 .. size - 1`."""
        keys = np.sort(source * size + target)
        self._size = size
        self._source, self._target = np.divmod(keys, max(size, 1))
        by_target = np.argsort(self._target, kind="stable")
        self._into = self._target[by_target], self._source[by_target]
        returned = _holds(keys, self._target * size + self._source)
        self._mutual = self._source[returned], self._target[returned]
        self._closed = _closed_paths(size, self._source, self._target, keys)

    @classmethod
    def among(cls, known: NDArray[np.bool_], edges: Edges) -> Self:
        """The edges whose ends are both known; an undirected edge leads both ways."""
        kept = known[edges.source] & known[edges.target]
        source, target = edges.source[kept].astype(np.int64), edges.target[kept].astype(np.int64)
        if not edges.directed:
            source, target = np.concatenate((source, target)), np.concatenate((target, source))
        return cls(len(known), source, target)

    def count(self, group: Numbers, groups: int) -> Numbers:
        """Open paths through each actor (column) by role (row, as `ROLES`), where `group` numbers the groups."""
        size, source, target = self._size, self._source, self._target
        same = group[source] == group[target]
        into, out = np.bincount(target, minlength=size), np.bincount(source, minlength=size)
        own_into, own_out = np.bincount(target[same], minlength=size), np.bincount(source[same], minlength=size)
        coordinator = own_into * own_out
        itinerant = self._ends_alike(group, groups) - coordinator
        between = (into - own_into) * (out - own_out)
        paths = np.stack(
            (
                coordinator,
                itinerant,
                own_into * (out - own_out),
                (into - own_into) * own_out,
                between - itinerant,
            )
        )
        there, back = self._mutual  # the way there and back is no path to somebody else
        role = np.where(group[there] == group[back], 0, 1)
        paths -= np.bincount(role * size + back, minlength=5 * size).reshape(5, size)
        first, middle, last = self._closed
        alike = 4 * (group[first] == group[middle]) + 2 * (group[middle] == group[last]) + (group[first] == group[last])
        paths -= np.bincount(_ROLE[alike] * size + middle, minlength=5 * size).reshape(5, size)
        return paths

    def _ends_alike(self, group: Numbers, groups: int) -> Numbers:
        """Of each actor: pairs of one arc in and one out whose other ends are of one group, whichever it is."""
        rows = max(1, _CELLS // max(groups, 1))
        found = np.zeros(self._size, np.int64)
        for first in range(0, self._size, rows):
            last = min(first + rows, self._size)
            cells = [
                np.bincount(
                    (middle[begin:end] - first) * groups + group[other[begin:end]], minlength=(last - first) * groups
                )
                for middle, other in (self._into, (self._source, self._target))
                for begin, end in [np.searchsorted(middle, (first, last))]
            ]
            found[first:last] = (cells[0] * cells[1]).reshape(last - first, groups).sum(axis=1)
        return found


def _closed_paths(size: int, source: Numbers, target: Numbers, keys: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """First, middle and last of the paths of two steps that an arc from first to last shortens."""
    low, high = np.divmod(np.unique(np.minimum(source, target) * size + np.maximum(source, target)), max(size, 1))
    edges = Edges(low.astype(np.int32), high.astype(np.int32), np.empty(0), directed=False)
    up, down = _holds(keys, low * size + high), _holds(keys, high * size + low)
    found: list[tuple[Numbers, Numbers, Numbers]] = [(np.empty(0, np.int64),) * 3]
    for block in triangles(size, edges):
        for a, b, c, a_b, b_c, a_c in block.turned():
            leads = np.ones(len(a), np.bool_)
            for row, tail in ((a_b, a), (b_c, b), (a_c, a)):
                leads &= np.where(low[row] == tail, up[row], down[row])
            found.append((a[leads], b[leads], c[leads]))
    first, middle, last = (np.concatenate(column) for column in zip(*found, strict=True))
    return first, middle, last


def _holds(ascending: Numbers, wanted: Numbers) -> NDArray[np.bool_]:
    """Which of the numbers wanted are among the others, which ascend: `numpy.isin` would sort them again."""
    if not len(ascending):
        return np.zeros(len(wanted), np.bool_)
    found: NDArray[np.bool_] = ascending[np.minimum(np.searchsorted(ascending, wanted), len(ascending) - 1)] == wanted
    return found
