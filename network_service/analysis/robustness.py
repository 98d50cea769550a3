"""How long the network holds when actors leave: those of most ties, those most between, or anyone."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from network_service.analysis.betweenness import pairs_between
from network_service.analysis.condition import Remaining
from network_service.analysis.engine import choice
from network_service.analysis.falling_apart import largest_components
from network_service.analysis.progress import Progress, untold
from network_service.analysis.result import ActorMeasure, Method, method
from network_service.analysis.unknown import TOO_FEW_ACTORS
from network_service.snapshot.model import Edges, Snapshot

SHARES = (0.0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5)
"""Shares of the actors after whose leaving the network is looked at; half of them gone is beyond any case known."""

RUNS = 20
"""Orders in which anyone leaves."""

_BAND = (0.05, 0.95)


_WORTH_SHARING = 500
"""Below, all curves take less than half a second, and a process takes longer to start."""


@dataclass(frozen=True, slots=True)
class Curve:
    """What is left, at each number of actors gone: the largest component and the efficiency, both of the first size.

    `robustness` is the mean largest component over all steps to the last actor, not only those shown; .5 at most.
    """

    largest_component: tuple[float, ...]
    efficiency: tuple[float, ...]
    robustness: float


@dataclass(frozen=True, slots=True)
class RobustnessCurves:
    """The curves over the numbers of actors `gone`; by chance the mean and, point by point, the middle 90 % of runs.

    All are `None` where there are too few actors, and `reason` says so.
    """

    gone: tuple[int, ...]
    by_degree: Curve | None
    by_betweenness: Curve | None
    by_chance: Curve | None
    by_chance_low: Curve | None
    by_chance_high: Curve | None
    method: Method
    reason: str | None = None


def robustness_curves(
    snapshot: Snapshot,
    *,
    seed: int,
    shares: Sequence[float] = SHARES,
    runs: int = RUNS,
    known: ActorMeasure | None = None,
    executor: Executor | None = None,
    progress: Progress = untold,
) -> RobustnessCurves:
    """What is left of the network when more and more actors leave, by whom leaves first.

    Formula, for U without the first q actors of an order: largest component / n; efficiency, sum over pairs left of
    1/distance / (n (n - 1)). Orders: greatest degree first, greatest betweenness first (equals by the other, then by
    number), each as it is at the start and not measured anew; and `runs` at random. Normalisation: by the n at the
    start, so that no curve ever rises; this is not the efficiency of those left, as `removal` has it. Robustness is
    Schneider's R, (1/n) sum over q = 1..n of the largest component / n: from (n - 1)/n^2 without a tie to (n - 1)/2n,
    all tied. Cost: a betweenness and a pass over the distances for each order and share: 4 s for 2,000 actors and
    12,000 ties, half of it in two processes. The same figures come from any `executor` and any `known` betweenness.

    Isolates lower the first values and are gone without harm. Disconnected networks begin below 1. Strength and
    direction do not enter. Below two actors, so in an empty network too: `None`.

    >>> from network_service.analysis.example import eight_actors
    >>> found = robustness_curves(eight_actors(), seed=1, shares=(0, 0.125, 0.25))
    >>> found.gone, found.by_degree.largest_component, found.by_betweenness.largest_component
    ((0, 1, 2), (1.0, 0.75, 0.25), (1.0, 0.625, 0.25))
    >>> round(found.by_degree.robustness, 4), round(found.by_chance.robustness, 4)
    (0.2188, 0.3648)

    Source: Albert, Jeong and Barabasi 2000, Nature 406, 378-382; Holme et al. 2002, Phys. Rev. E 65, 056109; Schneider
    et al. 2011, PNAS 108, 3838-3841.
    """
    size, edges = len(snapshot.actors), snapshot.undirected
    between = pairs_between(snapshot, known)
    about = method(
        snapshot,
        "robustness_curves",
        definition="largest component / n and sum of 1/distance / (n (n - 1)) without the first actors of an order",
        network="U",
        normalisation="n at the start",
        parameters={"shares": tuple(shares), "runs": runs, "band": _BAND},
        seed=seed,
        source="Albert et al. 2000, Nature 406, 378-382; Schneider et al. 2011, PNAS 108, 3838-3841",
        **between.maker,
    )
    if size < 2:
        return RobustnessCurves((), None, None, None, None, None, about, TOO_FEW_ACTORS if size else None)
    gone = tuple(sorted({round(share * size) for share in shares}))
    orders = [*_attacks(snapshot, between.value), *_at_random(size, runs, seed)]
    # Before anybody left all orders are one; with nobody gone a pass takes longest.
    curve = partial(_curve, size, edges, gone, _efficiency(size, edges, []))
    curves = []
    shared = executor if size >= _WORTH_SHARING else None
    for made in shared.map(curve, orders) if shared else map(curve, orders):
        curves.append(made)
        progress(len(curves), len(orders))
    by_degree, by_betweenness, *chance = curves
    mean, low, high = (_over(chance, summary) for summary in (_mean, *map(_quantile, _BAND)))
    return RobustnessCurves(gone, by_degree, by_betweenness, mean, low, high, about)


def _attacks(snapshot: Snapshot, between: list[float]) -> tuple[list[int], list[int]]:
    degree = snapshot.undirected_degrees
    rank = [round(value, 9) for value in between]  # engines sum in different orders
    actors = range(len(degree))
    return (
        sorted(actors, key=lambda actor: (-degree[actor], -rank[actor], actor)),
        sorted(actors, key=lambda actor: (-rank[actor], -degree[actor], actor)),
    )


def _at_random(size: int, runs: int, seed: int) -> Iterator[list[int]]:
    chance = np.random.default_rng(seed)
    for _ in range(max(runs, 1)):
        yield chance.permutation(size).tolist()


def _curve(size: int, edges: Edges, gone: tuple[int, ...], whole: float, order: list[int]) -> Curve:
    largest = largest_components(size, edges, order)
    return Curve(
        largest_component=tuple(largest[count] / size for count in gone),
        efficiency=tuple(_efficiency(size, edges, order[:count]) if count else whole for count in gone),
        robustness=sum(largest[1:]) / size**2,
    )


def _efficiency(size: int, edges: Edges, absent: list[int]) -> float:
    left = Remaining.of(size, edges, absent).network
    return sum(choice.distance_sums(left).value.inverse) / (size * (size - 1))


def _mean(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    means: NDArray[np.float64] = rows.mean(axis=0)
    return means


def _quantile(share: float) -> Callable[[NDArray[np.float64]], NDArray[np.float64]]:
    return lambda rows: np.quantile(rows, share, axis=0)


def _over(curves: list[Curve], summary: Callable[[NDArray[np.float64]], NDArray[np.float64]]) -> Curve:
    """One curve that says something of several, point by point."""
    points = len(curves[0].efficiency)
    rows = [(*curve.largest_component, *curve.efficiency, curve.robustness) for curve in curves]
    found: list[float] = summary(np.array(rows)).tolist()
    return Curve(tuple(found[:points]), tuple(found[points : 2 * points]), found[-1])
