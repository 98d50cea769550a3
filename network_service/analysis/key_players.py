"""Key players: the few whose absence breaks the network most, and the few from whom most of it is reached."""

from dataclasses import dataclass
from math import comb

import network_service
from network_service.analysis.fragmenting import most_fragmenting, pairs_joined
from network_service.analysis.progress import Progress, untold
from network_service.analysis.reaching import balls, most_reaching
from network_service.analysis.result import Method, method
from network_service.analysis.unknown import TOO_FEW_ACTORS
from network_service.snapshot.model import Snapshot

MOST_STEPS = 5_000_000
"""Work up to which the best set is looked for among all: about 3 s. It is C(n, k - 1) (n + 2m) for fragmentation, so
three of 100 actors or two of 500; and C(n, k) sets for reach, three of 300 or two of 3,000."""

_OWN = {"engine": "network_service", "engine_version": network_service.__version__}
_SOURCE = "Borgatti 2006, Computational and Mathematical Organization Theory 12, 21-34"


@dataclass(frozen=True, slots=True)
class KeyPlayers:
    """A set of actors in ascending order, its figure, and the figure that no set of its size can pass.

    `before` is the figure without such a set. Where `value` reaches `bound` no set is better, and `exact` says so; of
    equally good sets this is one. All figures are `None` where there are too few actors, and `reason` says so.
    """

    actors: tuple[int, ...]
    value: float | None
    bound: float | None
    before: float | None
    method: Method
    reason: str | None = None

    @property
    def exact(self) -> bool:
        """Whether no set of the size is better."""
        return self.value is not None and self.value == self.bound


def key_players_fragmentation(
    snapshot: Snapshot, *, count: int, most_steps: int = MOST_STEPS, progress: Progress = untold
) -> KeyPlayers:
    """The `count` actors without whom the fewest pairs of the others reach each other.

    Formula: the set S that makes F = 1 - (pairs joined by a path in U - S) / C(n - |S|, 2) greatest. Normalisation: 0,
    all reach all, to 1, nobody reaches anybody. `before` is F of U. Cost: exact, O(C(n, k - 1) (n + m)), where that is
    at most `most_steps`; beyond, the best actor after the other and then exchanges, O(k (n + m)) a round: .2 s for five
    of 2,000 actors and 12,000 ties, 3 s of 20,000 and 120,000.

    One actor alone is always exact. Beyond `most_steps` the set is good, not proven best; the bound is proven (see
    `fragmenting.fewest_pairs`), near where ties are many for each absent actor, and far, up to 1, in
    loose networks. Isolates are
    nobody's pair, and count in n: the more there are, the less the set can change. Strength and direction do not enter.
    With fewer than two others, so in an empty network too: `None`, and no actors.

    >>> from network_service.analysis.example import eight_actors
    >>> snapshot = eight_actors()
    >>> found = key_players_fragmentation(snapshot, count=2)
    >>> [snapshot.actors.names[actor] for actor in found.actors], round(found.value, 4), found.exact
    (['c2', 'g1'], 0.8667, True)

    Source: Borgatti 2006, KPP-Neg, equation 3.
    """
    size, edges = len(snapshot.actors), snapshot.undirected
    about = method(
        snapshot,
        "key_players_fragmentation",
        definition="1 - pairs joined without the set / pairs of others, greatest over sets",
        network="U",
        normalisation="C(n - k, 2)",
        parameters={"count": count, "most_steps": most_steps},
        source=_SOURCE,
        **_OWN,
    )
    pairs = comb(max(size - count, 0), 2)
    if not pairs:
        return KeyPlayers((), None, None, None, about, TOO_FEW_ACTORS)
    found = most_fragmenting(size, edges, count, most_steps=most_steps, progress=progress)
    # An actor that is gone already answers for the rest; here one more, without ties, that was never there.
    joined = pairs_joined(size + 1, edges)[size]
    return KeyPlayers(
        found.actors, 1 - found.pairs / pairs, 1 - found.fewest / pairs, 1 - joined / comb(size, 2), about
    )


def key_players_reach(
    snapshot: Snapshot, *, count: int, steps: int = 2, most_steps: int = MOST_STEPS, progress: Progress = untold
) -> KeyPlayers:
    """The `count` actors who between them have the most others within `steps` steps: whom to tell first.

    Formula: the set S that makes (actors outside S within `steps` of one of S) / (n - |S|) in U greatest.
    Normalisation: 0, nobody, to 1, all others. `before` is 0. For one actor it is the greatest reach in so many steps.
    Cost: exact, at most C(n, k) sets, where these are at most `most_steps`; beyond, greedy and exchanges, O(k n)
    numbers of n bits a round: .04 s for five of 2,000 actors and 12,000 ties, 2.5 s of 20,000 and 120,000.

    Beyond `most_steps` the set reaches at least 63 % of the best (1 - 1/e), in practice nearly all of it: the bound
    says. Isolates are reached by themselves alone, and count in n. Strength and direction do not enter. Without others,
    so in an empty network too: `None`, and no actors.

    >>> from network_service.analysis.example import eight_actors
    >>> snapshot = eight_actors()
    >>> found = key_players_reach(snapshot, count=2, steps=1)
    >>> [snapshot.actors.names[actor] for actor in found.actors], round(found.value, 4), found.exact
    (['g1', 'k1'], 1.0, True)

    Source: Borgatti 2006, KPP-Pos, m-reach; Nemhauser, Wolsey and Fisher 1978, Mathematical Programming 14, 265-294.
    """
    size = len(snapshot.actors)
    about = method(
        snapshot,
        "key_players_reach",
        definition="others within so many steps of the set / others, greatest over sets",
        network="U",
        normalisation="n - k",
        parameters={"count": count, "steps": steps, "most_steps": most_steps},
        source=_SOURCE,
        **_OWN,
    )
    others = size - count
    if others < 1:
        return KeyPlayers((), None, None, None, about, TOO_FEW_ACTORS)
    around = balls(size, snapshot.undirected, steps)
    found = most_reaching(around, count, most_steps=most_steps, progress=progress)
    return KeyPlayers(found.actors, (found.reached - count) / others, (found.most - count) / others, 0.0, about)
