"""How evenly the actors are spread over the sectors."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from network_service.analysis.engine.choice import NUMPY
from network_service.analysis.result import Method, method
from network_service.analysis.unknown import NO_SECTOR_KNOWN
from network_service.snapshot.model import Snapshot


@dataclass(frozen=True, slots=True)
class Diversity:
    """The index of qualitative variation, and the actors of each sector that it stands on, absent ones with 0.

    `unknown` actors have no known sector and are left out. `value` is `None` where nothing can vary, and `reason` says
    so.
    """

    value: float | None
    actors: Mapping[str, int]
    unknown: int
    method: Method
    reason: str | None = None


def iqv(snapshot: Snapshot, *, required: Collection[str] = ()) -> Diversity:
    """How evenly the actors are spread over the sectors that are there or should be.

    Formula: (1 - sum of p_s^2) k / (k - 1), with p_s the share of sector s in the actors of known sector and k the
    sectors present or `required`; a required sector without actors lowers the index. Normalisation: 0 (all of one
    sector) to 1 (all sectors of one size). Cost: O(n).

    Ties do not enter, so neither do direction, strength, isolates or disconnected parts. Actors of unknown sector are
    left out, and counted. Without an actor of known sector, so in an empty network too, or with one sector in all:
    `None`.

    >>> from network_service.analysis.example import eight_actors
    >>> iqv(eight_actors()).value
    0.9765625

    Source: Mueller and Schuessler 1961, Statistical Reasoning in Sociology; Blau's index (Blau 1977) over its maximum.
    """
    sectors = snapshot.actors.sectors
    found = Counter(sector for sector in sectors if sector is not None)
    actors = {sector: found[sector] for sector in sorted(found.keys() | set(required))}
    known, kinds = found.total(), len(actors)
    about = method(
        snapshot,
        "iqv",
        definition="(1 - sum of p_s^2) k / (k - 1)",
        network="actors",
        normalisation="(k - 1) / k",
        parameters={"required": tuple(sorted(required))},
        source="Mueller and Schuessler 1961, Statistical Reasoning in Sociology; Blau 1977",
        **NUMPY,
    )
    unknown = len(sectors) - known
    if not known or kinds < 2:
        return Diversity(None, actors, unknown, about, NO_SECTOR_KNOWN)
    # Whole numbers up to the last division: equal sizes give exactly 1.
    apart = known * known - sum(size * size for size in actors.values())
    return Diversity(apart * kinds / (known * known * (kinds - 1)), actors, unknown, about)
