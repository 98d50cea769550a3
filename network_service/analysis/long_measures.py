"""Measures that nobody waits for at a click: removals, key players, and what chance would give."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from network_service.analysis.assortativity import assortativity, degree_assortativity
from network_service.analysis.brokerage_significance import BrokerageSignificance, brokerage_significance
from network_service.analysis.clustering import transitivity
from network_service.analysis.cohesion import reciprocity
from network_service.analysis.key_players import KeyPlayers, key_players_fragmentation, key_players_reach
from network_service.analysis.measures import Measures
from network_service.analysis.mixing import e_i_index, sector_pair_coverage
from network_service.analysis.null_model import NullFigure, null_model
from network_service.analysis.progress import Progress, untold
from network_service.analysis.robustness import RobustnessCurves, robustness_curves
from network_service.analysis.weakest_point import WeakestPoint, weakest_point

MOST_ACTORS = 5_000
"""Beyond, they take minutes: of 2,000 actors and 12,000 ties some ten seconds, and most grow with the square."""
KEY_PLAYERS = 3
"""How many actors a set of key players has: as many as a province can look after at once."""
FIGURES = (e_i_index, sector_pair_coverage, transitivity, reciprocity, assortativity, degree_assortativity)
"""What is compared with networks of the same degrees: figures that the degrees leave open, and that are quick."""


@dataclass(frozen=True, slots=True)
class LongMeasures:
    """Each as the function of its name gives it."""

    weakest_point: WeakestPoint
    key_players_fragmentation: KeyPlayers
    key_players_reach: KeyPlayers
    null_model: tuple[NullFigure, ...]
    brokerage_significance: BrokerageSignificance
    robustness: RobustnessCurves


def measure_at_length(
    measures: Measures,
    *,
    seed: int,
    progress: Callable[[str, int, int], None] | None = None,
) -> LongMeasures:
    """Compute all of them for the snapshot of a bundle, with its executor.

    `progress` is called with the message code of a measure, the steps done and those in all;
    whatever it raises ends the work.

    >>> from network_service.analysis.example import eight_actors
    >>> found = measure_at_length(Measures(eight_actors()), seed=1)
    >>> round(found.weakest_point.value, 4), found.weakest_point.actor
    (0.682, 3)
    """

    def told(measure: str) -> Progress:
        return partial(progress, f"measure.{measure}") if progress else untold

    snapshot, executor, between = measures.snapshot, measures.executor, measures.betweenness
    count = min(KEY_PLAYERS, max(len(snapshot.actors) - 1, 1))
    return LongMeasures(
        weakest_point(snapshot, known=between, progress=told("weakest_point")),
        key_players_fragmentation(snapshot, count=count, progress=told("key_players_fragmentation")),
        key_players_reach(snapshot, count=count, progress=told("key_players_reach")),
        null_model(snapshot, FIGURES, seed=seed, executor=executor, progress=told("null_model")),
        brokerage_significance(snapshot, seed=seed, progress=told("brokerage_significance")),
        robustness_curves(snapshot, seed=seed, known=between, executor=executor, progress=told("robustness_curves")),
    )
