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
NO_CONTACT = "measure.reason.no_contact"
"""An actor without a tie has no contacts that could be apart or together."""
UNKNOWN_GROUP = "measure.reason.unknown_group"
"""The actor's sector, or other attribute asked about, is not known."""
TOO_FEW_FOR_CHANCE = "measure.reason.too_few_for_chance"
"""So few actors that a comparison with chance says nothing."""
NO_SPREAD = "measure.reason.no_spread"
"""The actor's group is not known, or chance gives the actor the same figure every time."""
ENDS_ALIKE = "measure.reason.ends_alike"
"""No tie is there, or all ties have ends of one kind: 0 of 0."""
NO_OWN_TIE_WITH_SECTORS = "measure.reason.no_own_tie_with_sectors"
"""The actor's sector is not known, or it has no tie to an actor of known sector."""
NO_TIE_OF_SECTOR = "measure.reason.no_tie_of_sector"
"""No tie joins an actor of the sector with one of known sector."""
NO_SECTOR_KNOWN = "measure.reason.no_sector_known"
"""No actor's sector is known, or there is only one sector that could be."""
TOO_FEW_SEATS = "measure.reason.too_few_seats"
"""So few bodies, or actors that sit on one, that what is counted could not exist."""
ONE_BODY = "measure.reason.one_body"
"""There are not two bodies that could share anybody."""
NO_TIE = "measure.reason.no_tie"
"""No two actors are tied."""
FEW_SUB_NETWORKS = "measure.reason.few_sub_networks"
"""The sub-networks with members in the picture are fewer than two."""
NOBODY_CUT_OFF = "measure.reason.nobody_cut_off"
"""The actor is no single point: without it all others of its component still reach each other."""
NO_OTHER_NETWORK = "measure.reason.no_other_network"
"""No other network in which everybody has as many ties as here was found."""


def unknown_values(snapshot: Snapshot, method: Method, reason: str | None) -> ActorMeasure:
    """A measure that is not known of any actor; in an empty network there is nobody it could be unknown of."""
    size = len(snapshot.actors)
    return ActorMeasure((None,) * size, method, reason if size else None)
