"""Where a figure stands among networks of chance in which every actor has as many ties as it has here."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from math import ceil
from typing import Protocol

import numpy as np

from network_service.analysis.engine.choice import NUMPY
from network_service.analysis.engine.split import begun
from network_service.analysis.progress import Progress, untold
from network_service.analysis.result import Method, method
from network_service.analysis.rewiring import Rewiring
from network_service.analysis.unknown import NO_OTHER_NETWORK, TOO_FEW_ACTORS
from network_service.domain.vocabulary import Layer
from network_service.snapshot.model import LAYERS, Snapshot, Ties

SAMPLES = 200
"""Networks of chance a figure is compared with; the standard error of a percentile is then 3.5 points at most."""

MINIMUM_ACTORS = 10
"""Below this nothing is said: there are so few networks of the same degrees that chance gives what there is."""

# Exchanges a tie before the first network and between two; and rounds after which neither is waited for any longer.
# A tie takes part in two ends of an exchange, so it moves ten times and four times; of 12,000 ties then 2 % stand where
# they stood, as many as any two networks of these degrees share.
_BEFORE, _BETWEEN, _MOST_ROUNDS_BEFORE, _MOST_ROUNDS_BETWEEN = 5, 2, 1_000, 100
_TOGETHER = 10  # networks that another process is given at once: the actors, which are all the same, go with them


class Figure(Protocol):
    """What a measure of the whole network gives."""

    @property
    def value(self) -> float | None:
        """The figure, or `None` where it is not known."""

    @property
    def method(self) -> Method:
        """How it was made; `network` says whether U or D is to be left to chance."""

    @property
    def reason(self) -> str | None:
        """Why it is not known."""


@dataclass(frozen=True, slots=True)
class NullFigure:
    """A figure beside those of networks of chance.

    `percentile` is 0 to 100: the share of them that lie below, those equal counted half. `low` and `high` hold the
    middle 95 %, `z` is how many standard deviations the figure lies above their mean, `None` where they do not differ.
    All are `None` where there is nothing to compare, and `reason` says why. `samples` are those whose figure is known.
    """

    measure: str
    value: float | None
    percentile: float | None
    mean: float | None
    low: float | None
    high: float | None
    z: float | None
    samples: int
    method: Method
    reason: str | None = None


def null_model(
    snapshot: Snapshot,
    figures: Sequence[Callable[[Snapshot], Figure]],
    *,
    seed: int,
    samples: int = SAMPLES,
    minimum_actors: int = MINIMUM_ACTORS,
    executor: Executor | None = None,
    progress: Progress = untold,
) -> tuple[NullFigure, ...]:
    """How unusual figures are for a network in which everybody has so many ties: what provinces compare by.

    Formula: percentile = 100 (number below + number equal / 2) / samples over networks drawn with equal chance from all
    simple networks of the same degrees, of U or D as the figure's method says; sectors stay with the actors. No
    normalisation beside this: as size and degrees are the same in all, provinces of different size compare. Cost:
    samples times rewiring and figures; 2.5 s for 2,000 actors, 12,000 ties and figures of a few milliseconds. Other
    processes of an `executor` take the figures while this one rewires; they are the same.

    Only figures without strengths can be compared: chance has none. One that the degrees decide, such as density or the
    centralisation of degree, is the same in all, at 50. Isolates stay isolates. A network in one part may come apart by
    chance, and the other way. Below `minimum_actors`, so in an empty network too, and where no other network has these
    degrees: `None`. A percentile says how unusual, not how large; and with many figures some are unusual by chance.

    >>> from network_service.analysis.example import eight_actors
    >>> from network_service.analysis.mixing import e_i_index
    >>> [found] = null_model(eight_actors(), [e_i_index], seed=1, samples=50, minimum_actors=8)
    >>> found.measure, round(found.value, 3), found.percentile
    ('e_i_index', 0.333, 1.0)

    Source: Maslov and Sneppen 2002, Science 296, 910-913; Fosdick et al. 2018, SIAM Review 60, 315-355.
    """
    observed = [figure(snapshot) for figure in figures]
    networks = [found.method.network for found in observed]
    enough = len(snapshot.actors) >= minimum_actors
    chances = {network: _Chance(snapshot, network, seed, enough) for network in sorted(set(networks))}
    done = itertools.count(1)
    drawn: dict[str, Iterator[list[float]]] = {}
    for network, chance in chances.items():
        own = [figure for figure, of in zip(figures, networks, strict=True) if of == network]
        drawn[network] = _drawn(chance, own, samples, executor, lambda: progress(next(done), samples * len(chances)))
    methods = {
        network: _method(snapshot, network, seed, samples, chance.rounds, minimum_actors)
        for network, chance in chances.items()
    }
    unknown = NO_OTHER_NETWORK if enough else TOO_FEW_ACTORS
    return tuple(
        _compared(found, next(drawn[network]), methods[network], unknown if len(snapshot.actors) else None)
        for found, network in zip(observed, networks, strict=True)
    )


def _drawn(
    chance: "_Chance",
    figures: Sequence[Callable[[Snapshot], Figure]],
    samples: int,
    executor: Executor | None,
    told: Callable[[], None],
) -> Iterator[list[float]]:
    """Of each figure in turn: its values in networks of chance, without those that are not known."""
    together = _TOGETHER if executor else 1
    parts = []
    for first in range(0, samples if chance.moved else 0, together):
        ties = []
        for _ in range(min(together, samples - first)):
            ties.append(chance.next())
            told()
        parts.append(begun(executor, _figures, chance.snapshot, figures, ties))
    rows = [values for part in parts for values in part.result()]
    columns = ((row[place] for row in rows) for place in range(len(figures)))
    return ([value for value in column if value is not None] for column in columns)


def _figures(
    snapshot: Snapshot, figures: Sequence[Callable[[Snapshot], Figure]], drawn: Sequence[Ties]
) -> list[list[float | None]]:
    """The figures in each of some networks of the same actors with other ties."""
    others = (replace(snapshot, ties=ties, content_hash="") for ties in drawn)
    return [[figure(other).value for figure in figures] for other in others]


class _Chance:
    """The ties of networks of chance, of the same actors with the same degrees."""

    def __init__(self, snapshot: Snapshot, network: str, seed: int, enough: bool) -> None:
        edges = snapshot.directed if network == "D" else snapshot.undirected
        self.snapshot, self.walk = snapshot, Rewiring(len(snapshot.actors), edges, seed)
        before = 0
        while enough and self.walk.exchanged < _BEFORE * len(edges) and before < _MOST_ROUNDS_BEFORE:
            self.walk.walk(1)
            before += 1
        self.moved = self.walk.exchanged > 0
        # Set once, from the walk before the first sample: were it to depend on each sample, some would be preferred.
        wanted = _BETWEEN * len(edges) * before / self.walk.exchanged if self.moved else 0
        self.rounds = min(ceil(wanted), _MOST_ROUNDS_BETWEEN)

    def next(self) -> Ties:
        self.walk.walk(self.rounds)
        source, target = self.walk.ends.astype(np.int32)
        layer = np.full(len(source), LAYERS.index(Layer.COLLABORATION), dtype=np.int8)
        return Ties(source, target, layer, np.full(len(source), np.nan))


def _compared(found: Figure, values: list[float], about: Method, unknown: str | None) -> NullFigure:
    measure, value = found.method.measure, found.value
    if value is None or not values:
        reason = found.reason if value is None else unknown
        return NullFigure(measure, value, None, None, None, None, None, 0, about, reason)
    sample = np.array(values)
    # The same figure summed in another order may differ in its last digits, and is equal.
    equal = np.isclose(sample, value, rtol=1e-9, atol=1e-12)
    below = (sample < value) & ~equal
    mean, deviation = float(sample.mean()), float(sample.std(ddof=1)) if len(sample) > 1 else 0.0
    low, high = np.quantile(sample, (0.025, 0.975)).tolist()
    return NullFigure(
        measure=measure,
        value=value,
        percentile=float(100 * (below.sum() + equal.sum() / 2) / len(sample)),
        mean=mean,
        low=low,
        high=high,
        z=(value - mean) / deviation if deviation > 1e-12 else None,
        samples=len(sample),
        method=about,
    )


def _method(snapshot: Snapshot, network: str, seed: int, samples: int, rounds: int, minimum_actors: int) -> Method:
    return method(
        snapshot,
        "null_model",
        definition="100 (below + equal / 2) / samples over simple networks of the same degrees",
        network=network,
        normalisation="samples",
        parameters={"samples": samples, "rounds_between": rounds, "minimum_actors": minimum_actors},
        seed=seed,
        source="Maslov and Sneppen 2002, Science 296, 910-913; Fosdick et al. 2018, SIAM Review 60, 315-355",
        **NUMPY,
    )
