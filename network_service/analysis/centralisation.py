"""How far the network hangs on one actor: the centre's lead over all others, against that of a star."""

from collections.abc import Callable
from math import fsum

from network_service.analysis.betweenness import betweenness
from network_service.analysis.closeness import distances
from network_service.analysis.degree import degree
from network_service.analysis.result import ActorMeasure, NetworkMeasure, method
from network_service.analysis.unknown import TOO_FEW_ACTORS
from network_service.snapshot.model import Snapshot

_FREEMAN = "Freeman 1979, Social Networks 1, 215-239; Wasserman and Faust 1994, ch. 5"


def degree_centralisation(snapshot: Snapshot, of: ActorMeasure | None = None) -> NetworkMeasure:
    """How far ties gather at one actor.

    Formula: sum over actors of (greatest degree - degree) / (n - 2), degrees as shares of n - 1, in U; the divisor is
    the sum in a star. Normalisation: 0 (all alike) to 1 (a star). Cost: O(n + m). `of`: the degrees, if at hand.

    Isolates count as any actor. Disconnected networks are no special case. Strength and direction do not enter. Below
    three actors, so in an empty network too, nobody can lead: `None`.

    >>> from network_service.analysis.example import eight_actors
    >>> round(degree_centralisation(eight_actors()).value, 6)
    0.333333

    Source: Freeman 1979; Wasserman and Faust 1994, p. 180.
    """
    return _lead(snapshot, "degree_centralisation", of or degree(snapshot), "n - 2", lambda size: size - 2)


def closeness_centralisation(snapshot: Snapshot, of: ActorMeasure | None = None) -> NetworkMeasure:
    """How much nearer to all the nearest actor is than the others.

    Formula: sum over actors of (greatest closeness - closeness) / ((n - 1)(n - 2)/(2n - 3)), in U; the divisor is the
    sum in a star. Normalisation: 0 (all alike) to 1 (a star). Cost: that of `distances`. `of`: the closeness values, if
    at hand.

    On a disconnected network closeness is Wasserman and Faust's (`distances`), so isolates count, with 0; Freeman
    defined it for connected networks only, which is what UCINET takes. Strength and direction do not enter. Below three
    actors, so in an empty network too: `None`.

    >>> from network_service.analysis.example import eight_actors
    >>> round(closeness_centralisation(eight_actors()).value, 6)
    0.257619

    Source: Freeman 1979; Wasserman and Faust 1994, p. 187.
    """
    values = of or distances(snapshot).closeness
    divisor = "(n - 1)(n - 2) / (2n - 3)"
    return _lead(
        snapshot, "closeness_centralisation", values, divisor, lambda size: (size - 1) * (size - 2) / (2 * size - 3)
    )


def betweenness_centralisation(snapshot: Snapshot, of: ActorMeasure | None = None) -> NetworkMeasure:
    """How far reaching each other depends on one actor (M6).

    Formula: sum over actors of (greatest betweenness - betweenness) / (n - 1), betweenness normalised, in U; the
    divisor is the sum in a star. Normalisation: 0 (all alike) to 1 (a star). Cost: that of `betweenness`. `of`: the
    betweenness values, if at hand; where they are estimates the method says so as theirs does.

    Isolates count as any actor, with 0. Disconnected networks are no special case. Strength and direction do not enter.
    Below three actors, so in an empty network too: `None`.

    >>> from network_service.analysis.example import eight_actors
    >>> round(betweenness_centralisation(eight_actors()).value, 6)
    0.346939

    Source: Freeman 1977, Sociometry 40, 35-41; Freeman 1979; Wasserman and Faust 1994, p. 192.
    """
    values = of or betweenness(snapshot)
    return _lead(snapshot, "betweenness_centralisation", values, "n - 1", lambda size: size - 1)


def _lead(
    snapshot: Snapshot, name: str, of: ActorMeasure, normalisation: str, star: Callable[[int], float]
) -> NetworkMeasure:
    """The sum of what the first is ahead of each, against the same sum in a star of as many actors."""
    about = method(
        snapshot,
        name,
        definition=f"sum of (greatest {of.method.measure} - {of.method.measure}) / ({normalisation})",
        network="U",
        normalisation=normalisation,
        engine=of.method.engine,
        engine_version=of.method.engine_version,
        parameters=of.method.parameters,
        seed=of.method.seed,
        source=_FREEMAN,
    )
    known, size = [value for value in of.values if value is not None], len(snapshot.actors)
    if size < 3:
        return NetworkMeasure(None, about, TOO_FEW_ACTORS)
    if len(known) < size:
        return NetworkMeasure(None, about, of.reason)
    most = max(known)
    return NetworkMeasure(fsum(most - value for value in known) / star(size), about)
