"""What gives a tie between two actors a formal basis: an agreement of both, or a body on which both sit by order."""

from collections import defaultdict

from network_service.domain.vocabulary import Layer
from network_service.snapshot.affairs.held import actors_of
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import LAYERS, Snapshot

_DECLARED = (LAYERS.index(Layer.COLLABORATION), LAYERS.index(Layer.RESOURCE))


def declared_pairs(snapshot: Snapshot) -> set[tuple[str, str]]:
    """Pairs of members tied by collaboration or a resource, whichever of them said so."""
    ties, ids = snapshot.ties, snapshot.actors.ids
    return {
        (ids[min(one, other)], ids[max(one, other)])
        for one, other, layer in zip(ties.source.tolist(), ties.target.tolist(), ties.layer.tolist(), strict=True)
        if layer in _DECLARED and one != other
    }


def bound_together(snapshot: Snapshot, affairs: Affairs, *, surely: bool = True) -> defaultdict[str, set[str]]:
    """The agreements in force that each actor is party to, and the bodies under an order in force that it sits on.

    An agreement binds once it is signed; not `surely` one does too of which nobody noted whether it is.
    """
    bound: defaultdict[str, set[str]] = defaultdict(set)
    for agreement in affairs.agreements:
        if agreement.signed or (agreement.signed is None and not surely):
            for actor in actors_of(agreement.parties):
                bound[actor].add(agreement.id)
    ordered = {
        body.id
        for body in affairs.bodies
        if any(affairs.instrument[one].is_order and affairs.instrument[one].in_force for one in body.orders)
    }
    for seat in snapshot.seats:
        if seat.body in ordered and seat.actor is not None:
            bound[seat.actor].add(seat.body)
    return bound
