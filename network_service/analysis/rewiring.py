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
        """Go on for so many rounds; each costs 1 ms at 12,000 ties."""
        for _ in range(rounds if self.ends.shape[1] > 1 else 0):
            self._round()

    def _round(self) -> None:
        ties = self.ends.shape[1]
        self.ends = np.take(self.ends, self._chance.permutation(ties), axis=1)
        # About every other pair is asked: were all, too many would stand in each other's way in small networks.
        asked = int(self._chance.binomial(ties // 2, 0.5))
        (a, b), (c, d) = self.ends[:, :asked], self.ends[:, asked : 2 * asked]
        if not self.directed:
            turned = self._chance.random(asked) < 0.5
            c, d = np.where(turned, d, c), np.where(turned, c, d)
        apart = (a != d) & (c != b)
        there, one, other = self.keys(), self._key(a, d), self._key(c, b)
        ordered = np.sort(np.concatenate((there, one[apart], other[apart])))
        several = ordered[1:][ordered[1:] == ordered[:-1]]
        keys = np.concatenate((there[: 2 * asked], one, other))
        free = apart & ~_among(keys, several).reshape(4, asked).any(axis=0)
        exchanged = np.stack((a, np.where(free, d, b))), np.stack((c, np.where(free, b, d)))
        self.ends[:, :asked], self.ends[:, asked : 2 * asked] = exchanged
        self.exchanged += int(free.sum())

    def keys(self) -> NDArray[np.int64]:
        """The ties as numbers, source * size + target; undirected, the lower actor is the source."""
        return self._key(*self.ends)

    def _key(self, source: NDArray[np.int64], target: NDArray[np.int64]) -> NDArray[np.int64]:
        if self.directed:
            return source * self.size + target
        return np.minimum(source, target) * self.size + np.maximum(source, target)


def _among(keys: NDArray[np.int64], ordered: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which keys are among the ordered.

    Few are: those whose last bits are not among theirs are told first, or searching would take half of a round.
    """
    if not len(ordered):
        return np.zeros(len(keys), dtype=np.bool_)
    bits = (1 << (8 * len(ordered)).bit_length()) - 1
    ends = np.zeros(bits + 1, dtype=np.bool_)
    ends[ordered & bits] = True
    found: NDArray[np.bool_] = ends[keys & bits]
    near = keys[found]
    found[found] = ordered[np.minimum(np.searchsorted(ordered, near), len(ordered) - 1)] == near
    return found
