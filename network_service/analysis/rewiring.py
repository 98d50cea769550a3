"""Networks in which every actor has as many ties as it has, and everything else is chance."""

import numpy as np
from numpy.typing import NDArray

from network_service.snapshot.model import Edges


class Rewiring:
    """A walk over the simple networks of the same degrees, all of them equally likely in the long run.

    In each round the ties are paired at random, every other pair is asked to exchange ends, a-b and c-d becoming a-d
    and c-b (undirected, at random also a-c and d-b), and those do in which all four ties, old and new, stand only once
    among all ties there are and all new ones of the round. Whether they do is the same seen from the network that comes
    out, with old and new exchanged; so each step is as likely as its reverse, and no network is preferred, though
    thousands of ties are moved at once. Exchanges one by one, as the literature has them, would take Python a hundred
    times as long.

    Directed, each actor keeps both its numbers of arcs. Networks that differ in the direction of a circle of three
    alone may then not be reached from each other (Rao, Jana and Bandyopadhyay 1996); in networks of any size they are.

    Source: Maslov and Sneppen 2002, Science 296, 910-913; Fosdick, Larremore, Nishimura and Ugander 2018, SIAM Review
    60, 315-355.
    """

    def __init__(self, size: int, edges: Edges, seed: int) -> None:
        """Begin at the network as it is."""
        self.size = size
        self.directed = edges.directed
        self.ends = np.stack((edges.source, edges.target)).astype(np.int64)
        self.exchanged = 0
        self._chance = np.random.default_rng(seed)

    def walk(self, rounds: int) -> None:
        """Go on for so many rounds; each costs 2 ms at 12,000 ties."""
        for _ in range(rounds if self.ends.shape[1] > 1 else 0):
            self._round()

    def _round(self) -> None:
        half = self.ends.shape[1] // 2
        order = self._chance.permutation(self.ends.shape[1])
        asked = self._chance.random(half) < 0.5  # were all asked, too many stood in each other's way in small networks
        first, second = order[:half][asked], order[half : 2 * half][asked]
        (a, b), (c, d) = self.ends[:, first], self.ends[:, second]
        if not self.directed:
            turned = self._chance.random(len(c)) < 0.5
            c, d = np.where(turned, d, c), np.where(turned, c, d)
        apart = (a != d) & (c != b)
        first, second, a, b, c, d = (each[apart] for each in (first, second, a, b, c, d))
        there = self.keys()
        new = self._key(a, d), self._key(c, b)
        ordered = np.sort(np.concatenate((there, *new)))
        several = ordered[1:][ordered[1:] == ordered[:-1]]
        free = ~(_among(there[first], several) | _among(there[second], several))
        free &= ~(_among(new[0], several) | _among(new[1], several))
        self.ends[:, first[free]] = a[free], d[free]
        self.ends[:, second[free]] = c[free], b[free]
        self.exchanged += int(free.sum())

    def keys(self) -> NDArray[np.int64]:
        """The ties as numbers, source * size + target; undirected, the lower actor is the source."""
        return self._key(*self.ends)

    def _key(self, source: NDArray[np.int64], target: NDArray[np.int64]) -> NDArray[np.int64]:
        if self.directed:
            return source * self.size + target
        return np.minimum(source, target) * self.size + np.maximum(source, target)


def _among(keys: NDArray[np.int64], ordered: NDArray[np.int64]) -> NDArray[np.bool_]:
    if not len(ordered):
        return np.zeros(len(keys), dtype=np.bool_)
    place = np.searchsorted(ordered, keys)
    found: NDArray[np.bool_] = ordered[np.minimum(place, len(ordered) - 1)] == keys
    return found
