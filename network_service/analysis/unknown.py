"""Why a figure cannot be known, as message codes; an unknown figure is `None`, never 0."""

from network_service.analysis.result import ActorMeasure, Method
from network_service.snapshot.model import Snapshot

TOO_FEW_ACTORS = "measure.reason.too_few_actors"
"""So few actors that what is counted could not exist: 0 of 0."""
NO_COLLABORATION = "measure.reason.no_collaboration_tie"
"""No tie of collaboration is shown, so none has a frequency or a direction."""
FEW_STRENGTHS = "measure.reason.few_strengths"
"""Too few of the collaboration ties have a frequency."""
NO_TIE_WITH_SECTORS = "measure.reason.no_tie_with_sectors"
"""No tie joins two actors of known sector."""
ONE_SECTOR = "measure.reason.one_sector"
"""The sectors known are fewer than two: there is no pair of them."""
NO_TIE = "measure.reason.no_tie"
"""No tie is shown, so nobody is joined to anybody."""
WITHOUT_TIES = "measure.reason.without_ties"
"""Some actors have no tie: there is nobody whose distance from them could be measured."""
FEWER_THAN_TWO_TIES = "measure.reason.fewer_than_two_ties"
"""Some actors have fewer than two ties: they have no pair of neighbours."""
NO_PAIR_OF_TIES = "measure.reason.no_pair_of_ties"
"""Nobody has two ties: there is no pair of neighbours in the network."""
OUTSIDE_LARGEST_PART = "measure.reason.outside_largest_part"
"""Some actors are outside the largest part of the network, for which alone the figure is defined."""
NOT_CONVERGED = "measure.reason.not_converged"
"""The network is so drawn out that the figure cannot be computed to the accuracy promised."""


def unknown_values(snapshot: Snapshot, method: Method, reason: str | None) -> ActorMeasure:
    """A measure that is not known of any actor; in an empty network there is nobody it could be unknown of."""
    size = len(snapshot.actors)
    return ActorMeasure((None,) * size, method, reason if size else None)
